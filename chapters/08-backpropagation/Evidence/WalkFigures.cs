using Reference.Numerics;
using Reference.Optimizers;
using Reference.Perceptrons;
using Reference.Plotting;

namespace Reference.Backpropagation;

/// <summary>Figures of the walks through small networks.</summary>
internal static class WalkFigures
{
    private static readonly WalkThrough Walk = WalkThrough.OfTheNotes;

    public static Figure Forward() => NetworkFigures.Drawn("Forward", 900, 400, 40,
        [
            new(0, 0.9, $"x₁ = {N(Walk.X[0])}"), new(0, -0.9, $"x₂ = {N(Walk.X[1])}"),
            new(2.4, 0, $"a = {Walk.A:0.000}") { Color = Palette.Green }, new(4.8, 0, $"ŷ = {Walk.Ŷ:0.000}") { Color = Palette.Vermillion },
        ],
        [new(0, 2) { Label = $"w₁ = {N(Walk.w[0])}" }, new(1, 2) { Label = $"w₂ = {N(Walk.w[1])}" }, new(2, 3) { Label = $"W = {N(Walk.W)}" }],
        new Annotation(2.4, 0.85, $"h = 0.4·0.1 − 0.2·0.3 = {N(Walk.H)}\na = σ(h)"),
        new Annotation(4.75, 0.85, $"z = W·a = {Walk.Z:0.0000}\nŷ = σ(z)"),
        new Annotation(4.8, -0.8, $"y = {N(Walk.Y)},  E = ½(y − ŷ)² = {Walk.E:0.0000}"));

    public static Figure Backward() => NetworkFigures.Drawn("Backward", 900, 400, 40,
        [
            new(0, 0.9, $"x₁ = {N(Walk.X[0])}"), new(0, -0.9, $"x₂ = {N(Walk.X[1])}"),
            new(2.4, 0, $"δʰ = {Walk.HiddenError:0.000}") { Color = Palette.Green },
            new(4.8, 0, $"δᵒ = {Walk.OutputError:0.000}") { Color = Palette.Vermillion },
        ],
        [
            new(2, 0) { Label = $"Δw₁ = {Walk.InputSteps[0]:0.000000}" }, new(2, 1) { Label = $"Δw₂ = {Walk.InputSteps[1]:0.000000}" },
            new(3, 2) { Label = $"ΔW = {Walk.OutputStep:0.0000}" },
        ],
        new Annotation(2.4, 0.85, "δʰ = W δᵒ a(1 − a)\nthe old W, 0.1"),
        new Annotation(4.75, 0.85, "δᵒ = (y − ŷ) ŷ(1 − ŷ)"),
        new Annotation(4.75, -0.8, "steps: 0.5 · δ · input"));

    public static Figure Loss()
    {
        const int Steps = 400;
        double[] Course(double sign)
        {
            var errors = new List<double>();
            WalkThrough walk = Walk;
            for (int step = 0; step <= Steps; step++)
            {
                errors.Add(walk.E);
                walk = walk.Moved(sign);
            }

            return [.. errors];
        }

        double[] steps = [.. Enumerable.Range(0, Steps + 1).Select(i => (double)i)];
        return new Figure("The walk-through, step after step", new Panel
        {
            X = new Axis("step"),
            Y = new Axis("E = ½(y − ŷ)²") { Min = 0, Max = 0.5 },
            Legend = Legend.Best,
            Series =
            [
                new Line(steps, Course(1)) { Label = "weights + η δ input", Color = Palette.Blue },
                new Line(steps, Course(-1)) { Label = "weights − η δ input, as printed", Color = Palette.Vermillion, Style = LineStyle.Dashed },
            ],
        })
        { Width = 780, Height = 470 };
    }

    public static Figure Chain()
    {
        ChainOfTwo c = ChainOfTwo.Example;
        Node[] Nodes(string x, string first, string second) =>
            [new(0, 0, x) { Color = Palette.Grey }, new(2.2, 0, first) { Color = Palette.Green }, new(4.4, 0, second) { Color = Palette.Vermillion }];
        Panel Of(string title, Node[] nodes, Edge[] edges, params Annotation[] notes) =>
            new() { Title = title, ShowAxes = false, Legend = Legend.None, Series = [new NetworkDiagram(nodes, edges) { Radius = 34 }, .. notes] };
        return Figure.Grid("The chain rule through 1-1-1", 1,
        [
            Of("forward", Nodes($"x = {N(c.X)}", $"{c.A1:0.0000}", $"{c.A2:0.0000}"),
                [new(0, 1) { Label = $"w₁ = {N(c.W1)}" }, new(1, 2) { Label = $"w₂ = {N(c.W2)}" }],
                new Annotation(2.2, 0.5, $"z₁ = {c.Z1:0.000} (b₁ = {N(c.B1)}),  a₁ = σ(z₁)"),
                new Annotation(4.4, 0.5, $"z₂ = {c.Z2:0.0000} (b₂ = {N(c.B2)}),  a₂ = σ(z₂)"),
                new Annotation(4.4, -0.5, $"T = {N(c.T)},  E = {c.E:0.0000}")),
            Of("backward", Nodes("x", $"{c.dB1:0.00000}", $"{c.dB2:0.00000}"),
                [new(1, 0) { Label = $"∂E/∂w₁ = {c.dW1:0.000000}" }, new(2, 1) { Label = $"∂E/∂w₂ = {c.dW2:0.00000}" }],
                new Annotation(2.2, 0.5, "∂E/∂z₁ = ∂E/∂z₂ · w₂ · a₁(1 − a₁)"), new Annotation(4.4, 0.5, "∂E/∂z₂ = −(T − a₂) a₂(1 − a₂)")),
        ]) with
        { Width = 900, Height = 520 };
    }

    public static Figure CenturyErrors()
    {
        CenturyOutput output = CenturyOutput.OfTheNotes;
        double[] h = [0.5, 0.5, 0.5, 0.5, 0.5], errors = output.HiddenErrors(h, 0);
        double ŷ = output.Output(h);
        return NetworkFigures.Drawn($"Errors on their way back: ŷ = {ŷ:0.0000}, y = 0", 960, 620, 36,
            [.. NetworkFigures.CenturyNodes],
            [
                .. Enumerable.Range(0, 5).Select(j => new Edge(9, 4 + j) { Label = $"{1e3 * errors[j]:0.000}·10⁻³" }),
                .. from j in Enumerable.Range(0, 5) from i in Enumerable.Range(0, 4) select new Edge(4 + j, i),
            ],
            new Annotation(6.2, -0.75, $"∂E/∂z = 2ŷ·ŷ(1 − ŷ)\n= {1e3 * 2 * ŷ * ŷ * (1 - ŷ):0.000}·10⁻³"));
    }

    public static Figure CenturyTraining()
    {
        (double[] losses, double[] accuracies) = TrainCentury(600);
        double[] epochs = [.. Enumerable.Range(0, losses.Length).Select(i => (double)i)];
        return new Figure("The century network learns to say no", new Panel
        {
            X = new Axis("epoch"),
            Y = new Axis("mean of (y − ŷ)²") { Min = 0, Max = 0.6 },
            RightY = new Axis("players right (%)") { Min = 0, Max = 105 },
            Legend = Legend.Outside,
            Series =
            [
                new Line(epochs, losses) { Label = "error", Color = Palette.Blue },
                new Line(epochs, accuracies) { Label = "players right", Color = Palette.Vermillion, Style = LineStyle.Dashed, OnRightAxis = true },
            ],
        })
        { Width = 960, Height = 480 };
    }

    /// <summary>Full-batch descent from the printed weights on sixty players.</summary>
    public static (double[] Losses, double[] Accuracies) TrainCentury(int epochs)
    {
        var random = new RandomStream(3);
        NetworkGraph graph = NetworkGraph.OfLayers(CenturyNetwork.Draw(random));
        (double[,] X, double[,] Y) = CenturyNetwork.Players(random, 60);
        var accuracies = new List<double>();
        var net = new NetworkTuple(graph, OutputLoss.Squared, p => new GradientDescent(p, 2), _ => { }, new FixedPoint(1e-9, 1));
        var losses = new List<double>();
        for (int epoch = 0; epoch <= epochs; epoch++)
        {
            accuracies.Add(100.0 * Enumerable.Range(0, 60).Count(n => net.Predict(ScalarPerceptron.Column(X, n))[0] >= 0.5 == (Y[0, n] == 1)) / 60);
            losses.Add(net.Train(X, Y).Losses[0]); // one step, from where the weights are
        }

        return ([.. losses], [.. accuracies]);
    }

    private static string N(double value) => WalkThroughTrace.N(value);
}
