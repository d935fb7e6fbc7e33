using System.Globalization;
using System.Text;

namespace Reference.Texts;

/// <summary>
/// Words as runs of letters, digits and combining marks. An apostrophe inside a word belongs to it (don't), and so
/// does a point or comma between two digits (3.14, 65,000); a hyphen separates. S0-147, S1-159, S2-236.
/// </summary>
/// <param name="lowerCase">Whether The and the are one word.</param>
/// <param name="punctuation">Whether every other character that is no space is a token too.</param>
public sealed class WordTokenizer(bool lowerCase = true, bool punctuation = false)
{
    /// <summary>The notes' first rule: what stands between spaces. S1-159</summary>
    public static string[] BySpaces(string text)
    {
        WellFormed.Text(text);
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The words of a text, in their order.</summary>
    /// <exception cref="ArgumentException">The text is no well-formed UTF-16.</exception>
    public string[] Split(string text)
    {
        WellFormed.Text(text);
        var tokens = new List<string>();
        int start = -1; // of the word that the scan is in
        for (int i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out Rune rune, out int length);
            bool inside = IsWord(rune) || (start >= 0 && Joins(text, i));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside)
            {
                End(i);
                if (punctuation && !Rune.IsWhiteSpace(rune))
                {
                    tokens.Add(rune.ToString());
                }
            }

            i += length;
        }

        End(text.Length);
        return [.. tokens];

        void End(int end)
        {
            if (start >= 0)
            {
                string word = text[start..end];
                tokens.Add(lowerCase ? word.ToLowerInvariant() : word);
                start = -1;
            }
        }
    }

    private static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool Joins(string text, int i) => i + 1 < text.Length && text[i] switch
    {
        '\'' or '’' => char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]),
        '.' or ',' => char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]),
        _ => false,
    };
}
