using System.Text;
using System.Text.RegularExpressions;

namespace Reference.Texts;

/// <summary>
/// Byte-pair encoding on the bytes of UTF-8: every Unicode string has ids, and they decode to it. Ids are special
/// tokens, then the 256 bytes, then one for each merge in the order learned. A text never encodes to a special token,
/// whatever it says. Pieces seen before are looked up, so an instance serves one thread. S0-149, S1-162, S1-167.
/// </summary>
public sealed class BytePairEncoding : ITokenizer
{
    private const int LongestKept = 32, MostKept = 1 << 16; // characters of a piece, and pieces, that are looked up

    private readonly TokenBytes _tokens;
    private readonly int[] _byteIds;
    private readonly Regex _pattern;
    private readonly PairMerger _merger;
    private readonly Dictionary<string, int[]> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private byte[] _bytes = new byte[256];
    private int[] _symbols = new int[256];

    private BytePairEncoding(
        TokenBytes tokens, int[] byteIds, Dictionary<(int, int), int> merged, Regex? pattern,
        IReadOnlyDictionary<string, int> special, IReadOnlyList<(int A, int B)> merges)
    {
        (_tokens, _byteIds, _pattern) = (tokens, byteIds, pattern ?? Pieces.Gpt2());
        (Special, Merges) = (special, merges);
        _merger = new(merged);
        _lookup = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>From merges in the order learned; each names two ids that stand before it.</summary>
    /// <exception cref="ArgumentException">A merge names an id that is not there yet, or a special one.</exception>
    public BytePairEncoding(
        IReadOnlyList<(int A, int B)> merges, Regex? pattern = null, IReadOnlyList<string>? special = null)
        : this(
            Tokens(merges, special ?? [], out Dictionary<(int, int), int> merged),
            [.. Enumerable.Range(special?.Count ?? 0, 256)], merged, pattern,
            (special ?? []).Index().ToDictionary(s => s.Item, s => s.Index), [.. merges])
    {
    }

    /// <summary>The ids of special tokens.</summary>
    public IReadOnlyDictionary<string, int> Special { get; }

    /// <summary>The pairs merged, in the order learned; empty where only ranks are known.</summary>
    public IReadOnlyList<(int A, int B)> Merges { get; }

    /// <inheritdoc/>
    public int Count => _tokens.Count;

    /// <summary>How many pairs have been offered for merging; a measure of the work.</summary>
    public long Work => _merger.Work;

    /// <summary>Learns merges until there are <paramref name="size"/> ids, or no pair occurs
    /// <paramref name="least"/> times. The same texts give the same merges. S1-162</summary>
    /// <param name="texts">The corpus.</param>
    /// <param name="size">The most ids; at least 256 and the special ones.</param>
    /// <param name="pattern">What cuts a text into pieces, inside which pairs are merged; GPT-2's unless
    /// told.</param>
    /// <param name="special">Tokens that stand for no text, such as [PAD]; they have the first ids.</param>
    /// <param name="least">The least count of a pair, at least 1.</param>
    /// <exception cref="ArgumentException">No text, malformed text, or a size below the bytes.</exception>
    public static BytePairEncoding Train(
        IEnumerable<string> texts, int size, Regex? pattern = null, IReadOnlyList<string>? special = null,
        long least = 2)
    {
        int first = special?.Count ?? 0, symbols = first + 256;
        if (size < symbols)
        {
            throw new ArgumentOutOfRangeException(nameof(size),
                $"Expected room for 256 bytes and {first} special tokens; got a size of {size}.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        IReadOnlyList<(string Piece, int Count)> pieces = Pieces.Counted(texts, pattern ?? Pieces.Gpt2());
        var chain = new SymbolChain(
            [.. pieces.Select(p => Array.ConvertAll(Encoding.UTF8.GetBytes(p.Piece), b => first + b))],
            [.. pieces.Select(p => p.Count)], symbols);
        return new(BytePairTraining.Learn(chain, size - symbols, least), pattern, special);
    }

    /// <summary>The encoding of a rank file: two neighbours merge if their joined bytes are a token, those of the
    /// lowest rank first.</summary>
    /// <param name="ranks">The tokens; a token's place is its rank and its id.</param>
    /// <param name="pattern">What cuts a text into pieces, such as <see cref="Pieces.Cl100k"/>.</param>
    /// <param name="special">The ids of special tokens.</param>
    /// <exception cref="ArgumentException">A byte has no token, a token is there twice, or a special id is
    /// taken.</exception>
    public static BytePairEncoding OfRanks(
        IReadOnlyList<byte[]> ranks, Regex pattern, IReadOnlyDictionary<string, int>? special = null)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        ArgumentNullException.ThrowIfNull(pattern);
        special ??= new Dictionary<string, int>();
        var ids = new Dictionary<string, int>(ranks.Count, StringComparer.Ordinal); // a byte a character
        for (int id = 0; id < ranks.Count; id++)
        {
            if (ranks[id].Length == 0 || !ids.TryAdd(Encoding.Latin1.GetString(ranks[id]), id))
            {
                throw new ArgumentException($"Expected a token once and not empty; that of rank {id} is not.",
                    nameof(ranks));
            }
        }

        var tokens = new byte[]?[special.Values.Append(ranks.Count - 1).Max() + 1];
        for (int id = 0; id < ranks.Count; id++)
        {
            tokens[id] = ranks[id];
        }

        foreach ((string token, int id) in special)
        {
            tokens[id] = id >= ranks.Count && tokens[id] is null
                ? Encoding.UTF8.GetBytes(token)
                : throw new ArgumentException($"Expected an id of its own for {token}; {id} is taken.",
                    nameof(special));
        }

        int[] byteIds = [.. Enumerable.Range(0, 256).Select(b => ids.TryGetValue($"{(char)b}", out int id)
            ? id
            : throw new ArgumentException($"Expected a token for every byte; 0x{b:X2} has none.", nameof(ranks)))];
        var merged = new Dictionary<(int, int), int>();
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup =
            ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach ((string token, int id) in ids)
        {
            for (int cut = 1; cut < token.Length; cut++)
            {
                if (lookup.TryGetValue(token.AsSpan(0, cut), out int a)
                    && lookup.TryGetValue(token.AsSpan(cut), out int b))
                {
                    merged.Add((a, b), id);
                }
            }
        }

        return new(new TokenBytes(tokens), byteIds, merged, pattern, special, []);
    }

    /// <inheritdoc/>
    public int[] Encode(string text)
    {
        var ids = new List<int>();
        foreach (ReadOnlySpan<char> piece in Pieces.Of(text, _pattern))
        {
            if (_lookup.TryGetValue(piece, out int[]? seen))
            {
                ids.AddRange(seen.AsSpan());
                continue;
            }

            ReadOnlySpan<int> encoded = Merged(piece);
            ids.AddRange(encoded);
            if (piece.Length <= LongestKept && _seen.Count < MostKept)
            {
                _lookup[piece] = encoded.ToArray();
            }
        }

        return [.. ids];
    }

    /// <summary>The text of ids; ids that are no encoding of a text may give U+FFFD.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id has no token.</exception>
    public string Decode(ReadOnlySpan<int> ids) => _tokens.Decode(ids);

    /// <summary>The bytes of one token.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id has no token.</exception>
    public ReadOnlySpan<byte> Bytes(int id) => _tokens[id];

    private ReadOnlySpan<int> Merged(ReadOnlySpan<char> piece)
    {
        int most = Encoding.UTF8.GetMaxByteCount(piece.Length);
        if (_bytes.Length < most)
        {
            (_bytes, _symbols) = (new byte[most], new int[most]);
        }

        int n = Encoding.UTF8.GetBytes(piece, _bytes);
        for (int i = 0; i < n; i++)
        {
            _symbols[i] = _byteIds[_bytes[i]];
        }

        return _symbols.AsSpan(0, _merger.Merge(_symbols.AsSpan(0, n)));
    }

    private static TokenBytes Tokens(
        IReadOnlyList<(int A, int B)> merges, IReadOnlyList<string> special, out Dictionary<(int, int), int> merged)
    {
        ArgumentNullException.ThrowIfNull(merges);
        List<byte[]?> tokens = TokenBytes.Layout(special, bytes: true);
        merged = [];
        foreach ((int a, int b) in merges)
        {
            if (Math.Min(a, b) < special.Count || Math.Max(a, b) >= tokens.Count
                || !merged.TryAdd((a, b), tokens.Count))
            {
                throw new ArgumentException(
                    $"Expected merge {merged.Count} to be a new pair of ids in [{special.Count}, {tokens.Count}); got "
                        + $"({a}, {b}).", nameof(merges));
            }

            tokens.Add([.. tokens[a]!, .. tokens[b]!]);
        }

        return new(tokens);
    }
}
