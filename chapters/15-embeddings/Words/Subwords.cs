namespace Reference.Embeddings;

/// <summary>
/// FastText's parts of a word: the word itself, if it is known, and its n-grams of 3 to 6 characters with &lt; before
/// and &gt; behind it, (15.22). An n-gram has the vector of the bucket that its hash names; two may share one. S1-178.
/// </summary>
public sealed class Subwords
{
    private readonly int _words, _buckets;

    /// <summary>V ≥ 1 words, whose ids come first, and at least one bucket.</summary>
    public Subwords(int words, int buckets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(words, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(buckets, 1);
        (_words, _buckets) = (words, buckets);
    }

    /// <summary>The number of ids: V + buckets.</summary>
    public int Count => _words + _buckets;

    /// <summary>The n-grams of a word that is not empty.</summary>
    public static IEnumerable<string> Grams(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        string marked = $"<{word}>"; // (15.22)
        for (int n = 3; n <= 6; n++)
        {
            for (int at = 0; at + n <= marked.Length; at++)
            {
                yield return marked.Substring(at, n); // (15.22)
            }
        }
    }

    /// <summary>The ids of the parts of a word; of one that was never seen (id below 0), those of its n-grams alone.
    /// </summary>
    public int[] Of(string word, int id = -1)
    {
        IEnumerable<int> grams = Grams(word).Select(gram => _words + (int)(Hash(gram) % (uint)_buckets));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, _words);
        return id < 0 ? [.. grams] : [id, .. grams];
    }

    // FNV-1a of the UTF-16 units, 32 bits.
    private static uint Hash(string gram) => gram.Aggregate(2166136261u, (h, c) => (h ^ c) * 16777619u);
}
