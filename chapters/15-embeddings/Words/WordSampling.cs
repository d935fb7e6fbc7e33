using Reference.Numerics;

namespace Reference.Embeddings;

/// <summary>How word2vec draws words by their frequency f: fewer of the frequent ones, as words and as noise.
/// S1-176.</summary>
public static class WordSampling
{
    /// <summary>P(keep) = min(1, √(t/f)), (15.16), of a word whose share of the text is f; t > 0, some 10⁻³ to 10⁻⁵.
    /// </summary>
    public static double KeepProbability(double f, double t) => Math.Min(1, Math.Sqrt(t / f)); // (15.16)

    /// <summary>The noise distribution f^(3/4) / Σ f^(3/4), (15.17). // counts [V], none negative, one
    /// positive</summary>
    public static double[] Noise(IReadOnlyList<long> counts)
    {
        double[] raised = [.. counts.Select(n => Math.Pow(n, 0.75))]; // (15.17)
        double sum = raised.Sum();
        return [.. raised.Select(f => f / sum)]; // (15.17)
    }

    /// <summary>The words of a text that are kept, in order, with their share of all tokens. // ids [n], counts [V]
    /// </summary>
    public static int[] Kept(IReadOnlyList<int> ids, IReadOnlyList<long> counts, double t, RandomStream random)
    {
        Require.Positive(t);
        double all = counts.Sum();
        return [.. ids.Where(v => random.Uniform() < KeepProbability(counts[v] / all, t))];
    }
}
