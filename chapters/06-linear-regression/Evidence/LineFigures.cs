using Reference.Book;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.LinearModels;

/// <summary>Figures of the neuron, its noise, and descent on one or two parameters.</summary>
internal static class LineFigures
{
    public static Figure Neuron()
    {
        double[] weights = [-0.5, 0.5, 1, 2], biases = [-2, 0, 2];
        return Figure.Grid("ŷ = wx + b", 2,
        [
            Family("weight (b = 1)", [.. weights.Select(w => (w, 1.0, $"w = {w:0.0;−0.0}"))]),
            Family("bias (w = 1)", [.. biases.Select(b => (1.0, b, $"b = {b:0;−0}"))]),
        ]) with
        { ShareY = true };

        static Panel Family(string title, (double W, double B, string Name)[] lines) => new()
        {
            Title = title,
            X = new Axis("x") { Min = -3, Max = 3 },
            Y = new Axis("ŷ") { Min = -6, Max = 8 },
            Series =
            [
                .. lines.Select((l, i) => Line.Of(x => ScalarLine.Predict(l.W, l.B, x), -3, 3, 2) with
                    { Label = l.Name, Color = Palette.Order[i] }),
                new VerticalLine(0),
            ],
        };
    }

    public static Figure Noise()
    {
        const double W = 2, B = -1, Deviation = 0.8;
        var random = new RandomStream(68);
        double[] x = [.. Enumerable.Range(0, 60).Select(_ => random.Uniform(-2, 2))], ends = [-2.2, 2.2];
        double[] y = [.. x.Select(v => ScalarLine.Predict(W, B, v) + Deviation * random.Normal())];
        LineFit fit = LineFit.Of(x, y);
        return new Figure("A line and Gaussian noise, s = 0.8", new Panel
        {
            X = new Axis("x") { Min = -2.2, Max = 2.2 },
            Y = "y",
            Series =
            [
                new Region(ends, [.. ends.Select(v => W * v + B - 1.96 * Deviation)],
                    [.. ends.Select(v => W * v + B + 1.96 * Deviation)])
                    { Color = Palette.Grey, Label = "95 % of the targets" },
                new Line(ends, [.. ends.Select(v => W * v + B)])
                    { Color = ColorOf.Truth, Style = LineStyle.Dashed, Label = "true: y = 2x − 1" },
                new Markers(x, y) { Color = ColorOf.Data, Label = "samples" },
                new Line(ends, [.. ends.Select(fit.Predict)])
                    { Color = ColorOf.Fit, Label = $"least squares: {fit.W:0.00}x − {-fit.B:0.00}" },
            ],
        });
    }

    public static Figure SlopeDescent()
    {
        SlopeCost cost = SlopeCost.Exercise;
        double[] w = Descent.Path(new ScalarDescent(0.1), cost.Derivative, -10, 4),
            x = LinearRegressionNumbers.ExerciseX;
        return Figure.Grid("Descent on the slope, η = 0.1", 2,
        [
            new Panel
            {
                Title = "data",
                X = "x",
                Y = "y",
                Series =
                [
                    new Markers(x, [.. x.Select(v => -3 * v)]) { Color = ColorOf.Data, Size = 4, Label = "y = −3x" },
                    .. w.Select((slope, t) =>
                        new Line([-3, 2.9], [-3 * slope, 2.9 * slope])
                            { Color = ColorOf.Time(t, w.Length), Label = $"step {t}: w = {slope:0.00;−0.00}" }),
                ],
            },
            new Panel
            {
                Title = "cost",
                X = new Axis("slope w") { Min = -11, Max = 5 },
                Y = "mean squared error",
                ShowLegend = false,
                Series =
                [
                    Line.Of(cost.Value, -11, 5) with { Color = Palette.Grey },
                    .. new[] { -10, w[1], 1 }.SelectMany(Tangent),
                    .. w.Select((slope, t) => new Markers([slope], [cost.Value(slope)])
                        { Color = ColorOf.Time(t, w.Length), Size = 9 }),
                ],
            },
        ]);

        IEnumerable<Series> Tangent(double at) =>
        [
            Line.Of(v => cost.Value(at) + cost.Derivative(at) * (v - at), at - 1.2, at + 1.2, 2)
                with { Color = ColorOf.Derivative, Width = 2.6 },
            new Annotation(at + (at < -3 ? 0.7 : -0.7), cost.Value(at) + 12, $"slope {cost.Derivative(at):0.#;−0.#}")
                { Anchor = at < -3 ? TextAnchor.Left : TextAnchor.Right, Color = ColorOf.Derivative },
        ];
    }

    public static Figure DescentPath()
    {
        double[] x = LinearRegressionNumbers.ExerciseX, y = LinearRegressionNumbers.ExerciseY;
        IReadOnlyList<LineDescent.Point> path = LineDescent.Run(x, y, -15, -10, 0.1, 15);
        double[] w = [.. path.Select(p => p.W)], b = [.. path.Select(p => p.B)];
        Axis slope = new("slope w") { Min = -16, Max = 12 }, bias = new("bias b") { Min = -12, Max = 10 };
        return Figure.Grid("Slope and bias of y = x − 1, η = 0.1", 2,
        [
            new Panel
            {
                Title = "the loss above the plane of w and b",
                X = slope,
                Y = bias,
                Series =
                [
                    Surface.Of(Loss, (-16, 12), (-12, 10)) with
                    {
                        Map = ColorMap.Blues, Height = "mean squared error", Color = ColorOf.Path,
                        Path = [.. path.Select(p => (p.W, p.B, p.Loss))], Azimuth = 160,
                    },
                ],
            },
            new Panel
            {
                Title = "from above",
                X = slope,
                Y = bias,
                Series =
                [
                    Contours.Of(Loss, (-16, 12), (-12, 10), 161, 161) with
                    {
                        Filled = true, Map = ColorMap.Blues, ColorBar = "mean squared error",
                        Levels = [5, 20, 50, 100, 200, 400, 700],
                    },
                    new Line(w, b) { Color = ColorOf.Path, Label = "descent" },
                    new Markers(w, b) { Color = ColorOf.Path, Size = 6 },
                    new Markers([1], [-1])
                        { Color = ColorOf.Minimum, Shape = MarkerShape.Cross, Size = 11, Label = "minimum" },
                ],
            },
        ]) with
        { Height = 520 };

        double Loss(double slope, double bias) => ScalarLine.MeanSquaredError(slope, bias, x, y);
    }
}
