namespace Reference.LanguageModels;

/// <summary>
/// Counts as a language model: the next token after the last n − 1, mixed with the model of one token less, (21.6). A
/// bigram has n = 2.
/// </summary>
public sealed class NgramModel
{
    private readonly Dictionary<UInt128, int>[] _counts; // of the last m tokens, m = 1 … n
    private readonly Dictionary<UInt128, int>[] _totals; // of those before the last of them
    private readonly int _vocabulary;
    private readonly double _κ;

    /// <summary>Counts n ≥ 1 tokens at a time; κ > 0 is the weight of the shorter model, in tokens.</summary>
    public NgramModel(ReadOnlySpan<int> ids, int vocabulary, int n, double κ = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabulary, 1);
        Numerics.Require.Positive(κ);
        (_vocabulary, _κ) = (vocabulary, κ);
        _counts = [.. Enumerable.Range(0, n).Select(_ => new Dictionary<UInt128, int>())];
        _totals = [.. Enumerable.Range(0, n).Select(_ => new Dictionary<UInt128, int>())];
        for (int t = 0; t < ids.Length; t++)
        {
            for (int m = 1; m <= n && m <= t + 1; m++)
            {
                Add(_counts[m - 1], Key(ids.Slice(t + 1 - m, m)));
                Add(_totals[m - 1], Key(ids.Slice(t + 1 - m, m - 1)));
            }
        }
    }

    /// <summary>
    /// p_m(x | h) = (#(h x) + κ p_{m−1}(x | h′)) / (#(h) + κ), (21.6), where h are the last m − 1 tokens, h′ all of
    /// them but the first, and p₀ = 1/V.
    /// </summary>
    public double Probability(ReadOnlySpan<int> before, int x)
    {
        double p = 1.0 / _vocabulary;
        Span<int> tokens = stackalloc int[_counts.Length];
        for (int m = 1; m <= _counts.Length && m - 1 <= before.Length; m++)
        {
            before[^(m - 1)..].CopyTo(tokens);
            tokens[m - 1] = x;
            p = (Of(_counts[m - 1], Key(tokens[..m])) + _κ * p)
                / (Of(_totals[m - 1], Key(tokens[..(m - 1)])) + _κ); // (21.6)
        }

        return p;
    }

    /// <summary>The mean of −ln p of every token but the first, in nats.</summary>
    public double Loss(ReadOnlySpan<int> ids)
    {
        double sum = 0;
        for (int t = 1; t < ids.Length; t++)
        {
            sum -= Math.Log(Probability(ids[Math.Max(0, t - _counts.Length + 1)..t], ids[t]));
        }

        return sum / (ids.Length - 1);
    }

    private UInt128 Key(ReadOnlySpan<int> tokens)
    {
        UInt128 key = 0;
        foreach (int id in tokens)
        {
            key = key * (UInt128)_vocabulary + (UInt128)id;
        }

        return key;
    }

    private static void Add(Dictionary<UInt128, int> counts, UInt128 key) =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

    private static int Of(Dictionary<UInt128, int> counts, UInt128 key) => counts.GetValueOrDefault(key);
}
