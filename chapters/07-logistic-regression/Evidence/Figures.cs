using Reference.Book;

namespace Reference.Classification;

/// <summary>The figures of chapter 07.</summary>
public static class LogisticRegressionFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("model", "Logistic regression as a network of one unit: a linear part, then the sigmoid.", "S4-093 S4-096", ModelFigures.Diagram),
        new("s-curve", "Hours of study and passed exams (made up), with the fitted probability; "
            + "on the right its log-odds, a straight line that crosses each threshold once.",
            "S1-042 S4-098", ModelFigures.Curve),
        new("probability-map", "Two clouds that overlap: the probability of label 1 all over the plane, and the line where it is ½.",
            "S1-042 S4-098", ModelFigures.ProbabilityMap),
        new("error-surface", "The error of the students over w and b has one minimum; "
            + "a step after every student staggers towards it, a step a pass walks down the slope and then along the valley.",
            "S1-043 S1-061 S1-054", TrainingFigures.Surface),
        new("boundary-moves", "The line where the probability is ½, from random weights (dotted) to the last epoch (solid).",
            "S1-061 S4-107", TrainingFigures.BoundaryMoves),
        new("error-curves", "The error after every epoch of 100, for a step after every point and for one after every pass.",
            "S1-061 S1-062 S4-107", TrainingFigures.Errors),
        new("error-term", "What drives the step, y − ŷ for a positive point: "
            + "the sigmoid asks for more confidence even on the right side, the perceptron only until the point is there.",
            "S1-052 S1-064", TrainingFigures.ErrorTerm),
        new("perceptron-contrast", "The two rules on the same data: on separable points both find a line; "
            + "on overlapping ones the perceptron's never comes to rest.",
            "S1-064", TrainingFigures.PerceptronContrast),
        new("growing-weights", "Where a line separates, ‖w‖ grows and the error falls without end; a price λ on long weights stops both.",
            "S1-047", TrainingFigures.Growing),
        new("softmax-regions", "Softmax regression cuts the plane by lines: "
            + "on the left S4's untrained model of seed 1 with its three samples, on the right three clouds after training.",
            "S4-111 S4-109 S4-110", ClassFigures.Regions),
        new("accuracy-staircase", "Along one weight the accuracy is a staircase, whose slope is 0 almost everywhere; the cross-entropy shows the way.",
            "S3-221 S3-068", MeasureFigures.Staircase),
        new("confusion-matrix", "What 500 held-out drawn digits were called: a row a digit, a column an answer.",
            "S0-119 S0-112", DigitFigures.ConfusionOfDrawn),
        new("precision-recall", "Precision, recall and F₁ against the threshold: a low one misses nobody, a high one accuses nobody wrongly.",
            "S3-093 S0-119", MeasureFigures.PrecisionRecall),
        new("roc", "ROC curves of three scores for the same points; the area under each is the probability that a positive scores above a negative.",
            "S0-119 S3-093", MeasureFigures.Roc),
        new("digit-training", "Softmax regression on 1500 drawn digits: the error on them and the accuracy on 500 others, epoch by epoch.",
            "S4-114 S0-112", DigitFigures.Course),
        new("weight-images", "The weights of every class as an image: red ink speaks for the digit, blue ink against it.",
            "S4-114", DigitFigures.WeightsOfDrawn),
    ];
}
