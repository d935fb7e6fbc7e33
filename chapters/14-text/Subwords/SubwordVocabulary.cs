using System.Text;

namespace Reference.Texts;

/// <summary>Special tokens, the 256 bytes where unseen characters fall back to them, and pieces of text, in this
/// order.</summary>
internal sealed class SubwordVocabulary
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private readonly TokenBytes _tokens;
    private readonly int _special;

    public SubwordVocabulary(IReadOnlyList<string> special, IReadOnlyList<string> pieces, bool bytes = true)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        List<byte[]?> tokens = TokenBytes.Layout(special, bytes);
        (_special, First, HasBytes) = (special.Count, tokens.Count, bytes);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string piece in pieces)
        {
            WellFormed.Text(piece, nameof(pieces));
            if (piece.Length == 0 || !ids.TryAdd(piece, tokens.Count))
            {
                throw new ArgumentException($"Expected each piece once and not empty; '{piece}' is not.",
                    nameof(pieces));
            }

            tokens.Add(Encoding.UTF8.GetBytes(piece));
            Longest = Math.Max(Longest, piece.Length);
        }

        (_tokens, _ids, Pieces) = (new(tokens), ids.GetAlternateLookup<ReadOnlySpan<char>>(), pieces);
    }

    /// <summary>The number of ids.</summary>
    public int Count => _tokens.Count;

    /// <summary>The id of the first piece.</summary>
    public int First { get; }

    /// <summary>Whether unseen characters have ids.</summary>
    public bool HasBytes { get; }

    /// <summary>The length of the longest piece, in UTF-16.</summary>
    public int Longest { get; }

    /// <summary>The pieces.</summary>
    public IReadOnlyList<string> Pieces { get; }

    public bool TryGet(ReadOnlySpan<char> piece, out int id) => _ids.TryGetValue(piece, out id);

    public string Decode(ReadOnlySpan<int> ids) => _tokens.Decode(ids);

    /// <summary>Adds the ids of the bytes of the first character.</summary>
    /// <returns>Its length in UTF-16.</returns>
    public int AddBytes(ReadOnlySpan<char> text, List<int> ids)
    {
        Rune.DecodeFromUtf16(text, out Rune rune, out int length);
        if (!HasBytes)
        {
            throw new ArgumentException(
                $"Expected characters of the vocabulary; '{rune}', U+{rune.Value:X4}, is none.", nameof(text));
        }

        Span<byte> bytes = stackalloc byte[4];
        foreach (byte b in bytes[..rune.EncodeToUtf8(bytes)])
        {
            ids.Add(_special + b);
        }

        return length;
    }

    /// <summary>The characters of words, in the order of their numbers.</summary>
    public static string[] Characters(IEnumerable<string> words) =>
        [.. words.SelectMany(word => word.EnumerateRunes()).Distinct().Order().Select(rune => rune.ToString())];
}
