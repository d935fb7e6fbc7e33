using System.Globalization;
using System.Text.RegularExpressions;

namespace Reference.Book;

/// <summary>Ids of rows of the notes, such as <c>S9-098</c>, and ranges of them, such as
/// <c>S9-004…S9-010</c>.</summary>
public static partial class RowIds
{
    /// <summary>Every id in the text, ranges written out, in order of appearance and each once.</summary>
    public static IReadOnlyList<string> Find(string text)
    {
        var ids = new List<string>();
        foreach (Match match in Pattern().Matches(text))
        {
            string document = match.Groups["document"].Value;
            int first = int.Parse(match.Groups["first"].Value);
            int last = match.Groups["last"].Success ? int.Parse(match.Groups["last"].Value) : first;
            for (int number = first; number <= last; number++)
            {
                ids.Add(string.Create(CultureInfo.InvariantCulture, $"{document}-{number:000}"));
            }
        }

        return [.. ids.Distinct()];
    }

    /// <summary>The ids of a list that holds nothing but ids.</summary>
    /// <exception cref="ArgumentException">The text holds anything else, or no id.</exception>
    public static IReadOnlyList<string> Parse(string rows)
    {
        string rest = Pattern().Replace(rows, "").Trim(' ', ',');
        IReadOnlyList<string> ids = Find(rows);
        return rest.Length == 0 && ids.Count > 0
            ? ids
            : throw new ArgumentException($"Expected rows such as 'S1-098 S2-034' or 'S1-004…S1-010'; got '{rows}'.",
                nameof(rows));
    }

    [GeneratedRegex(@"(?<document>S[0-4])-(?<first>\d{3})(?:…(?:\k<document>-)?(?<last>\d{3}))?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
