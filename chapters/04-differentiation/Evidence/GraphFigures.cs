using Reference.Plotting;

namespace Reference.Differentiation;

/// <summary>The figures of chapter 04 with computation graphs.</summary>
internal static class GraphFigures
{
    /// <summary>f = uv + u² at (1, 2), S4-057, S4-175.</summary>
    public static Figure Product()
    {
        var tape = new ScalarTape();
        ScalarNode u = tape.Variable(1), v = tape.Variable(2), a = u * v, b = u.Pow(2), f = a + b;
        return Graph("f = uv + u² at u = 1, v = 2", tape,
        [
            (v, 0, 2, "v"), (u, 0, 0, "u"), (a, 2, 2, "uv"), (b, 2, 0, "u²"), (f, 4, 1, "f"),
        ], [(0, 2), (1, 2), (1, 3), (2, 4), (3, 4)]);
    }

    /// <summary>½(σ(wx + b) − y)² with values, S2-060.</summary>
    public static Figure SigmoidUnit()
    {
        var tape = new ScalarTape();
        ScalarNode w = tape.Variable(2), x = tape.Variable(0.5), b = tape.Variable(-0.5), y = tape.Variable(1);
        ScalarNode p = w * x, z = p + b, a = z.Sigmoid(), error = a - y, loss = 0.5 * error.Pow(2);
        return Graph("L = ½(σ(wx + b) − y)² at w = 2, x = 0.5, b = −0.5, y = 1", tape,
        [
            (w, 0, 2, "w"), (x, 0, 0, "x"), (p, 1.8, 1, "wx"), (b, 1.8, -1, "b"), (z, 3.6, 1, "z"),
            (a, 5.4, 1, "σ(z)"), (y, 5.4, -1, "y"), (error, 7.2, 1, "a − y"), (loss, 9, 1, "L"),
        ], [(0, 2), (1, 2), (2, 4), (3, 4), (4, 5), (5, 7), (6, 7), (7, 8)]) with
        { Width = 900, Height = 460 };
    }

    // The result is the last node. The adjoint of a node when its successor is differentiated is the local derivative.
    private static Figure Graph(
        string title, ScalarTape tape, (ScalarNode Node, double X, double Y, string Label)[] nodes,
        (int From, int To)[] edges)
    {
        IReadOnlyDictionary<ScalarNode, double> adjoints = tape.Adjoints(nodes[^1].Node);
        return new Figure(title, new Panel
        {
            Title = "above: value; below: adjoint; on the edges: local derivative",
            ShowAxes = false,
            ShowLegend = false,
            Series =
            [
                new NetworkDiagram(
                    [.. nodes.Select(n => new Node(n.X, n.Y, n.Label) { Color = n.Node.IsLeaf ? Palette.Sky : null })],
                    [.. edges.Select(e => new Edge(e.From, e.To)
                    { Label = Text(tape.Adjoints(nodes[e.To].Node)[nodes[e.From].Node]) })]) { Radius = 26 },
                .. nodes.Select(n => new Annotation(n.X, n.Y + 0.48, Text(n.Node.Value)) { Color = Palette.Blue }),
                .. nodes.Select(n =>
                    new Annotation(n.X, n.Y - 0.48, Text(adjoints[n.Node])) { Color = Palette.Vermillion }),
            ],
        })
        { Width = 800, Height = 480 };
    }

    private static string Text(double value) => $"{value:0.####}".Replace('-', '−');
}
