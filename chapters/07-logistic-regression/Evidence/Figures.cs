using Reference.Activations;
using Reference.Book;
using Reference.Datasets;
using Reference.Plotting;

namespace Reference.Classification;

/// <summary>The figures of chapter 07; here those of the model.</summary>
public static class LogisticRegressionFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("model", "Logistic regression as a network of one unit: a linear part, then the sigmoid.",
            "S4-093 S4-096", Diagram),
        new("s-curve", "Hours of study and passed exams (made up), with the fitted probability; "
            + "on the right its log-odds, a straight line that crosses each threshold once.",
            "S1-042 S4-098", Curve),
        new("boundary-moves", "The line where ŷ = ½, from random weights (light) to the last epoch (black).",
            "S1-061 S4-107", TrainingFigures.BoundaryMoves),
        new("loss-curves", "The loss after every epoch of 100, for a step after every point and after every pass.",
            "S1-061 S1-062 S4-107", TrainingFigures.Losses),
        new("perceptron-contrast", "The two rules on the same data: on separable points both find a line; "
            + "on overlapping ones the perceptron's never comes to rest.",
            "S1-052 S1-064", TrainingFigures.PerceptronContrast),
        new("growing-weights", "Where a line separates, ‖w‖ grows and the loss falls for ever; a penalty ends both.",
            "S1-047", TrainingFigures.Growing),
        new("softmax-regions", "Softmax regression divides the plane by lines: "
            + "on the left S4's untrained model of seed 1 with its samples, on the right three clouds after training.",
            "S4-111 S4-109 S4-110", ClassFigures.Regions),
        new("accuracy-staircase", "Along one weight the accuracy is a staircase, with derivative 0 almost everywhere; "
            + "the cross-entropy is smooth.",
            "S3-221 S3-068", ClassFigures.Staircase),
        new("confusion-matrix", "The predictions for 500 held-out drawn digits: a row a digit, a column a prediction.",
            "S0-119 S0-112", () => DigitFigures.Confusion(DigitFigures.Drawn)),
        new("precision-recall", "Left, the probabilities of both labels and three thresholds: what lies to the right "
            + "is predicted positive. Right, precision against recall: a low threshold misses few, a high one has few "
            + "false alarms.",
            "S3-093 S0-119", ClassFigures.PrecisionRecall),
        new("roc", "ROC curves of three scores for the same points; "
            + "the area under each is the probability that a positive scores above a negative.",
            "S0-119 S3-093", ClassFigures.Roc),
        new("weight-images", "The weights of every class as an image: red raises its score, blue lowers it.",
            "S4-114", () => DigitFigures.Weights(DigitFigures.Drawn)),
    ];

    private static Figure Diagram() => new("Logistic regression", new Panel
    {
        ShowAxes = false, ShowGrid = false, AspectEqual = true,
        Series =
        [
            new NetworkDiagram(
                [new(0, 2, "x₁"), new(0, 0, "x₂"), new(0, -2, "1"), new(3, 0, "z"), new(6, 0, "σ"), new(9, 0, "ŷ")],
                [
                    new(0, 3) { Label = "w₁" }, new(1, 3) { Label = "w₂" }, new(2, 3) { Label = "b" },
                    new(3, 4), new(4, 5),
                ]) { Radius = 28 },
            new Annotation(3, -1.5, "linear part\nz = w·x + b"),
            new Annotation(6, -1.5, "sigmoid\nσ(z)"),
            new Annotation(9, -1.5, "probability\nof label 1"),
        ],
    }) { Width = 820, Height = 420 };

    private static Figure Curve()
    {
        LogisticModel fit = ExampleSets.Best(ExampleSets.StudentPoints, ExampleSets.Students.Y);
        (double[] x, int[] y) = ExampleSets.Students;
        double Probability(double hours) => ScalarLogisticRegression.Predict(fit.W, fit.B, [hours]);
        Markers Passed(int label)
        {
            double[] at = [.. x.Where((_, n) => y[n] == label)];
            return new(at, [.. at.Select(_ => (double)label)]);
        }

        Annotation Note(double at, double height, string text) => new(at, height, text) { Anchor = TextAnchor.Left };
        Axis hours = new("hours of study") { Min = -0.2, Max = 6.2 };
        return Figure.Grid("From hours of study to a probability", 2,
        [
            new Panel
            {
                Title = "probability",
                X = hours, Y = new Axis("P(passed)") { Min = -0.08, Max = 1.08 }, ShowLegend = false,
                Series =
                [
                    Line.Of(Probability, 0, 6) with { Color = ColorOf.Fit },
                    new VerticalLine(-fit.B / fit.W[0]),
                    new HorizontalLine(0.5) { Style = LineStyle.Dotted },
                    Passed(1) with { Color = ColorOf.Label1 },
                    Passed(0) with { Color = ColorOf.Label0, Filled = false },
                    Note(4.55, 0.72, "σ(wx + b)"), Note(2.95, 0.2, "boundary"), Note(0.3, 0.92, "passed"),
                    Note(5.9, 0.08, "failed") with { Anchor = TextAnchor.Right },
                ],
            },
            new Panel
            {
                Title = "log-odds",
                X = hours, Y = new Axis("ln(ŷ / (1 − ŷ)) = wx + b") { Min = -3.2 }, ShowLegend = false,
                Series =
                [
                    Line.Of(h => ScalarLogisticRegression.LogOdds(Probability(h)), 0, 6, 61)
                        with { Color = ColorOf.Fit },
                    .. new[] { 0.1, 0.5, 0.9 }.SelectMany<double, Series>(t =>
                    {
                        double odds = ScalarLogisticRegression.LogOdds(t), at = (odds - fit.B) / fit.W[0];
                        return
                        [
                            new HorizontalLine(odds) { Style = LineStyle.Dotted },
                            new Markers([at], [odds]) { Color = ColorOf.Minimum },
                            // On the side of the dotted line where the slanted one is not.
                            t < 0.3
                                ? Note(at + 0.3, odds - 0.35, $"threshold {t}")
                                : Note(0, odds + 0.35, $"threshold {t}"),
                        ];
                    }),
                ],
            },
        ]) with { Height = 420 };
    }

    /// <summary>A square part of the plane of two features around the origin.</summary>
    internal static Panel Plane(double reach, IReadOnlyList<Series> series) => new()
    {
        X = new Axis("x₁") { Min = -reach, Max = reach }, Y = new Axis("x₂") { Min = -reach, Max = reach },
        AspectEqual = true, Series = series,
    };

    /// <summary>The line ŷ = ½.</summary>
    internal static SlopedLine Boundary(LogisticModel line) => new(line.W[0], line.W[1], line.B);

    /// <summary>Points of two labels: discs for 1, circles for 0.</summary>
    internal static IEnumerable<Markers> Points(double[,] X, int[] labels) =>
    [
        Points(X, labels, 1) with { Color = ColorOf.Label1, Label = "label 1" },
        Points(X, labels, 0) with { Color = ColorOf.Label0, Label = "label 0", Filled = false },
    ];

    /// <summary>The points of one label.</summary>
    internal static Markers Points(double[,] X, int[] labels, int label)
    {
        int[] at = [.. Enumerable.Range(0, labels.Length).Where(n => labels[n] == label)];
        return new([.. at.Select(n => X[0, n])], [.. at.Select(n => X[1, n])]) { Size = 7 };
    }
}
