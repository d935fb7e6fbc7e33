using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Activations;

/// <summary>The figures of chapter 02 on gradients behind many layers and units that died.</summary>
public static class GradientFigures
{
    /// <summary>Gradients behind many layers.</summary>
    public static IReadOnlyList<ChapterFigure> ManyLayers { get; } =
    [
        new("chain-bound",
            "Chains of units with weights 1: sigmoids leave even less than the bound (¼)ᴸ of a gradient, tanh 0.016 of it after twenty, ReLU all of it.",
            "S4-005 S1-140", ChainBound),
        new("gradient-by-layer",
            "The gradient of each layer's weights in random networks of ten layers: with sigmoids the layers near the input get next to nothing.",
            "S4-005 S2-036 S1-140", () => NormsByLayer(depth: 10, seed: 1)),
    ];

    /// <summary>What becomes of a unit and of its outputs, by its activation.</summary>
    public static IReadOnlyList<ChapterFigure> Units { get; } =
    [
        new("dead-unit", "A unit with bias −100 under gradient descent: with ReLU it never moves, with a slope to the left it comes back.",
            "S1-124 S2-033 S2-036", Dead),
        new("self-normalizing", "Mean and variance of the outputs through 50 layers: SELU stays near 0 and 1, ReLU's mean sits near ½, and tanh dies down.",
            "S1-127", SelfNormalizing),
    ];

    /// <summary>‖∂L/∂W‖ by layer in random networks of 64 units a layer. S4-005, S2-036.</summary>
    public static Figure NormsByLayer(int depth, ulong seed)
    {
        double[] layers = [.. Enumerable.Range(1, depth).Select(l => (double)l)];
        (Activation F, double Gain, MarkerShape Shape)[] networks =
            [(Activation.Sigmoid, 1, MarkerShape.Circle), (Activation.Tanh, 1, MarkerShape.Square), (Activation.Relu, Math.Sqrt(2), MarkerShape.Triangle)];
        return new Figure("Who learns how fast", new Panel
        {
            X = new Axis("layer, 1 next to the input"),
            Y = new Axis("‖∂L/∂W‖") { Scale = AxisScale.Log },
            Legend = Legend.BottomRight,
            Series = [.. networks.SelectMany((n, i) =>
            {
                double[] norms = VanishingGradient.GradientNorms(n.F, depth, 64, n.Gain, new RandomStream(seed));
                return new Series[]
                {
                    new Line(layers, norms) { Color = Palette.Order[i], Width = 1.4 },
                    new Markers(layers, norms) { Color = Palette.Order[i], Shape = n.Shape, Size = 8, Label = n.F.Name },
                };
            })],
        });
    }

    private static Figure ChainBound()
    {
        double[] lengths = [.. Enumerable.Range(1, 20).Select(l => (double)l)];
        return new Figure("Each sigmoid takes three quarters", new Panel
        {
            X = new Axis("units in the chain L"),
            Y = new Axis("slope of the chain") { Scale = AxisScale.Log },
            Legend = Legend.BottomLeft,
            Series =
            [
                new Line(lengths, [.. lengths.Select(l => Math.Pow(0.25, l))]) { Color = Palette.Black, Style = LineStyle.Dashed, Label = "bound (¼)ᴸ" },
                Course(Activation.Sigmoid, Palette.Blue),
                Course(Activation.Tanh, Palette.Vermillion),
                Course(Activation.Relu, Palette.Green),
            ],
        });

        // From a₀ = 1 for ReLU and tanh, which let 0 pass as it is; the sigmoid starts at 0, where it is steepest.
        Markers Course(Activation f, Color color) => new(
            lengths, [.. lengths.Select(l => VanishingGradient.Chain(f, [.. Enumerable.Repeat(1.0, (int)l)], f == Activation.Sigmoid ? 0 : 1).Derivative)])
        { Color = color, Label = f.Name, Size = 7 };
    }

    private static Figure Dead()
    {
        double[] x = [-1, 0, 1, 2];
        double[] t = [0, 1, 2, 3]; // w = 1, b = 1 fits them
        return new Figure("A dead unit stays dead", new Panel
        {
            X = new Axis("step of gradient descent"),
            Y = new Axis("bias b"),
            Legend = Legend.Outside,
            Series = [.. new[] { Activation.Relu, Activation.Leaky(0.05), Activation.Leaky(0.1), Activation.Leaky(0.2) }.Select((f, i) =>
            {
                double[] course = DeadUnit.BiasCourse(f, -100, x, t, learningRate: 0.5, steps: 1000);
                return new Line([.. course.Select((_, step) => (double)step)], course) { Label = f.Name, Color = Palette.Order[i], Style = (LineStyle)i };
            })],
        });
    }

    private static Figure SelfNormalizing()
    {
        (Activation F, double Gain)[] networks = [(Activation.Selu, 1), (Activation.Relu, Math.Sqrt(2)), (Activation.Tanh, 1)];
        (double Mean, double Variance)[][] moments = [.. networks.Select(n => VanishingGradient.OutputMoments(n.F, 50, 128, n.Gain, new RandomStream(1)))];
        return Figure.Grid("Fifty layers of random weights", 2,
        [
            Panel("mean of the outputs", m => m.Mean, Legend.None, 0.8),
            Panel("variance of the outputs", m => m.Variance, Legend.TopRight, 1.7),
        ]);

        Panel Panel(string what, Func<(double Mean, double Variance), double> part, Legend legend, double top) => new()
        {
            Title = what,
            X = new Axis("layer"),
            Y = new Axis(what) { Max = top },
            Legend = legend,
            Series =
            [
                .. networks.Select((n, i) => new Line([.. Enumerable.Range(1, 50).Select(l => (double)l)], [.. moments[i].Select(part)])
                {
                    Label = n.F.Name, Color = Palette.Order[i], Style = (LineStyle)i,
                }),
            ],
        };
    }
}
