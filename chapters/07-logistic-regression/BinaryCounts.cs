namespace Reference.Classification;

/// <summary>The four counts of a binary classifier, (7.18), S0-119: positive is what is predicted 1, false what has
/// the other label. A share of nothing, such as a recall without a positive, throws
/// <see cref="InvalidOperationException"/>.</summary>
public readonly record struct BinaryCounts(
    int TruePositives, int FalsePositives, int TrueNegatives, int FalseNegatives)
{
    /// <summary>Counts N ≥ 1 predictions and labels, 0 or 1. // [N]</summary>
    public static BinaryCounts Of(int[] predicted, int[] labels) =>
        ConfusionMatrix.Of(predicted, labels, 2).Against(1);

    /// <summary>Counts the predictions s ≥ t of finite probabilities or scores // [N], (7.20).</summary>
    public static BinaryCounts At(double[] scores, int[] labels, double t)
    {
        Labels.Validate(scores, labels);
        return Of([.. scores.Select(s => s >= t ? 1 : 0)], labels); // (7.20)
    }

    /// <summary>N.</summary>
    public int Count => TruePositives + FalsePositives + TrueNegatives + FalseNegatives;

    /// <summary>The share of correct predictions, (7.17).</summary>
    public double Accuracy() => Share(TruePositives + TrueNegatives, Count, "sample"); // (7.17)

    /// <summary>The share of true positives among the predicted ones, TP / (TP + FP), (7.19), S0-119.</summary>
    public double Precision() => Share(TruePositives, TruePositives + FalsePositives, "predicted positive"); // (7.19)

    /// <summary>The share of the positives that were found, TP / (TP + FN), (7.19), S0-119, S3-093.</summary>
    public double Recall() => Share(TruePositives, TruePositives + FalseNegatives, "positive"); // (7.19)

    /// <summary>The share of the negatives that were predicted positive, FP / (FP + TN), (7.20).</summary>
    public double FalsePositiveRate() => Share(FalsePositives, FalsePositives + TrueNegatives, "negative"); // (7.20)

    /// <summary>The harmonic mean of precision and recall, 2TP / (2TP + FP + FN), (7.19).</summary>
    public double F1() => Share(
        2 * TruePositives, 2 * TruePositives + FalsePositives + FalseNegatives, "label or prediction 1"); // (7.19)

    private double Share(int part, int whole, string what) => whole > 0
        ? (double)part / whole
        : throw new InvalidOperationException(
            $"Expected at least one {what} to take a share of; got none among {Count} samples.");
}
