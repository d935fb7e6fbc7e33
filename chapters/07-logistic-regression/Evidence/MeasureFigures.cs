using Reference.Datasets;
using Reference.Plotting;

namespace Reference.Classification;

/// <summary>Figures of what judges a classifier.</summary>
internal static class MeasureFigures
{
    public static Figure Staircase()
    {
        LabelledPoints set = ExampleSets.Overlapping;
        LogisticModel fit = ExampleSets.Best(set.X, set.Labels);
        double[] w = [.. Enumerable.Range(0, 601).Select(i => -2 + i / 100.0)];
        LogisticModel At(double w1) => new([w1, fit.W[1]], fit.B);
        return new Figure("Accuracy cannot be descended", new Panel
        {
            X = new Axis("weight w₁, the others at the fit"),
            Y = new Axis("accuracy") { Min = 0, Max = 1 },
            RightY = new Axis("cross-entropy (nats)") { Min = 0 },
            Legend = Legend.BottomRight,
            Series =
            [
                new Line(w, [.. w.Select(w1 => Accuracy.Of(At(w1), set.X, set.Labels))]) { Steps = true, Color = Palette.Vermillion, Label = "accuracy" },
                new Line(w, [.. w.Select(w1 => ScalarLogisticRegression.Loss(At(w1).W, fit.B, set.X, set.Labels))])
                    { Color = Palette.Blue, Style = LineStyle.Dashed, Label = "cross-entropy (right axis)", OnRightAxis = true },
            ],
        });
    }

    public static Figure PrecisionRecall()
    {
        (double[] scores, int[] labels) = Scored(w => w);
        double[] t = [.. Enumerable.Range(1, 99).Select(i => i / 100.0)];
        BinaryCounts[] counts = [.. t.Select(threshold => BinaryCounts.At(scores, labels, threshold))];
        return new Figure("Which threshold?", new Panel
        {
            X = new Axis("threshold t: called positive where ŷ ≥ t") { Min = 0, Max = 1 },
            Y = new Axis("share") { Min = 0, Max = 1.02 },
            Legend = Legend.BottomLeft,
            Series =
            [
                new Line(t, [.. counts.Select(c => c.TruePositives + c.FalsePositives == 0 ? double.NaN : c.Precision())])
                    { Steps = true, Label = "precision" },
                new Line(t, [.. counts.Select(c => c.Recall())]) { Steps = true, Label = "recall" },
                new Line(t, [.. counts.Select(c => c.F1())]) { Steps = true, Label = "F₁" },
                new Line(t, [.. counts.Select(c => c.Accuracy())]) { Steps = true, Color = Palette.Grey, Style = LineStyle.Dotted, Label = "accuracy" },
            ],
        });
    }

    public static Figure Roc()
    {
        (string Name, RocCurve Curve)[] curves =
        [
            ("both features", CurveOf(w => w)),
            ("x₂ alone", CurveOf(w => [0, w[1]])),
            ("the place along the border", CurveOf(w => [-w[1], w[0]])),
        ];
        return new Figure("ROC", new Panel
        {
            X = new Axis("false positive rate, FP / (FP + TN)") { Min = 0, Max = 1 },
            Y = new Axis("true positive rate, TP / (TP + FN)") { Min = 0, Max = 1.01 },
            AspectEqual = true,
            Legend = Legend.BottomRight,
            Series =
            [
                new SlopedLine(1, -1, 0) { Color = Palette.Grey, Style = LineStyle.Dashed, Width = 1.4, Label = "by chance: AUC = 0.5" },
                .. curves.Select(c =>
                    new Line([.. c.Curve.Points.Select(p => p.FalsePositiveRate)], [.. c.Curve.Points.Select(p => p.TruePositiveRate)])
                        { Label = $"{c.Name}: AUC = {c.Curve.Area():0.000}" }),
            ],
        })
        { Width = 660, Height = 620 };
    }

    // The scores of the overlapping clouds by the fitted weights, or by some others made of them.
    private static (double[] Scores, int[] Labels) Scored(Func<double[], double[]> weights)
    {
        LabelledPoints set = ExampleSets.Overlapping;
        LogisticModel fit = ExampleSets.Best(set.X, set.Labels);
        return (ExampleSets.Probabilities(fit with { W = weights(fit.W) }, set.X), set.Labels);
    }

    private static RocCurve CurveOf(Func<double[], double[]> weights)
    {
        (double[] scores, int[] labels) = Scored(weights);
        return RocCurve.Of(scores, labels);
    }
}
