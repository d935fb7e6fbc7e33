using MathNet.Numerics.LinearAlgebra;
using Reference.Plotting;

namespace Reference.Losses;

/// <summary>Figures of squared error and cross-entropy through a sigmoid.</summary>
internal static class CurvatureFigures
{
    public static Figure LogitCurvature()
    {
        double[] left = [-6, SigmoidCost.Inflection];
        return Figure.Grid("Through a sigmoid, label 1", 2,
        [
            new Panel
            {
                Title = "loss",
                X = new Axis("logit z") { Min = -6, Max = 6 },
                Y = new Axis("loss") { Min = 0, Max = 4 },
                Legend = Legend.TopRight,
                Series =
                [
                    new Region(left, [0, 0], [4, 4]) { Color = Palette.Grey, Opacity = 0.18 },
                    Line.Of(z => SigmoidCost.CrossEntropy(z, 1), -6, 6) with { Label = "cross-entropy", Color = Palette.Blue, Width = 2.4 },
                    Line.Of(z => SigmoidCost.Squared(z, 1), -6, 6)
                        with { Label = "squared error", Color = Palette.Vermillion, Style = LineStyle.Dashed, Width = 2.4 },
                ],
            },
            new Panel
            {
                Title = "curvature",
                X = new Axis("logit z") { Min = -6, Max = 6 },
                Y = new Axis("d²loss/dz²") { Min = -0.2, Max = 0.3 },
                Legend = Legend.TopRight,
                Series =
                [
                    new Region(left, [-0.2, -0.2], [0.3, 0.3]) { Color = Palette.Grey, Opacity = 0.18, Label = "z < −ln 2" },
                    new HorizontalLine(0) { Color = Palette.Grey, Style = LineStyle.Solid, Width = 1 },
                    Line.Of(z => SigmoidCost.CrossEntropyCurvature(z, 1), -6, 6) with { Color = Palette.Blue, Width = 2.4 },
                    Line.Of(z => SigmoidCost.SquaredCurvature(z, 1), -6, 6) with { Color = Palette.Vermillion, Style = LineStyle.Dashed, Width = 2.4 },
                ],
            },
        ]) with
        { Width = 1000 };
    }

    public static Figure GradientMagnitudes() => new("The pull on a logit, label 1", new Panel
    {
        X = new Axis("logit z"),
        Y = new Axis("|∂loss/∂z|") { Min = 0, Max = 1.05 },
        Legend = Legend.TopRight,
        Series =
        [
            Line.Of(z => Math.Abs(SigmoidCost.CrossEntropySlope(z, 1)), -8, 8) with { Label = "cross-entropy", Color = Palette.Blue, Width = 2.4 },
            Line.Of(z => Math.Abs(SigmoidCost.SquaredSlope(z, 1)), -8, 8)
                with { Label = "squared error", Color = Palette.Vermillion, Style = LineStyle.Dashed, Width = 2.4 },
            new Markers([-4, -4], [Math.Abs(SigmoidCost.CrossEntropySlope(-4, 1)), Math.Abs(SigmoidCost.SquaredSlope(-4, 1))])
            { Color = Palette.Black, Size = 7 },
            new Annotation(-7.8, 0.5, $"at z = −4 the pull is {SigmoidCost.CrossEntropySlope(-4, 1) / SigmoidCost.SquaredSlope(-4, 1):0} times as strong")
            { Anchor = TextAnchor.Left },
        ],
    });

    public static Figure Minima()
    {
        IReadOnlyList<double> squared = TwoMinima.Of(TwoMinima.Cost.Squared);
        IReadOnlyList<double> crossEntropy = TwoMinima.Of(TwoMinima.Cost.CrossEntropy);
        return new Figure("One weight, three points", new Panel
        {
            X = new Axis("weight w"),
            Y = new Axis("mean loss") { Min = 0, Max = 1.2 },
            Legend = Legend.TopRight,
            Series =
            [
                Line.Of(TwoMinima.Cost.CrossEntropy, -2, 6, 801) with { Label = "cross-entropy", Color = Palette.Blue, Width = 2.2 },
                Line.Of(TwoMinima.Cost.Squared, -2, 6, 801) with { Label = "squared error", Color = Palette.Vermillion, Style = LineStyle.Dashed, Width = 2.2 },
                new Markers([.. squared], [.. squared.Select(TwoMinima.Cost.Squared)]) { Label = "minima", Color = Palette.Black, Size = 8 },
                new Markers([.. crossEntropy], [.. crossEntropy.Select(TwoMinima.Cost.CrossEntropy)]) { Color = Palette.Black, Size = 8 },
            ],
        });
    }

    public static Figure FlatRegions() => new("Costs of one weight, b = 0.5", new Panel
    {
        X = new Axis("weight w"),
        Y = new Axis("cost") { Min = -0.05, Max = 4 },
        Legend = Legend.TopRight,
        Series =
        [
            Line.Of(w => FlatRegion.Cost.CrossEntropy(At(w, 0.5)), -4, 4, 801) with { Label = "sigmoid, cross-entropy", Color = Palette.Blue, Width = 2.2 },
            Line.Of(w => FlatRegion.Cost.Squared(At(w, 0.5)), -4, 4, 801)
                with { Label = "sigmoid, squared error", Color = Palette.Vermillion, Style = LineStyle.Dashed, Width = 2.2 },
            Line.Of(w => FlatRegion.Cost.Thresholded(At(w, 0.5)), -4, 4, 3201)
                with { Label = "threshold: share of mistakes", Color = Palette.Black, Style = LineStyle.Dotted, Width = 2 },
        ],
    });

    public static Figure CostSurfaces() => Figure.Grid("Costs over weight and bias", 3,
    [
        Surface("threshold", FlatRegion.Cost.Thresholded, contours: false),
        Surface("sigmoid, squared error", FlatRegion.Cost.Squared, contours: true),
        Surface("sigmoid, cross-entropy", FlatRegion.Cost.CrossEntropy, contours: true),
    ]);

    private static Panel Surface(string title, Func<Vector<double>, double> cost, bool contours)
    {
        double Of(double w, double b) => cost(At(w, b));
        var map = HeatMap.Of(Of, (-4, 4), (-8, 8)) with { Map = ColorMap.Viridis, ColorBar = "cost" };
        return new()
        {
            Title = title,
            X = new Axis("weight w") { Min = -4, Max = 4, Ticks = [new(-4, "−4"), new(-2, "−2"), new(0, "0"), new(2, "2"), new(4, "4")] },
            Y = new Axis("bias b") { Min = -8, Max = 8 },
            Legend = Legend.None,
            Series = contours ? [map, Contours.Of(Of, (-4, 4), (-8, 8)) with { Color = Palette.White }] : [map],
        };
    }

    private static Vector<double> At(double w, double b) => Vector<double>.Build.Dense([w, b]);
}
