namespace Reference.ModelSelection;

/// <summary>Classes of unequal size: weights, and copies across a split. S3-232, S3-234.</summary>
public static class ScalarBalance
{
    /// <summary>w_c = N / (K N_c), (11.13): every class has the same weight in all. // labels [N] → [K]</summary>
    public static double[] Weights(int[] labels, int K) =>
        [.. Enumerable.Range(0, K).Select(c => (double)labels.Length / (K * labels.Count(y => y == c)))]; // (11.13)

    /// <summary>Σ w_y L / Σ w_y, (11.13). // losses, labels [N], w [K]</summary>
    public static double WeightedMean(double[] losses, int[] labels, double[] w) =>
        losses.Zip(labels, (L, y) => w[y] * L).Sum() / labels.Sum(y => w[y]); // (11.13)

    /// <summary>The held-out samples that have a twin, a copy of the same original, in the training part.
    /// // origins [N]. S3-234</summary>
    public static int[] Twins(IReadOnlyList<int> origins, IReadOnlyList<int> train, IReadOnlyList<int> held)
    {
        HashSet<int> seen = [.. train.Select(n => origins[n])];
        return [.. held.Where(n => seen.Contains(origins[n]))];
    }
}
