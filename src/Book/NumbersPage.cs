using System.Text;

namespace Reference.Book;

/// <summary>The page <c>NUMBERS.md</c> of a chapter: every worked number with its verdict.</summary>
public static class NumbersPage
{
    /// <summary>The file of a chapter, relative to the root.</summary>
    public static string PathOf(IChapter chapter) => $"chapters/{chapter.Slug}/NUMBERS.md";

    /// <summary>The page: one table, each row of the notes with an anchor of its name in lower case.</summary>
    public static string Generate(IChapter chapter)
    {
        int derived = chapter.WorkedNumbers.Count(n => n.Verdict == Verdict.Derived);
        var page = new StringBuilder(
            $"# Numbers of chapter {chapter.Number:00}, [{chapter.Title}](README.md)\n\n");
        if (chapter.WorkedNumbers.Count == 0)
        {
            return page.Append("The notes print no number that this chapter could compute again.\n").ToString();
        }

        int printed = chapter.WorkedNumbers.Count - derived;
        page.Append($"{printed} {(printed == 1 ? "number" : "numbers")} that the notes print, computed again by the ")
            .Append("chapter's code")
            .Append(derived == 0 ? "" : $", and {derived} that follow from them (*derived*)")
            .Append(". A test holds each to its verdict.\n\n")
            .Append("| row | number | printed | computed | verdict |\n|---|---|---|---|---|");
        string? last = null;
        foreach (WorkedNumber number in chapter.WorkedNumbers.OrderBy(n => n.Row, StringComparer.Ordinal))
        {
            string anchor = number.Row == last ? "" : $"<a id=\"{number.Row.ToLowerInvariant()}\"></a>";
            page.Append($"\n| {anchor}{number.Row} | {Readme.Cell(number.What)} | "
                + $"{Readme.Cell(Verdicts.Printed(number))} | ")
                .Append($"{Verdicts.Digits(number.Compute())} | {Readme.Cell(Verdicts.InWords(number))} |");
            last = number.Row;
        }

        return page.Append('\n').ToString();
    }
}
