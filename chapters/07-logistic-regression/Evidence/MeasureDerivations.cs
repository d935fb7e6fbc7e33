using Reference.Book;

namespace Reference.Classification;

/// <summary>What the measures of a classifier have to do with one another.</summary>
internal static class MeasureDerivations
{
    public static IEnumerable<Derivation> All => [HarmonicMean(), Area()];

    private static Derivation HarmonicMean() => new Derivation<BinaryCounts>(
        "f1", "F₁ is the harmonic mean of precision and recall", "S0-119",
        random => new(1 + random.Below(20), random.Below(20), random.Below(20), random.Below(20)))
        .Start(@"\frac{2}{1/P + 1/R},\quad P = \frac{TP}{TP + FP},\ R = \frac{TP}{TP + FN}", c => 2 / (1 / c.Precision() + 1 / c.Recall()))
        .Equal(@"\frac{2}{(TP + FP)/TP + (TP + FN)/TP}", c =>
            2 / ((double)(c.TruePositives + c.FalsePositives) / c.TruePositives + (double)(c.TruePositives + c.FalseNegatives) / c.TruePositives))
        .Equal(@"\frac{2\, TP}{2\, TP + FP + FN}", c => c.F1(), "no true negative takes part");

    private static Derivation Area() => new Derivation<(double[] Scores, int[] Labels)>(
        "area", "The area under the curve counts pairs", "S0-119",
        random =>
        {
            int[] labels = [0, 1, .. Enumerable.Range(0, 12).Select(_ => random.Below(2))];
            return ([.. labels.Select(y => Math.Round(2 * (random.Normal() + y)) / 2)], labels); // rounded, so that scores tie
        })
        .Start(@"\sum_t \big( \mathrm{FPR}_t - \mathrm{FPR}_{t-1} \big)\, \frac{\mathrm{TPR}_t + \mathrm{TPR}_{t-1}}{2}", s =>
            RocCurve.Of(s.Scores, s.Labels).Area())
        .Equal(@"\sum_t \frac{n^-_t}{n^-} \Big( \frac{\#\{s_i > t\}}{n^+} + \frac{\#\{s_i = t\}}{2 n^+} \Big)", s => s.Scores.Distinct().Sum(t =>
            Share(s, 0, v => v == t) * (Share(s, 1, v => v > t) + Share(s, 1, v => v == t) / 2)),
            "each step to the right is the negatives that score t; the positives above them are found, half of the tied ones")
        .Equal(@"\frac{1}{n^+ n^-} \sum_{i: y_i = 1} \sum_{j: y_j = 0} \big( \mathbb{1}[s_i > s_j] + \tfrac12 \mathbb{1}[s_i = s_j] \big)", s =>
            RocCurve.RankStatistic(s.Scores, s.Labels), "counted pair by pair");

    // The share of the samples of a label whose score fulfils a condition.
    private static double Share((double[] Scores, int[] Labels) s, int label, Func<double, bool> condition)
    {
        double[] of = [.. s.Scores.Where((_, n) => s.Labels[n] == label)];
        return of.Count(condition) / (double)of.Length;
    }
}
