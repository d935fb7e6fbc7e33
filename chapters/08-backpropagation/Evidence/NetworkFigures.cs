using Reference.Plotting;

namespace Reference.Backpropagation;

/// <summary>Drawings of networks.</summary>
internal static class NetworkFigures
{
    public static Figure SingleNeuron() => Drawn("A neuron", 780, 400, 30,
        [new(0, 1, "x₁"), new(0, 0, "x₂"), new(0, -1, "x₃"), new(2, 0, "Σ, f") { Color = Palette.Vermillion }, new(4, 0, "a"), new(2, 1.35, "1")],
        [new(0, 3) { Label = "w₁" }, new(1, 3) { Label = "w₂" }, new(2, 3) { Label = "w₃" }, new(5, 3) { Label = "b" }, new(3, 4)],
        new Annotation(2.1, -0.75, "z = w₁x₁ + w₂x₂ + w₃x₃ + b"), new Annotation(3.05, 0.3, "a = f(z)"));

    public static Figure Multilayer()
    {
        NetworkDiagram network = NetworkDiagram.Layers([["x₁", "x₂", "x₃"], Labels("a", 4), Labels("a", 4), ["ŷ₁", "ŷ₂"]]) with { Radius = 20 };
        string[] captions = ["input x\n3", "hidden a⁽¹⁾\nW⁽¹⁾: 4 × 3", "hidden a⁽²⁾\nW⁽²⁾: 4 × 4", "output ŷ\nW⁽³⁾: 2 × 4"];
        return new Figure("a⁽ˡ⁾ = f(W⁽ˡ⁾a⁽ˡ⁻¹⁾ + b⁽ˡ⁾)", new Panel
        {
            ShowAxes = false,
            Legend = Legend.None,
            Series = [network, .. captions.Select((text, l) => new Annotation(2 * l, -2.45, text))],
        })
        { Width = 820, Height = 470 };
    }

    public static Figure Graphs()
    {
        NetworkGraph graph = SkippingGraph;
        (double X, double Y)[] places = [(0, 1), (0, -1), (1.4, 0.9), (1.4, -0.9), (2.8, 0), (4.2, 0)];
        Panel Of(string title, params Edge[] more) => new()
        {
            Title = title,
            ShowAxes = false,
            Legend = Legend.None,
            Series =
            [
                new NetworkDiagram(
                    [.. places.Select((p, i) => new Node(p.X, p.Y, graph.Units[i].Name) { Color = graph.Units[i].F is null ? Palette.Grey : null })],
                    [.. graph.Edges.Select(e => new Edge(e.From, e.To)), .. more]) { Radius = 19 },
                .. more.Length > 0 ? [] : graph.Order.Select((unit, at) => new Annotation(
                    places[unit].X, places[unit].Y + (unit == 4 ? -0.62 : places[unit].Y < 0 ? -0.55 : 0.55), $"{at + 1}") { Color = Palette.Vermillion }),
            ],
        };
        return Figure.Grid("Networks as graphs", 2,
        [
            Of("without a cycle: an order exists (red)"),
            Of("e → c closes c → d → e → c: refused", new Edge(4, 2) { Weight = -1 }),
        ]) with
        { Width = 960, Height = 400 };
    }

    /// <summary>Two inputs and four units, with an edge that leaps over one.</summary>
    public static NetworkGraph SkippingGraph => new(
        [
            new("x₁", null), new("x₂", null), new("c", Activations.Activation.Tanh),
            new("d", Activations.Activation.Tanh), new("e", Activations.Activation.Tanh), new("ŷ", Activations.Activation.Linear),
        ],
        [new(0, 2, 1), new(1, 3, 0.5), new(2, 3, -1), new(3, 4, 2), new(0, 4, 0.7), new(4, 5, 1.5), new(1, 5, -0.4)]);

    public static Figure Insurance() => Drawn("Will someone buy an insurance?", 860, 480, 36,
        [
            .. InsuranceNetwork.Inputs.Select((name, i) => new Node(0, 1.8 - 1.2 * i, name) { Color = Palette.Grey }),
            .. InsuranceNetwork.HiddenUnits.Select((name, j) => new Node(2.4, 0.7 - 1.4 * j, j == 0 ? "h₁" : "h₂")),
            new Node(4.6, 0, "O") { Color = Palette.Vermillion },
        ],
        [
            .. from j in new[] { 0, 1 } from i in Enumerable.Range(0, 4) select new Edge(i, 4 + j) { Label = $"w{Sub(j + 1)}{Sub(i + 1)}" },
            new(4, 6) { Label = "w₀₁" }, new(5, 6) { Label = "w₀₂" },
        ],
        new Annotation(2.4, 1.4, "awareness"), new Annotation(2.4, -1.4, "affordability"), new Annotation(4.6, -0.75, "buys if O > ½"));

    public static Figure Century()
    {
        CenturyOutput output = CenturyOutput.OfTheNotes;
        return Drawn("Will a cricketer score a century?", 960, 620, 36,
            [.. CenturyNodes, new Node(6.2, 1.5, "1")],
            [
                .. from j in Enumerable.Range(0, 5) from i in Enumerable.Range(0, 4)
                    select new Edge(i, 4 + j) { Label = j == 0 && i < 3 ? $"{CenturyNetwork.RunningWeights[i]}" : null },
                .. Enumerable.Range(0, 5).Select(j => new Edge(4 + j, 9) { Label = $"{output.W[j]}" }),
                new(10, 9) { Label = $"{output.B}" },
            ]);
    }

    /// <summary>The nodes of the century network: four inputs, five hidden units, the output.</summary>
    public static IEnumerable<Node> CenturyNodes =>
    [
        .. CenturyNetwork.Inputs.Select((name, i) => new Node(0, 1.8 - 1.2 * i, name) { Color = Palette.Grey }),
        .. CenturyNetwork.HiddenUnits.Select((name, j) => new Node(3.2, 2.4 - 1.2 * j, name)),
        new Node(6.2, 0, "century") { Color = Palette.Vermillion },
    ];

    public static Figure CenturyRange()
    {
        CenturyOutput output = CenturyOutput.OfTheNotes;
        return new Figure("An output unit that cannot say no", new Panel
        {
            X = new Axis("h of all five hidden units") { Min = 0, Max = 1 },
            Y = new Axis("output y") { Min = 0, Max = 1.05 },
            Legend = Legend.BottomRight,
            Series =
            [
                Line.Of(h => output.Output([h, h, h, h, h]), 0, 1) with { Label = "σ(1.1h + 3h + 4h + 2.7h + 0.1h + 1.2)", Color = Palette.Blue },
                new HorizontalLine(output.Output(new double[5])) { Label = "σ(1.2) = 0.7685, its lower bound" },
                new HorizontalLine(0.5) { Label = "threshold ½", Color = Palette.Vermillion, Style = LineStyle.Dotted },
            ],
        })
        { Width = 780, Height = 470 };
    }

    /// <summary>A diagram with notes beside it.</summary>
    public static Figure Drawn(
        string title, double width, double height, double radius, IReadOnlyList<Node> nodes, IReadOnlyList<Edge> edges, params Annotation[] notes) =>
        new(title, new Panel { ShowAxes = false, Legend = Legend.None, Series = [new NetworkDiagram(nodes, edges) { Radius = radius }, .. notes] })
        { Width = width, Height = height };

    private static string[] Labels(string name, int count) => [.. Enumerable.Range(1, count).Select(i => $"{name}{Sub(i)}")];

    private static string Sub(int digit) => $"{(char)('₀' + digit)}";
}
