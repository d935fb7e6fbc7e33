using System.Text.RegularExpressions;

namespace Reference.Texts;

/// <summary>
/// Patterns that cut a text into pieces before subwords are looked for, so that no subword crosses from one word into
/// the next. Together the pieces are the text, spaces included: a space belongs to the word after it. To .NET's
/// patterns a letter beyond U+FFFF is no letter but two other signs.
/// </summary>
public static partial class Pieces
{
    /// <summary>GPT-2's: English contractions, words, numbers, other signs, spaces.</summary>
    [GeneratedRegex(@"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")]
    public static partial Regex Gpt2();

    /// <summary>That of cl100k_base: digits in threes, line ends apart.</summary>
    [GeneratedRegex(@"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+"
        + @"|\s+(?!\S)|\s+")]
    public static partial Regex Cl100k();

    /// <summary>The whole text as one piece.</summary>
    [GeneratedRegex(@"(?s).+")]
    public static partial Regex Whole();

    /// <summary>The pieces of a text, one after another.</summary>
    /// <exception cref="ArgumentException">The text is no well-formed UTF-16, or the pattern leaves out some of
    /// it.</exception>
    public static PieceEnumerator Of(string text, Regex pattern)
    {
        WellFormed.Text(text);
        return new(text, pattern.EnumerateMatches(text));
    }

    /// <summary>Walks through a text.</summary>
    public ref struct PieceEnumerator
    {
        private readonly string _text;
        private Regex.ValueMatchEnumerator _matches;
        private int _end;

        internal PieceEnumerator(string text, Regex.ValueMatchEnumerator matches)
        {
            _text = text;
            _matches = matches;
        }

        /// <summary>The piece.</summary>
        public ReadOnlySpan<char> Current { get; private set; }

        /// <summary>This.</summary>
        public readonly PieceEnumerator GetEnumerator() => this;

        /// <summary>Goes to the next piece.</summary>
        public bool MoveNext()
        {
            bool more = _matches.MoveNext();
            int start = more ? _matches.Current.Index : _text.Length;
            if (start != _end)
            {
                throw new ArgumentException(
                    $"Expected a pattern that covers every text; it leaves out '{_text[_end..start]}'.", "pattern");
            }

            Current = more ? _text.AsSpan(start, _matches.Current.Length) : default;
            _end += Current.Length;
            return more;
        }
    }

    /// <summary>The different pieces of texts, each with the number of times that it occurs, in the order of their
    /// first occurrence.</summary>
    /// <exception cref="ArgumentException">A text is no well-formed UTF-16, or all are empty.</exception>
    public static IReadOnlyList<(string Piece, int Count)> Counted(IEnumerable<string> texts, Regex pattern)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(pattern);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup =
            places.GetAlternateLookup<ReadOnlySpan<char>>();
        var pieces = new List<string>();
        var counts = new List<int>();
        foreach (string text in texts)
        {
            foreach (ReadOnlySpan<char> piece in Of(text, pattern))
            {
                if (lookup.TryGetValue(piece, out int place))
                {
                    counts[place]++;
                    continue;
                }

                lookup[piece] = pieces.Count;
                pieces.Add(piece.ToString());
                counts.Add(1);
            }
        }

        return pieces.Count > 0
            ? [.. pieces.Zip(counts)]
            : throw new ArgumentException("Expected texts with at least one character; got none.", nameof(texts));
    }
}
