using Reference.Datasets;
using Reference.Plotting;

namespace Reference.Classification;

/// <summary>Figures of what the model says.</summary>
internal static class ModelFigures
{
    public static Figure Diagram() => new("Logistic regression", new Panel
    {
        ShowAxes = false,
        ShowGrid = false,
        AspectEqual = true,
        Series =
        [
            new NetworkDiagram(
                [new(0, 2, "x₁"), new(0, 0, "x₂"), new(0, -2, "1"), new(3, 0, "z"), new(6, 0, "σ"), new(9, 0, "ŷ")],
                [new(0, 3) { Label = "w₁" }, new(1, 3) { Label = "w₂" }, new(2, 3) { Label = "b" }, new(3, 4), new(4, 5)])
            { Radius = 28 },
            new Annotation(3, -1.5, "linear part\nz = w·x + b"),
            new Annotation(6, -1.5, "sigmoid\nσ(z)"),
            new Annotation(9, -1.5, "probability\nof label 1"),
        ],
    })
    { Width = 820, Height = 420 };

    public static Figure Curve()
    {
        LogisticModel fit = ExampleSets.BestOfStudents;
        (double[] x, int[] y) = ExampleSets.Students;
        return Figure.Grid("From hours of study to a probability", 2,
        [
            new Panel
            {
                Title = "probability",
                X = new Axis("hours of study") { Min = -0.2, Max = 6.2 },
                Y = new Axis("P(passed)") { Min = -0.08, Max = 1.08 },
                Legend = Legend.None,
                Series =
                [
                    Line.Of(h => ScalarLogisticRegression.Predict(fit.W, fit.B, [h]), 0, 6) with { Color = Palette.Blue },
                    new VerticalLine(-fit.B / fit.W[0]),
                    new HorizontalLine(0.5) { Style = LineStyle.Dotted },
                    new Markers(x, [.. y.Select(label => (double)label)]) { Color = Palette.Vermillion, Filled = false },
                    new Annotation(4.55, 0.72, "σ(wx + b)") { Anchor = TextAnchor.Left },
                    new Annotation(2.95, 0.2, "boundary") { Anchor = TextAnchor.Left },
                    new Annotation(0.3, 0.92, "passed") { Anchor = TextAnchor.Left },
                    new Annotation(5.9, 0.08, "failed") { Anchor = TextAnchor.Right },
                ],
            },
            new Panel
            {
                Title = "log-odds",
                X = new Axis("hours of study") { Min = -0.2, Max = 6.2 },
                Y = new Axis("ln(ŷ / (1 − ŷ)) = wx + b") { Min = -3.2 },
                Legend = Legend.None,
                Series =
                [
                    Line.Of(h => ScalarLogisticRegression.LogOdds(ScalarLogisticRegression.Predict(fit.W, fit.B, [h])), 0, 6, 61) with { Color = Palette.Blue },
                    .. new[] { 0.1, 0.5, 0.9 }.SelectMany(t => Threshold(fit, t)),
                ],
            },
        ]) with
        { Width = 1000, Height = 420 };
    }

    private static IEnumerable<Series> Threshold(LogisticModel fit, double t)
    {
        double odds = ScalarLogisticRegression.LogOdds(t), x = (odds - fit.B) / fit.W[0];
        yield return new HorizontalLine(odds) { Style = LineStyle.Dotted };
        yield return new Markers([x], [odds]) { Color = Palette.Vermillion };
        // Above the dotted line left of the crossing, or below it on the right: where the slanted line is not.
        yield return t < 0.3
            ? new Annotation(x + 0.3, odds - 0.35, $"threshold {t}") { Anchor = TextAnchor.Left }
            : new Annotation(0, odds + 0.35, $"threshold {t}") { Anchor = TextAnchor.Left };
    }

    // Pale enough for marks of both colours.
    private static ColorMap Pale { get; } = new("pale", ColorMap.Diverging.At(0.25), ColorMap.Diverging.At(0.5), ColorMap.Diverging.At(0.72));

    public static Figure ProbabilityMap()
    {
        LabelledPoints set = ExampleSets.Overlapping;
        LogisticModel fit = ExampleSets.Best(set.X, set.Labels);
        double Probability(double x, double y) => ScalarLogisticRegression.Predict(fit.W, fit.B, [x, y]);
        (double, double) range = (-4, 4);
        return new Figure("The probability of label 1", new Panel
        {
            X = new Axis("x₁") { Min = -4, Max = 4 },
            Y = new Axis("x₂") { Min = -4, Max = 4 },
            AspectEqual = true,
            Legend = Legend.TopLeft,
            Series =
            [
                HeatMap.Of(Probability, range, range, 80, 80) with { Map = Pale, Min = 0, Max = 1, ColorBar = "P(y = 1 | x)" },
                Contours.Of(Probability, range, range, 41, 41) with { Levels = [0.1, 0.9], Labelled = true, Color = Palette.Black, Style = LineStyle.Dashed },
                new SlopedLine(fit.W[0], fit.W[1], fit.B) { Color = Palette.Black, Width = 2.5, Label = "ŷ = ½" },
                .. Points(set.X, set.Labels).Select(s => s with { Color = Palette.Black }),
            ],
        })
        { Width = 780, Height = 640 };
    }

    /// <summary>Points of two labels: discs for 1, circles for 0.</summary>
    public static IEnumerable<Series> Points(double[,] X, int[] labels)
    {
        foreach ((int label, Color color, bool filled) in new[] { (1, Palette.Vermillion, true), (0, Palette.Blue, false) })
        {
            int[] at = [.. Enumerable.Range(0, labels.Length).Where(n => labels[n] == label)];
            yield return new Markers([.. at.Select(n => X[0, n])], [.. at.Select(n => X[1, n])])
            { Color = color, Filled = filled, Size = 7, Label = $"label {label}" };
        }
    }
}
