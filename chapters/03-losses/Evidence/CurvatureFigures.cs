using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Plotting;
using static Reference.Losses.ScalarBinaryCrossEntropy;
using static Reference.Losses.ScalarSigmoidLoss;

namespace Reference.Losses;

/// <summary>Figures of squared error and cross-entropy through a sigmoid.</summary>
internal static class CurvatureFigures
{
    private static Line CrossEntropy(Func<double, double> f, double low, double high, int points = 401) =>
        Line.Of(f, low, high, points) with { Color = ColorOf.CrossEntropy, Width = 2.4 };

    private static Line SquaredError(Func<double, double> f, double low, double high, int points = 401) =>
        Line.Of(f, low, high, points) with { Color = ColorOf.SquaredError, Style = LineStyle.Dashed, Width = 2.4 };

    public static Figure LogitCurvature() => Figure.Grid("Through a sigmoid, label 1", 3,
    [
        OfLogits("loss", new Axis("loss") { Min = 0, Max = 4 },
            CrossEntropy(z => OfLogit(z, 1), -6, 6), SquaredError(z => Squared(z, 1), -6, 6)),
        OfLogits("derivative", new Axis("|dloss/dz|") { Min = 0, Max = 1.05 },
            CrossEntropy(z => -LogitDerivative(z, 1), -6, 6),
            SquaredError(z => -SquaredDerivative(z, 1), -6, 6),
            new Markers([-4, -4], [-LogitDerivative(-4, 1), -SquaredDerivative(-4, 1)])
                { Color = Palette.Black, Size = 7 },
            new Annotation(-5.8, 0.5, $"×{LogitDerivative(-4, 1) / SquaredDerivative(-4, 1):0} at −4")
                { Anchor = TextAnchor.Left }),
        OfLogits("curvature", new Axis("d²loss/dz²") { Min = -0.2, Max = 0.3 },
            new HorizontalLine(0) { Color = Palette.Grey, Style = LineStyle.Solid, Width = 1 },
            CrossEntropy(CrossEntropyCurvature, -6, 6),
            SquaredError(z => SquaredCurvature(z, 1), -6, 6)),
    ]) with
    { Height = 380 };

    // Shaded where squared error is not convex.
    private static Panel OfLogits(string title, Axis y, params Series[] series) => new()
    {
        Title = title,
        X = new Axis("logit z") { Min = -6, Max = 6 },
        Y = y,
        Series =
        [
            new Region([-6, Inflection], [y.Min!.Value, y.Min!.Value], [y.Max!.Value, y.Max!.Value])
                { Color = Palette.Grey, Opacity = 0.18, Label = "z < −ln 2" },
            .. series.Select(s => s is Line ? s with { Label = Name(s) } : s),
        ],
    };

    private static string Name(Series s) => s.Color == ColorOf.CrossEntropy ? "cross-entropy" : "squared error";

    public static Figure TwoMinima()
    {
        Func<double, double> squared = LossExamples.OfOneWeight(LossExamples.ThreePoints.Squared);
        Func<double, double> crossEntropy = LossExamples.OfOneWeight(LossExamples.ThreePoints.CrossEntropy);
        return new Figure("One weight, three points", new Panel
        {
            X = new Axis("weight w"), Y = new Axis("mean loss") { Min = 0, Max = 1.2 },
            Series =
            [
                CrossEntropy(crossEntropy, -2, 6, 801) with { Label = "cross-entropy" },
                SquaredError(squared, -2, 6, 801) with { Label = "squared error" },
                Minima(squared) with { Label = "minima" },
                Minima(crossEntropy),
            ],
        });

        static Markers Minima(Func<double, double> cost)
        {
            IReadOnlyList<double> w = LossExamples.Minima(cost);
            return new([.. w], [.. w.Select(cost)]) { Color = ColorOf.Minimum, Size = 8 };
        }
    }

    public static Figure FlatRegions() => new("Costs of one weight, b = 0.5", new Panel
    {
        X = new Axis("weight w"), Y = new Axis("cost") { Min = -0.05, Max = 4 },
        Series =
        [
            CrossEntropy(w => LossExamples.SixPoints.CrossEntropy(At(w, 0.5)), -4, 4, 801) with
                { Label = "sigmoid, cross-entropy" },
            SquaredError(w => LossExamples.SixPoints.Squared(At(w, 0.5)), -4, 4, 801) with
                { Label = "sigmoid, squared error" },
            RegressionFigures.WithGap(Line.Of(w => LossExamples.SixPoints.Thresholded(At(w, 0.5)), -4, 4, 3201) with
                { Label = "threshold: share of mistakes", Color = Palette.Black, Width = 2 }),
            .. Ends(w => LossExamples.SixPoints.Thresholded(At(w, 0.5))),
        ],
    });

    // The score of a point changes its sign at w = −b/x.
    private static IEnumerable<Markers> Ends(Func<double, double> cost)
    {
        double[] jumps = [.. new[] { -3, -2, -1, 1, 2, 3 }.Select(x => -0.5 / x)];
        double Beside(double w) => cost(w - 1e-6) == cost(w) ? cost(w + 1e-6) : cost(w - 1e-6);
        return [new(jumps, [.. jumps.Select(Beside)]) { Color = Palette.Black, Size = 5, Filled = false },
            new(jumps, [.. jumps.Select(cost)]) { Color = Palette.Black, Size = 5 }];
    }

    public static Figure CostSurfaces() => Figure.Grid("Costs over weight and bias", 3,
    [
        Surface("threshold", LossExamples.SixPoints.Thresholded, contours: false),
        Surface("sigmoid, squared error", LossExamples.SixPoints.Squared, contours: true),
        Surface("sigmoid, cross-entropy", LossExamples.SixPoints.CrossEntropy, contours: true),
    ]) with
    { ShareY = true };

    private static Panel Surface(string title, Func<Vector<double>, double> cost, bool contours)
    {
        double Of(double w, double b) => cost(At(w, b));
        int cells = contours ? 160 : 480; // jumps show the cells that they pass between
        var map = HeatMap.Of(Of, (-4, 4), (-8, 8), cells, cells) with { Map = ColorMap.Viridis, ColorBar = "cost" };
        return new()
        {
            Title = title,
            X = new Axis("weight w")
                { Min = -4, Max = 4, Ticks = [new(-4, "−4"), new(-2, "−2"), new(0, "0"), new(2, "2"), new(4, "4")] },
            Y = new Axis("bias b") { Min = -8, Max = 8 }, ShowLegend = false,
            Series = contours ? [map, Contours.Of(Of, (-4, 4), (-8, 8)) with { Color = Palette.White }] : [map],
        };
    }

    private static Vector<double> At(double w, double b) => Vector<double>.Build.Dense([w, b]);
}
