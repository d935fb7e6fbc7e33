using Reference.Book;
using Reference.Plotting;

namespace Reference.Perceptrons;

/// <summary>XOR, which one unit cannot separate and two layers can.</summary>
internal static class XorFigures
{
    // Light enough for the marks of both labels.
    private static readonly ColorMap Tint = new("label 1", Palette.White, Color.FromHex("#8FC0DD"));

    internal static Figure Plane() => new("XOR has no line", PerceptronFigures.Truth(
        LogicGates.XorLabels,
        new SlopedLine(1, 1, -0.5) { Style = LineStyle.Dashed, Color = Palette.Grey, Label = "3 of 4 right" },
        new SlopedLine(1, 1, -1.5) { Style = LineStyle.Dashed, Color = Palette.Grey },
        new SlopedLine(1, -1, -0.5) { Style = LineStyle.Dashed, Color = Palette.Grey }))
    { Width = 660, Height = 520 };

    internal static Figure Network() => new("XOR in two layers", new Panel
    {
        ShowAxes = false,
        ShowLegend = false,
        Series =
        [
            new NetworkDiagram(
                [
                    new Node(0, 1, "x₁"), new Node(0, 0, "x₂"), new Node(1, 1, "AND"), new Node(1, 0, "NOR"),
                        new Node(2, 0.5, "XOR"),
                    new Node(0, 1.75, "1"), new Node(1, 1.75, "1"),
                ],
                [.. Into(2, LogicGates.And, 0, 1, 5), .. Into(3, LogicGates.Nor, 0, 1, 5),
                    .. Into(4, LogicGates.Nor, 2, 3, 6)]),
        ],
    })
    { Width = 760, Height = 460 };

    // The edges of a gate with two inputs and a bias, labelled with its own weights.
    private static Edge[] Into(int unit, LogicGate gate, int first, int second, int one) =>
    [
        new(first, unit) { Label = Signed(gate.Weights[0]) },
        new(second, unit) { Label = Signed(gate.Weights[1]) },
        new(one, unit) { Label = Signed(gate.Bias) },
    ];

    private static string Signed(double weight) => $"{weight}".Replace('-', '−');

    internal static Figure Hidden()
    {
        double[][] hidden = [.. LogicGates.Inputs.Select(x =>
            new[] { LogicGates.And.Output(x), LogicGates.Nor.Output(x) })];
        Panel inputs = PerceptronFigures.Truth(LogicGates.XorLabels);
        return Figure.Grid("XOR before and after the hidden layer", 2,
        [
            inputs with
            {
                Title = "inputs",
                ShowLegend = false,
                Series =
                [
                    Boundary(LogicGates.And) with { Label = "AND" },
                    Boundary(LogicGates.Nor) with { Label = "NOR", Style = LineStyle.Dashed }, .. inputs.Series,
                    new Annotation(1.15, 1.2, "AND = 1"), new Annotation(-0.15, -0.2, "NOR = 1"),
                ],
            },
            inputs with
            {
                Title = "outputs of the hidden units",
                X = inputs.X with { Label = "AND(x₁, x₂)" },
                Y = inputs.Y with { Label = "NOR(x₁, x₂)" },
                Series =
                [
                    .. PerceptronFigures.Divided(LogicGates.Nor.Weights, LogicGates.Nor.Bias),
                    .. PerceptronFigures.Labelled(hidden, LogicGates.XorLabels, 11),
                    new Annotation(0, -0.18, "two points"),
                ],
            },
        ]);

        static SlopedLine Boundary(LogicGate gate) =>
            new(gate.Weights[0], gate.Weights[1], gate.Bias) { Color = Palette.Black };
    }

    internal static Figure Regions() => new("Two layers bend the boundary", PerceptronFigures.Truth(
        LogicGates.XorLabels,
        HeatMap.Of(LogicGates.Xor, (-0.5, 1.5), (-0.5, 1.5), 240, 240) with
            { Map = Tint, Min = 0, Max = 1, ColorBar = "h(x₁, x₂)" },
        Contours.Of(LogicGates.Xor, (-0.5, 1.5), (-0.5, 1.5)) with
            { Levels = [0.5], Color = Palette.Black }) with { ShowLegend = false })
    { Width = 660, Height = 520 };

    internal static Figure TwoModels()
    {
        LogicGate first = new("m₁", 2, [4, -2]);
        LogicGate second = new("m₂", 1, [-3, -4]);
        return Figure.Grid("Two linear models make a non-linear one", 3,
        [
            Map("m₁ = σ(4x₁ − 2x₂ + 2)", (x1, x2) => first.Output(x1, x2)),
            Map("m₂ = σ(−3x₁ − 4x₂ + 1)", (x1, x2) => second.Output(x1, x2)),
            Map("σ(20m₁ + 20m₂ − 30)", (x1, x2) => Feedforward.Combine(first, second, 20, 20, -30, [x1, x2])),
        ]) with
        { Height = 318 };
    }

    private static Panel Map(string title, Func<double, double, double> f) => new()
    {
        Title = title,
        X = new Axis("x₁"),
        Y = new Axis("x₂"),
        AspectEqual = true,
        ShowLegend = false,
        Series =
        [
            HeatMap.Of(f, (-2, 2), (-2, 2), 240, 240) with { Map = ColorMap.Viridis, Min = 0, Max = 1,
                ColorBar = "probability" },
            Contours.Of(f, (-2, 2), (-2, 2)) with { Levels = [0.5], Color = Palette.White },
        ],
    };
}
