namespace Reference.Classification;

/// <summary>A point of a ROC curve.</summary>
/// <param name="Threshold">Called positive is what scores at least this.</param>
/// <param name="FalsePositiveRate">The share of the negatives called positive.</param>
/// <param name="TruePositiveRate">The share of the positives called positive: the recall.</param>
public readonly record struct RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate);

/// <summary>False alarms against hits, for every threshold, (7.24): what a score can do, whichever threshold is chosen.</summary>
/// <param name="Points">From (0, 0) at the threshold ∞ to (1, 1), one for every score that occurs: equal scores step together.</param>
public sealed record RocCurve(IReadOnlyList<RocPoint> Points)
{
    /// <summary>The curve of scores.</summary>
    /// <param name="scores">Probabilities or scores of label 1. // [N]</param>
    /// <param name="labels">True labels, 0 or 1. // [N]</param>
    /// <exception cref="ArgumentException">Unequal numbers, a label outside {0, 1}, only one label, or a score that is not finite.</exception>
    public static RocCurve Of(double[] scores, int[] labels)
    {
        (int positives, int negatives) = BothLabels(scores, labels);
        List<RocPoint> points = [new(double.PositiveInfinity, 0, 0)];
        (int hits, int alarms) = (0, 0);
        foreach (IGrouping<double, int> ties in Enumerable.Range(0, scores.Length).GroupBy(n => scores[n]).OrderByDescending(g => g.Key))
        {
            hits += ties.Count(n => labels[n] == 1);
            alarms += ties.Count(n => labels[n] == 0);
            points.Add(new(ties.Key, (double)alarms / negatives, (double)hits / positives)); // (7.24)
        }

        return new(points);
    }

    /// <summary>The area under the curve by trapezoids, (7.25): 1 for scores that separate, ½ for scores that know nothing.</summary>
    public double Area()
    {
        double area = 0;
        for (int i = 1; i < Points.Count; i++)
        {
            RocPoint a = Points[i - 1], b = Points[i];
            area += (b.FalsePositiveRate - a.FalsePositiveRate) * (a.TruePositiveRate + b.TruePositiveRate) / 2; // (7.25)
        }

        return area;
    }

    /// <summary>The probability that a random positive scores above a random negative, a tie counting half, (7.26): the same number as the area.</summary>
    /// <inheritdoc cref="Of"/>
    public static double RankStatistic(double[] scores, int[] labels)
    {
        (int positives, int negatives) = BothLabels(scores, labels);
        double wins = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            for (int j = 0; j < labels.Length; j++)
            {
                if (labels[i] == 1 && labels[j] == 0)
                {
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0; // (7.26)
                }
            }
        }

        return wins / ((double)positives * negatives); // (7.26)
    }

    private static (int Positives, int Negatives) BothLabels(double[] scores, int[] labels)
    {
        ClassLabels.RefuseScores(scores, labels);
        int positives = labels.Sum();
        return positives > 0 && positives < labels.Length
            ? (positives, labels.Length - positives)
            : throw new ArgumentException(
                $"Expected labels of both kinds, or there is no curve; got {positives} ones and {labels.Length - positives} zeros.",
                nameof(labels));
    }
}
