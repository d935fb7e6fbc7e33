using Reference.Activations;
using Reference.Plotting;

namespace Reference.Backpropagation;

/// <summary>Drawings of networks, with the numbers of their passes.</summary>
internal static class NetworkFigures
{
    public static Figure SingleNeuron() => Drawn("A neuron", 780, 400, 30,
        [new(0, 1, "x₁"), new(0, 0, "x₂"), new(0, -1, "x₃"), new(2, 0, "Σ, f") { Color = Palette.Vermillion },
            new(4, 0, "a"), new(2, 1.35, "1")],
        [new(0, 3) { Label = "w₁" }, new(1, 3) { Label = "w₂" }, new(2, 3) { Label = "w₃" }, new(5, 3)
            { Label = "b" }, new(3, 4)],
        new Annotation(2.1, -0.75, "z = w₁x₁ + w₂x₂ + w₃x₃ + b"), new Annotation(3.05, 0.3, "a = f(z)"));

    public static Figure Multilayer()
    {
        NetworkDiagram network =
            NetworkDiagram.Layers([["x₁", "x₂", "x₃"], Labels("a", 4), Labels("a", 4), ["ŷ₁", "ŷ₂"]]) with
            { Radius = 20 };
        string[] captions = ["input x\n3", "hidden a⁽¹⁾\nW⁽¹⁾: 4 × 3", "hidden a⁽²⁾\nW⁽²⁾: 4 × 4",
            "output ŷ\nW⁽³⁾: 2 × 4"];
        return new Figure("a⁽ˡ⁾ = f(W⁽ˡ⁾a⁽ˡ⁻¹⁾ + b⁽ˡ⁾)",
            Diagram("", network, [.. captions.Select((text, l) => new Annotation(2 * l, -2.45, text))]))
        { Width = 820, Height = 470 };
    }

    public static Figure Graphs()
    {
        NetworkGraph graph = SkippingGraph;
        (double X, double Y)[] places = [(0, 1), (0, -1), (1.4, 0.9), (1.4, -1.3), (2.8, 0), (4.2, 0)];
        Panel Of(string title, params Edge[] more) => Diagram(title,
            new NetworkDiagram(
                [.. places.Select((p, i) => new Node(p.X, p.Y, graph.Units[i].Name)
                    { Color = graph.Units[i].F is null ? Palette.Grey : null })],
                [.. graph.Edges.Select(e => new Edge(e.From, e.To)), .. more]) { Radius = 19 },
            more.Length > 0 ? [] : [.. graph.Order.Select((unit, at) => new Annotation(
                places[unit].X, places[unit].Y + (places[unit].Y < 0 ? -0.55 : 0.55), $"{at + 1}")
                { Color = Palette.Vermillion })]);
        return Figure.Grid("Networks as graphs", 2,
        [
            Of("without a cycle: an order exists (the numbers)"),
            Of("e → c closes c → d → e → c: refused", new Edge(4, 2) { Color = Palette.Vermillion }),
        ]) with
        { Height = 400 };
    }

    // Two inputs and four units, with an edge that skips one.
    private static NetworkGraph SkippingGraph => new(
        [
            new("x₁", null), new("x₂", null), new("c", Activation.Tanh),
            new("d", Activation.Tanh), new("e", Activation.Tanh), new("ŷ", Activation.Linear),
        ],
        [new(0, 2, 1), new(1, 3, 0.5), new(2, 3, -1), new(3, 4, 2), new(0, 4, 0.7), new(4, 5, 1.5), new(1, 5, -0.4)]);

    public static Figure Insurance() => Drawn("Will someone buy an insurance?", 860, 480, 39,
        [
            .. InsuranceNetwork.Inputs.Select((name, i) => new Node(0, 1.8 - 1.2 * i, name) { Color = Palette.Grey }),
            .. InsuranceNetwork.HiddenUnits.Select((name, j) => new Node(2.4, 0.7 - 1.4 * j, j == 0 ? "h₁" : "h₂")),
            new Node(4.6, 0, "O") { Color = Palette.Vermillion },
        ],
        [
            .. from j in new[] { 0, 1 } from i in Enumerable.Range(0, 4) select new Edge(i, 4 + j)
                { Label = $"w{Sub(j + 1)}{Sub(i + 1)}" },
            new(4, 6) { Label = "w₀₁" }, new(5, 6) { Label = "w₀₂" },
        ],
        new Annotation(2.4, 1.4, "awareness"), new Annotation(2.4, -1.4, "affordability"),
            new Annotation(4.6, -0.75, "buys if O > ½"));

    public static Figure Century()
    {
        CenturyNetwork net = CenturyNetwork.OfTheNotes;
        return Drawn("Will a cricketer score a century?", 900, 640, 38,
            [.. CenturyNodes, new Node(6.2, 1.75, "1")],
            [
                .. from j in Enumerable.Range(0, 5) from i in Enumerable.Range(0, 4)
                    select new Edge(i, 4 + j)
                        { Label = j == 0 && i < 3 ? $"{CenturyNetwork.RunningWeights[i]}" : null },
                .. Enumerable.Range(0, 5).Select(j => new Edge(4 + j, 9) { Label = $"{net.V[j]}" }),
                new(10, 9) { Label = $"{net.C}" },
            ]);
    }

    private static IEnumerable<Node> CenturyNodes =>
    [
        .. CenturyNetwork.Inputs.Select((name, i) => new Node(0, 1.8 - 1.2 * i, name) { Color = Palette.Grey }),
        .. CenturyNetwork.HiddenUnits.Select((name, j) => new Node(3.2, 2.4 - 1.2 * j, name)),
        new Node(6.2, 0, "century") { Color = Palette.Vermillion },
    ];

    public static Figure CenturyErrors()
    {
        CenturyNetwork net = CenturyNetwork.OfTheNotes;
        double[] h = [0.5, 0.5, 0.5, 0.5, 0.5], errors = net.HiddenErrors(h, 0);
        return Drawn($"Errors on their way back: ŷ = {net.Output(h):0.0000}, y = 0", 900, 640, 38, [.. CenturyNodes],
            [
                .. errors.Select((error, j) => new Edge(9, 4 + j) { Label = $"{1e3 * error:0.000}·10⁻³" }),
                .. from j in Enumerable.Range(0, 5) from i in Enumerable.Range(0, 4) select new Edge(4 + j, i),
            ],
            new Annotation(6.2, -0.75, $"∂E/∂z = 2ŷ·ŷ(1 − ŷ)\n= {1e3 * net.OutputError(h, 0):0.000}·10⁻³"));
    }

    public static Figure Chain()
    {
        ChainOfTwo c = ChainOfTwo.Example;
        Panel Of(string title, string[] labels, Edge[] edges, params Annotation[] notes) => Diagram(title,
            new NetworkDiagram(
                [
                    new(0, 0, labels[0]) { Color = Palette.Grey }, new(2.2, 0, labels[1]) { Color = Palette.Green },
                    new(4.4, 0, labels[2]) { Color = Palette.Vermillion },
                ],
                edges) { Radius = 34 }, notes);
        return Figure.Grid("The chain rule through 1-1-1", 1,
        [
            Of("forward", [$"x = {N(c.X)}", $"{c.A1:0.0000}", $"{c.A2:0.0000}"],
                [new(0, 1) { Label = $"w₁ = {N(c.W1)}" }, new(1, 2) { Label = $"w₂ = {N(c.W2)}" }],
                new Annotation(2.2, 0.5, $"z₁ = {c.Z1:0.000} (b₁ = {N(c.B1)}),  a₁ = σ(z₁)"),
                new Annotation(4.4, 0.5, $"z₂ = {c.Z2:0.0000} (b₂ = {N(c.B2)}),  a₂ = σ(z₂)"),
                new Annotation(4.4, -0.5, $"T = {N(c.T)},  E = {c.E:0.0000}")),
            Of("backward", ["x", $"{c.dB1:0.00000}", $"{c.dB2:0.00000}"],
                [
                    new(1, 0) { Label = $"∂E/∂w₁ = {c.dW1:0.000000}" },
                    new(2, 1) { Label = $"∂E/∂w₂ = {c.dW2:0.00000}" },
                ],
                new Annotation(2.2, 0.5, "∂E/∂z₁ = ∂E/∂z₂ · w₂ · a₁(1 − a₁)"),
                new Annotation(4.4, 0.5, "∂E/∂z₂ = −(T − a₂) a₂(1 − a₂)")),
        ]) with
        { Height = 480 };
    }

    public static Figure WalkForward() => OfWalk("Forward", $"a = {Walk.A:0.000}", $"ŷ = {Walk.Ŷ:0.000}",
        [
            new(0, 2) { Label = $"w₁ = {N(Walk.w[0])}" }, new(1, 2) { Label = $"w₂ = {N(Walk.w[1])}" },
            new(2, 3) { Label = $"W = {N(Walk.W)}" },
        ],
        new Annotation(2.4, 0.85, $"h = 0.4·0.1 − 0.2·0.3 = {N(Walk.H)}\na = σ(h)"),
        new Annotation(4.75, 0.85, $"z = W·a = {Walk.Z:0.0000}\nŷ = σ(z)"),
        new Annotation(4.8, -0.8, $"y = {N(Walk.Y)},  E = ½(y − ŷ)² = {Walk.E:0.0000}"));

    public static Figure WalkBackward() => OfWalk(
        "Backward", $"δʰ = {Walk.HiddenError:0.000}", $"δᵒ = {Walk.OutputError:0.000}",
        [
            new(2, 0) { Label = $"Δw₁ = {Walk.InputSteps[0]:0.000000}" },
            new(2, 1) { Label = $"Δw₂ = {Walk.InputSteps[1]:0.000000}" },
            new(3, 2) { Label = $"ΔW = {Walk.OutputStep:0.0000}" },
        ],
        new Annotation(2.4, 0.85, "δʰ = W δᵒ a(1 − a)\nthe old W, 0.1"),
        new Annotation(4.75, 0.85, "δᵒ = (y − ŷ) ŷ(1 − ŷ)"),
        new Annotation(4.75, -0.8, "steps: 0.5 · δ · input"));

    private static Figure OfWalk(
        string title, string hidden, string output, IReadOnlyList<Edge> edges, params Annotation[] notes) =>
        Drawn(title, 900, 400, 40,
            [
                new(0, 0.9, $"x₁ = {N(Walk.X[0])}"), new(0, -0.9, $"x₂ = {N(Walk.X[1])}"),
                new(2.4, 0, hidden) { Color = Palette.Green }, new(4.8, 0, output) { Color = Palette.Vermillion },
            ],
            edges, notes);

    private static WalkThrough Walk => WalkThrough.OfTheNotes;

    private static string N(double value) => WalkThroughTrace.N(value);

    private static Figure Drawn(
        string title, double width, double height, double radius,
        IReadOnlyList<Node> nodes, IReadOnlyList<Edge> edges, params Annotation[] notes) =>
        new(title, Diagram("", new NetworkDiagram(nodes, edges) { Radius = radius }, notes))
        { Width = width, Height = height };

    private static Panel Diagram(string title, NetworkDiagram network, Annotation[] notes) =>
        new() { Title = title, ShowAxes = false, ShowLegend = false, Series = [network, .. notes] };

    private static string[] Labels(string name, int count) =>
        [.. Enumerable.Range(1, count).Select(i => $"{name}{Sub(i)}")];

    private static string Sub(int digit) => $"{(char)('₀' + digit)}";
}
