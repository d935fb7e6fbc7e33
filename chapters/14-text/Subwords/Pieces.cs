using System.Text.RegularExpressions;

namespace Reference.Texts;

/// <summary>
/// Patterns that cut a text into pieces before subwords are looked for, so that no subword crosses from one word into
/// the next. Together the pieces are the text, spaces included: a space belongs to the word after it.
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
            WellFormed.Text(text, nameof(texts));
            foreach (ValueMatch match in pattern.EnumerateMatches(text))
            {
                ReadOnlySpan<char> piece = text.AsSpan(match.Index, match.Length);
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
