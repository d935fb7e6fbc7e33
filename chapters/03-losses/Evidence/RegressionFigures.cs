using Reference.Book;
using Reference.Plotting;
using static Reference.Losses.ScalarAbsoluteError;

namespace Reference.Losses;

/// <summary>Figures of the regression losses and of the hinge.</summary>
internal static class RegressionFigures
{
    public static Figure LossShapes()
    {
        (string Name, Func<double, double> Loss, Func<double, double> Derivative, Color Color, LineStyle Of)[] losses =
        [
            ("squared r²", r => ScalarSquaredError.Sum([r], [0]), r => ScalarSquaredError.SumGradient([r], [0])[0],
                ColorOf.SquaredError, LineStyle.Solid),
            ("absolute |r|", r => Mean([r], [0]), Derivative, Palette.Black, LineStyle.Dashed),
            ("Huber, δ = 1", r => Huber(r, 1), r => HuberDerivative(r, 1), Palette.Sky, LineStyle.Solid),
            ("smooth L1, β = ½", r => SmoothL1(r, 0.5), r => SmoothL1Derivative(r, 0.5), Palette.Orange,
                LineStyle.DashDot),
        ];
        var residual = new Axis("residual r = ŷ − y")
        { Min = -3, Max = 3, Ticks = [.. Enumerable.Range(-3, 7).Select(r => new Tick(r, $"{r}".Replace('-', '−')))] };
        return Figure.Grid("Losses of a residual", 2,
        [
            new Panel
            {
                Title = "loss", X = residual, Y = new Axis("loss") { Min = 0, Max = 6 }, ShowLegend = false,
                Series = [.. losses.Select(l => Line.Of(l.Loss, -3, 3) with
                    { Color = l.Color, Style = l.Of, Width = 2.2 })],
            },
            new Panel
            {
                Title = "derivative", X = residual, Y = new Axis("∂loss/∂ŷ") { Min = -4, Max = 4 },
                Series =
                [
                    .. losses.Select(l => Line.Of(l.Derivative, -3, 3, 602) with
                        { Label = l.Name, Color = l.Color, Style = l.Of, Width = 2.2 }).Select(WithGap),
                    new Markers([0, 0], [-1, 1]) { Color = Palette.Black, Filled = false },
                    new Markers([0], [Derivative(0)]) { Color = Palette.Black },
                ],
            },
        ]) with
        { ShareX = true };
    }

    /// <summary>The line with a gap where it jumps from one point to the next.</summary>
    internal static Line WithGap(Line line)
    {
        double[] ys = [.. line.Ys];
        for (int i = 1; i < ys.Length; i++)
        {
            ys[i] = Math.Abs(line.Ys[i] - line.Ys[i - 1]) > 0.1 ? double.NaN : ys[i];
        }

        return new([.. line.Xs], ys)
            { Label = line.Label, Color = line.Color, Style = line.Style, Width = line.Width };
    }

    public static Figure Outlier()
    {
        double[] places = [.. Enumerable.Range(0, 201).Select(i => 1 + i * 0.1)];
        return new Figure("One outlier", new Panel
        {
            X = new Axis("value of the eleventh target"), Y = new Axis("best constant prediction"),
            Series =
            [
                Best("mean: squared error", BestConstant.OfSquares, ColorOf.SquaredError, LineStyle.Solid),
                Best("Huber, δ = 1", y => BestConstant.OfHuber(y, 1), Palette.Sky, LineStyle.Dashed),
                Best("median: absolute error", BestConstant.OfAbsolute, Palette.Black, LineStyle.DashDot),
            ],
        });

        Line Best(string label, Func<double[], double> best, Color color, LineStyle style) =>
            new(places, [.. places.Select(place => best([.. LossExamples.Targets, place]))])
            { Label = label, Color = color, Style = style, Width = 2.4 };
    }

    public static Figure Margins() => new("Losses of a margin", new Panel
    {
        X = new Axis("margin ys"), Y = new Axis("loss") { Min = -0.2, Max = 4 },
        Series =
        [
            new Line([-3, 0, 0, 0, 3], [1, 1, double.NaN, 0, 0])
                { Label = "mistake: 1, else 0", Color = Palette.Black, Width = 1.8 },
            Line.Of(s => ScalarHinge.OfSample(s, 1), -3, 3)
                with { Label = "hinge", Color = ColorOf.Hinge, Style = LineStyle.Dashed, Width = 2.4 },
            Line.Of(s => ScalarBinaryCrossEntropy.OfLogit(s, 1) / Math.Log(2), -3, 3)
                with { Label = "cross-entropy in bits", Color = ColorOf.CrossEntropy, Width = 2.4 },
            new Markers([0], [1]) { Color = Palette.Black, Size = 8 },
            new Markers([0], [0]) { Color = Palette.Black, Size = 8, Filled = false },
        ],
    });

    public static Figure LineCosts()
    {
        var cost = new LineCost([-2, -1, 0, 1, 2], [-2.6, -1.9, 0.4, 1.1, 3.5]);
        (double w, double b) = cost.Minimum();
        return Figure.Grid("The squared error of a line", 2,
        [
            new Panel
            {
                Title = "one parameter: S(w), b at its best", X = new Axis("slope w"),
                Y = new Axis("S(w)") { Min = -2, Max = 60 },
                Series =
                [
                    Line.Of(v => cost.Value(v, b), w - 2, w + 2)
                        with { Color = ColorOf.SquaredError, Width = 2.4, Label = "Σ (z − wx − b)²" },
                    new Markers([w], [cost.Value(w, b)])
                        { Color = ColorOf.Minimum, Size = 9, Filled = false, Label = "minimum" },
                ],
            },
            new Panel
            {
                Title = "two parameters: S(w, b)", X = new Axis("slope w"), Y = new Axis("intercept b"),
                ShowLegend = false,
                Series =
                [
                    HeatMap.Of(cost.Value, (w - 2, w + 2), (b - 2, b + 2))
                        with { Map = ColorMap.Viridis, ColorBar = "S(w, b)" },
                    Contours.Of(cost.Value, (w - 2, w + 2), (b - 2, b + 2)) with { Color = Palette.White },
                    new Markers([w], [b]) { Color = ColorOf.Minimum, Size = 9, Filled = false },
                ],
            },
        ]);
    }
}
