using System.Globalization;
using Reference.Numerics;

namespace Reference.Transformers;

/// <summary>
/// Dates of 1950 to 2049 in twelve English spellings, to be translated to ISO 8601, character by character. S2-256,
/// S1-305.
/// </summary>
public static class Dates
{
    /// <summary>Ids of padding, the start and the end of a translation.</summary>
    public const int Padding = 0, Start = 1, End = 2;

    private static readonly CultureInfo s_english = CultureInfo.InvariantCulture;

    /// <summary>Every character of every spelling and of the translations, after the three special ids.</summary>
    public static string Characters { get; } = new([
        .. Enumerable.Range(0, 366).Select(day => new DateOnly(2000, 1, 1).AddDays(day))
            .SelectMany(date => Enumerable.Range(0, Spellings).SelectMany(s => Spell(date, s)).Concat(Iso(date)))
            .Concat("0123456789").Distinct().Order(),
    ]);

    /// <summary>The symbols: 59.</summary>
    public static int Symbols => 3 + Characters.Length;

    /// <summary>The number of spellings.</summary>
    public const int Spellings = 12;

    /// <summary>The longest spelling and the longest translation with its end.</summary>
    public const int Longest = 27, LongestIso = 11;

    /// <summary>Spelling s of a date.</summary>
    public static string Spell(DateOnly date, int s)
    {
        string Of(string format) => date.ToString(format, s_english);
        string ordinal = $"{date.Day}{Suffix(date.Day)}";
        return s switch
        {
            0 => Of("MMMM d, yyyy"),
            1 => Of("d MMMM yyyy"),
            2 => $"{ordinal} of {Of("MMMM yyyy")}",
            3 => Of("MMM d, yyyy"),
            4 => Of("d MMM yyyy"),
            5 => Of("d-MMM-yyyy"),
            6 => Of("yyyy/MM/dd"),
            7 => Of("dd.MM.yyyy"),
            8 => $"{Of("MMMM")} {ordinal}, {Of("yyyy")}",
            9 => Of("d MMMM yyyy").ToUpperInvariant(),
            10 => Of("MMM d yyyy").ToUpperInvariant(),
            11 => $"the {ordinal} of {Of("MMMM")}, {Of("yyyy")}",
            _ => throw new ArgumentOutOfRangeException(
                nameof(s), $"Expected a spelling from 0 to {Spellings - 1}; got {s}."),
        };
    }

    /// <summary>The translation, 1987-03-05.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", s_english);

    /// <summary>So many pairs, no two of them equal. // spelling → translation</summary>
    public static (string English, string Iso)[] Pairs(int count, RandomStream random)
    {
        var drawn = new HashSet<string>();
        var pairs = new List<(string, string)>(count);
        int days = new DateOnly(2050, 1, 1).DayNumber - new DateOnly(1950, 1, 1).DayNumber;
        while (pairs.Count < count)
        {
            DateOnly date = new DateOnly(1950, 1, 1).AddDays(random.Below(days));
            string english = Spell(date, random.Below(Spellings));
            if (drawn.Add(english))
            {
                pairs.Add((english, Iso(date)));
            }
        }

        return [.. pairs];
    }

    /// <summary>Ids of a text.</summary>
    /// <exception cref="ArgumentException">A character that no date has.</exception>
    public static int[] Encode(string text) => [.. text.Select(c => Characters.IndexOf(c) is >= 0 and var i
        ? 3 + i
        : throw new ArgumentException($"Expected the characters of a date, '{Characters}'; got '{c}'."))];

    /// <summary>The text of ids, up to the end.</summary>
    public static string Decode(IEnumerable<int> ids) =>
        string.Concat(ids.TakeWhile(id => id != End).Where(id => id >= 3).Select(id => Characters[id - 3]));

    private static string Suffix(int day) => (day / 10, day % 10) switch
    {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
}
