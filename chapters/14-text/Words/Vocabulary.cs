namespace Reference.Texts;

/// <summary>
/// Tokens and their ids: 0 for padding, 1 for tokens that are not in it, then further special tokens, then by falling
/// frequency, equal ones in the order of their characters. The order says nothing about meaning. S1-167, S2-184,
/// S3-057, S3-264, S3-267.
/// </summary>
public sealed class Vocabulary
{
    /// <summary>The id of padding.</summary>
    public const int Padding = 0;

    /// <summary>The id of every token that is not in the vocabulary.</summary>
    public const int Unknown = 1;

    private readonly Dictionary<string, int> _ids;
    private readonly string[] _tokens;

    private Vocabulary(string[] tokens, int special, long[] frequencies)
    {
        (_tokens, Special, Frequencies) = (tokens, special, frequencies);
        _ids = new(tokens.Length, StringComparer.Ordinal);
        for (int id = 0; id < tokens.Length; id++)
        {
            _ids.Add(tokens[id], id);
        }
    }

    /// <summary>The special tokens of the notes, [PAD] and [UNK] first. S1-167</summary>
    public static IReadOnlyList<string> AllSpecial { get; } = ["[PAD]", "[UNK]", "[SOS]", "[EOS]", "[MASK]"];

    /// <summary>How many special tokens stand in front; at least 2.</summary>
    public int Special { get; }

    /// <summary>The number of ids.</summary>
    public int Count => _tokens.Length;

    /// <summary>All tokens; a token's place is its id.</summary>
    public IReadOnlyList<string> Tokens => _tokens;

    /// <summary>How often each token occurs in the texts that the vocabulary was made from; those left out count for
    /// <see cref="Unknown"/>. // [Count]</summary>
    public IReadOnlyList<long> Frequencies { get; }

    /// <summary>The token of an id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is outside the vocabulary.</exception>
    public string this[int id] => _tokens[WellFormed.Id(id, Count)];

    /// <summary>The most frequent tokens of texts.</summary>
    /// <param name="texts">Texts as tokens.</param>
    /// <param name="size">The most ids there may be, those of special tokens included. S3-267</param>
    /// <param name="special">Padding, unknown, and others; [PAD] and [UNK] unless told.</param>
    /// <exception cref="ArgumentException">No token; no room beside the special ones; fewer than two of these, or one
    /// twice.</exception>
    public static Vocabulary Of(
        IEnumerable<IReadOnlyList<string>> texts, int size = int.MaxValue, IReadOnlyList<string>? special = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        special ??= [.. AllSpecial.Take(2)];
        if (special.Count < 2 || special.Distinct().Count() != special.Count)
        {
            throw new ArgumentException(
                "Expected special tokens for padding and unknown, each once; got "
                    + $"[{string.Join(", ", special)}].", nameof(special));
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(size, special.Count);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string token in texts.SelectMany(text => text))
        {
            counts[token] = counts.GetValueOrDefault(token) + 1;
        }

        if (counts.Count == 0)
        {
            throw new ArgumentException("Expected texts with at least one token; got none.", nameof(texts));
        }

        long[] ofSpecial = [.. special.Select(token => counts.Remove(token, out long n) ? n : 0)];
        KeyValuePair<string, long>[] ranked =
            [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)];
        int kept = Math.Min(ranked.Length, size - special.Count);
        ofSpecial[Unknown] += ranked[kept..].Sum(c => c.Value);
        return new(
            [.. special, .. ranked[..kept].Select(c => c.Key)], special.Count,
            [.. ofSpecial, .. ranked[..kept].Select(c => c.Value)]);
    }

    /// <summary>Whether the token has an id of its own.</summary>
    public bool Contains(string token) => _ids.ContainsKey(token);

    /// <summary>The id of a token, <see cref="Unknown"/> where it has none. S3-267</summary>
    public int Id(string token) => _ids.GetValueOrDefault(token, Unknown);

    /// <summary>The id of every token. // [T]</summary>
    public int[] Encode(IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return [.. tokens.Select(Id)];
    }

    /// <summary>The token of every id: the inverse of <see cref="Encode"/> for tokens of the vocabulary only.
    /// S3-268</summary>
    public string[] Decode(ReadOnlySpan<int> ids)
    {
        var tokens = new string[ids.Length];
        for (int t = 0; t < ids.Length; t++)
        {
            tokens[t] = this[ids[t]];
        }

        return tokens;
    }

    /// <summary>The share of the texts' tokens that have no id here. S3-268</summary>
    public double UnknownRate(IEnumerable<IReadOnlyList<string>> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        long all = 0, unknown = 0;
        foreach (string token in texts.SelectMany(text => text))
        {
            all++;
            unknown += Contains(token) ? 0 : 1;
        }

        return all > 0
            ? (double)unknown / all
            : throw new ArgumentException("Expected texts with at least one token; got none.", nameof(texts));
    }
}
