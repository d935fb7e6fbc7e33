using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;
using static Reference.Classification.LogisticRegressionFigures;

namespace Reference.Classification;

/// <summary>Figures of several classes, and of the measures of a classifier.</summary>
internal static class ClassFigures
{
    private static readonly Color[] Colors = [Palette.Blue, Palette.Orange, Palette.Green];
    private static readonly MarkerShape[] Shapes = [MarkerShape.Circle, MarkerShape.Square, MarkerShape.Triangle];

    // Pale versions of the classes' colours, for regions.
    private static readonly ColorMap Pale = new("classes", [.. Colors.Select(c => c.Towards(Palette.White, 0.7))]);

    private static LogisticModel Fit => ExampleSets.Best(ExampleSets.Overlapping.X, ExampleSets.Overlapping.Labels);

    public static Figure Regions()
    {
        LabelledPoints set = ExampleSets.ThreeClasses;
        var trained = SoftmaxRegression.Random(2, 3, new RandomStream(6));
        var descent = new GradientDescent(trained.Parameters, 0.5);
        Training.Run(trained, set.ToSampleSet(), descent, set.Labels.Length, 200);
        return Figure.Grid("Softmax regression divides the plane by lines", 2,
        [
            Map(SeededSoftmax.OfNotes, SeededSoftmax.Samples.ToArray(), [1, 1, 1], 4)
                with { Title = "untrained, seed 1: all three samples are class 1", ShowLegend = false },
            Map(trained, set.X, set.Labels, 5) with { Title = "trained on three clouds" },
        ]) with { Height = 525 };
    }

    private static Panel Map(SoftmaxRegression model, double[,] X, int[] labels, double reach) => Plane(reach,
    [
        new HeatMap(Classes(model, reach))
            { XRange = (-reach, reach), YRange = (-reach, reach), Map = Pale, Min = 0, Max = 2 },
        Border(model, 0, 1, reach), Border(model, 0, 2, reach), Border(model, 1, 2, reach),
        .. Enumerable.Range(0, 3).Where(labels.Contains).Select(k =>
            Points(X, labels, k) with { Color = Colors[k], Shape = Shapes[k], Label = $"class {k}" }),
    ]) with { ShowGrid = false };

    // The class at the centre of each cell of a grid over the panel.
    private static double[,] Classes(SoftmaxRegression model, double reach)
    {
        const int Cells = 200;
        double At(int i) => -reach + 2 * reach * (i + 0.5) / Cells;
        int[] classes = model.Classify(
            Matrix<double>.Build.Dense(2, Cells * Cells, (i, n) => At(i == 0 ? n % Cells : n / Cells)));
        return Matrix<double>.Build.Dense(Cells, Cells, (i, j) => classes[i * Cells + j]).ToArray();
    }

    // The part of the border between two classes on which no third class scores higher; NaN elsewhere.
    private static Line Border(SoftmaxRegression model, int k, int l, double reach)
    {
        double[,] W = model.W.Value.ToArray();
        double[] b = model.B.Values.ToArray();
        LogisticModel line = ScalarSoftmaxRegression.Border(W, b, k, l);
        double squared = line.Length * line.Length;
        // From the point of the line nearest to the origin, t along the line in both directions.
        double[][] points = [.. Enumerable.Range(-1000, 2001).Select(i => 6 * reach * i / 1000)
            .Select(t => new[]
            {
                -line.B * line.W[0] / squared - t * line.W[1] / line.Length,
                -line.B * line.W[1] / squared + t * line.W[0] / line.Length,
            })
            .Select(x => x.All(v => Math.Abs(v) <= reach) && Wins(x) ? x : [double.NaN, double.NaN])];
        return new([.. points.Select(x => x[0])], [.. points.Select(x => x[1])]) { Color = Palette.Black, Width = 2 };

        bool Wins(double[] x) => ScalarSoftmaxRegression.Scores(W, b, x) is var z && z.Max() <= z[k] + 1e-9;
    }

    public static Figure Staircase()
    {
        (double[,] X, int[] y) = (ExampleSets.Overlapping.X, ExampleSets.Overlapping.Labels);
        LogisticModel fit = Fit;
        double[] w = [.. Enumerable.Range(0, 601).Select(i => -2 + i / 100.0)];
        LogisticModel[] lines = [.. w.Select(w1 => new LogisticModel([w1, fit.W[1]], fit.B))];
        Panel Of(Axis axis, Line line) =>
            new() { X = "weight w₁, the others at the fit", Y = axis, Series = [line] };
        return Figure.Grid("Accuracy has no useful gradient", 1,
        [
            Of(new("accuracy") { Min = 0.3, Max = 1 },
                new Line(w, [.. lines.Select(l => Accuracy.Of(l.Classes(X), y))])
                { Steps = true, Color = Palette.Green }),
            Of(new("cross-entropy (nats)") { Min = 0 },
                new Line(w, [.. lines.Select(l => ScalarLogisticRegression.Loss(l.W, l.B, X, y))])
                { Color = ColorOf.CrossEntropy }),
        ]) with
        { Height = 720, ShareX = true };
    }

    public static Figure PrecisionRecall()
    {
        double[] scores = Probabilities(Fit), marked = [0.3, 0.5, 0.7];
        int[] labels = ExampleSets.Overlapping.Labels;
        // Beyond the highest score nothing is predicted positive, and precision is 0/0.
        BinaryCounts[] counts = [.. scores.Order().Select(t => BinaryCounts.At(scores, labels, t))];
        BinaryCounts[] at = [.. marked.Select(t => BinaryCounts.At(scores, labels, t))];
        double[] edges = [.. Enumerable.Range(0, 21).Select(i => i / 20.0)];
        Histogram Of(int label) => new([.. scores.Where((_, n) => labels[n] == label)], edges);
        return Figure.Grid("Which threshold?", 2,
        [
            new Panel
            {
                Title = "the probabilities of 160 points",
                X = new Axis("ŷ") { Min = 0, Max = 1 }, Y = new Axis("points") { Min = 0 },
                Series =
                [
                    Of(1) with { Color = ColorOf.Label1, Label = "label 1" },
                    // Open, so that both are seen where they overlap.
                    new Line(edges, [.. Of(0).Heights, 0])
                        { Steps = true, Color = ColorOf.Label0, Label = "label 0" },
                    .. marked.SelectMany<double, Series>(t =>
                    [
                        new Line([t, t], [0, 20]) { Color = Palette.Grey, Style = LineStyle.Dashed, Width = 1.4 },
                        new Annotation(t, 21.5, $"t = {t}"),
                    ]),
                ],
            },
            new Panel
            {
                Title = "precision against recall",
                X = new Axis("recall, TP / (TP + FN)") { Min = 0, Max = 1.02 },
                Y = new Axis("precision, TP / (TP + FP)") { Min = 0.45, Max = 1.02 }, ShowLegend = false,
                Series =
                [
                    new Line([.. counts.Select(c => c.Recall())], [.. counts.Select(c => c.Precision())])
                        { Color = ColorOf.Fit },
                    new Markers([.. at.Select(c => c.Recall())], [.. at.Select(c => c.Precision())])
                        { Color = ColorOf.Minimum },
                    .. at.Select((c, i) => new Annotation(
                        c.Recall() - 0.02, c.Precision() - 0.02, $"t = {marked[i]}, F₁ = {c.F1():0.00}")
                        { Anchor = TextAnchor.Right }),
                ],
            },
        ]) with { Height = 430 };
    }

    public static Figure Roc()
    {
        LogisticModel fit = Fit;
        (string Name, double[] Weights)[] scores =
        [
            ("both features", fit.W), ("x₂ alone", [0, fit.W[1]]), ("along the border", [-fit.W[1], fit.W[0]]),
        ];
        return new Figure("ROC", new Panel
        {
            X = new Axis("false positive rate, FP / (FP + TN)") { Min = 0, Max = 1 },
            Y = new Axis("true positive rate, TP / (TP + FN)") { Min = 0, Max = 1.01 },
            AspectEqual = true,
            Series =
            [
                new SlopedLine(1, -1, 0)
                    { Color = Palette.Grey, Style = LineStyle.Dashed, Width = 1.4, Label = "by chance: AUC = 0.5" },
                .. scores.Select(s =>
                {
                    var roc = RocCurve.Of(Probabilities(fit with { W = s.Weights }), ExampleSets.Overlapping.Labels);
                    double[] fpr = [.. roc.Points.Select(p => p.FalsePositiveRate)];
                    return new Line(fpr, [.. roc.Points.Select(p => p.TruePositiveRate)])
                        { Label = $"{s.Name}: AUC = {roc.Area():0.000}" };
                }),
            ],
        }) { Width = 660, Height = 620 };
    }

    private static double[] Probabilities(LogisticModel line) => [.. Enumerable.Range(0, 160).Select(n =>
        ScalarLogisticRegression.Predict(line.W, line.B, ExampleSets.Overlapping.X.Column(n)))];
}
