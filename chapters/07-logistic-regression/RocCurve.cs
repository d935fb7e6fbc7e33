namespace Reference.Classification;

/// <summary>The shares of negatives and of positives (the recall) that score at least the threshold.</summary>
public readonly record struct RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate);

/// <summary>The ROC curve: the true against the false positive rate at every threshold, (7.20).</summary>
/// <param name="Points">From (0, 0) at the threshold ∞ to (1, 1), one point for every distinct score.</param>
public sealed record RocCurve(IReadOnlyList<RocPoint> Points)
{
    /// <summary>The curve of finite probabilities or scores // [N], with labels of both kinds // [N].</summary>
    public static RocCurve Of(double[] scores, int[] labels)
    {
        (int positives, int negatives) = BothLabels(scores, labels);
        List<RocPoint> points = [new(double.PositiveInfinity, 0, 0)];
        (int tp, int fp) = (0, 0);
        foreach (var tied in scores.Zip(labels).GroupBy(s => s.First).OrderByDescending(g => g.Key))
        {
            tp += tied.Count(s => s.Second == 1);
            fp += tied.Count(s => s.Second == 0);
            points.Add(new(tied.Key, (double)fp / negatives, (double)tp / positives)); // (7.20)
        }

        return new(points);
    }

    /// <summary>The area under the curve by trapezoids, (7.21): 1 for scores that separate, ½ by chance.</summary>
    public double Area() => Points.Zip(Points.Skip(1), (a, b) =>
        (b.FalsePositiveRate - a.FalsePositiveRate) * (a.TruePositiveRate + b.TruePositiveRate) / 2).Sum(); // (7.21)

    /// <summary>The area again: how often a positive scores above a negative, a tie counting half, (7.21).</summary>
    public static double RankStatistic(double[] scores, int[] labels)
    {
        (int positives, int negatives) = BothLabels(scores, labels);
        double[] Of(int label) => [.. scores.Where((_, n) => labels[n] == label)];
        double wins = Of(1).Sum(p => Of(0).Sum(n => p > n ? 1 : p == n ? 0.5 : 0));
        return wins / positives / negatives; // (7.21)
    }

    private static (int Positives, int Negatives) BothLabels(double[] scores, int[] labels)
    {
        Labels.Validate(scores, labels);
        int ones = labels.Sum(), zeros = labels.Length - ones;
        return ones > 0 && zeros > 0 ? (ones, zeros) : throw new ArgumentException(
            $"Expected labels of both kinds for a curve; got {ones} ones and {zeros} zeros.", nameof(labels));
    }
}
