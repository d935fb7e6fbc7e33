using Reference.RecurrentNetworks;

namespace Reference.Attention;

/// <summary>
/// What the queries of a batch see: of a padded sample the tokens before its padding, and where the mask is causal
/// none that comes later. So a query sees the first few keys, and a mask is a number for each query. S1-260, S1-259.
/// </summary>
/// <param name="Causal">Whether query i of n sees of m keys only those up to i + m − n.</param>
/// <param name="Lengths">The tokens of each sample before its padding, or null where none is padded. // [N]</param>
public readonly record struct AttentionMask(bool Causal = false, int[]? Lengths = null)
{
    /// <summary>The mask of the padding of some sequences, whose lengths it keeps in a buffer.</summary>
    /// <exception cref="ArgumentException">Padding before a token.</exception>
    public static AttentionMask Of(Sequences keys, int samples, ref int[] lengths, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (!keys.HasPadding)
        {
            return new(causal);
        }

        lengths = lengths.Length == samples ? lengths : new int[samples];
        for (int n = 0; n < samples; n++)
        {
            int length = 0, last = 0;
            for (int t = 0; t < keys.Steps; t++)
            {
                (length, last) = keys.IsReal(n, t) ? (length + 1, t + 1) : (length, last);
            }

            lengths[n] = length == last
                ? length
                : throw new ArgumentException(
                    $"Expected the padding of sample {n} behind its tokens; its {length} tokens end at {last}.");
        }

        return new(causal, lengths);
    }

    /// <summary>The number of keys that query i of a sample sees, (19.15).</summary>
    public int Visible(int sample, int i, int n, int m) =>
        Math.Min(Causal ? i + 1 + m - n : m, Lengths is null ? m : Lengths[sample]); // (19.15)

    /// <summary>Those of all queries of a sample. // [n]</summary>
    public int[] Visible(int sample, int n, int m)
    {
        AttentionMask mask = this;
        return [.. Enumerable.Range(0, n).Select(i => mask.Visible(sample, i, n, m))];
    }

    /// <summary>Refuses a mask that does not fit N samples of n queries and m keys.</summary>
    /// <exception cref="ArgumentException">Not N lengths from 0 to m, or fewer keys than queries in a causal
    /// mask.</exception>
    public void Check(int samples, int n, int m)
    {
        if (Causal && m < n)
        {
            throw new ArgumentException($"Expected at least {n} keys for {n} queries of a causal mask; got {m}.");
        }

        if (Lengths is not null && (Lengths.Length != samples || Lengths.Any(length => length < 0 || length > m)))
        {
            throw new ArgumentException(
                $"Expected {samples} lengths from 0 to {m}; got {string.Join(", ", Lengths)}.");
        }
    }
}
