using System.Text;
using System.Text.RegularExpressions;

namespace Reference.Book;

/// <summary>
/// The README of a chapter. Its prose and equations are written by hand; three kinds of parts are generated: below
/// every equation with a <c>\tag{…}</c> the way to its lines and tests, and between <c>&lt;!-- generated: … --&gt;</c>
/// and <c>&lt;!-- end --&gt;</c> the derivations, errata and figures. A test fails when a part is stale.
/// </summary>
public static partial class Readme
{
    /// <summary>The file of a chapter, relative to the root.</summary>
    public static string PathOf(IChapter chapter) => $"chapters/{chapter.Slug}/README.md";

    /// <summary>The tags of the numbered equations of a README, in order.</summary>
    public static IReadOnlyList<string> Tags(string text) =>
        [.. Tag().Matches(text).Select(m => $"({m.Groups["tag"].Value})")];

    /// <summary>What is written by hand: the text without its generated parts.</summary>
    public static string Prose(string text) => Marked().Replace(WayBelow().Replace(text, ""), "");

    /// <summary>The README with every generated part made anew.</summary>
    /// <exception cref="ArgumentException">A marker asks for something that the chapter does not have.</exception>
    public static string Generate(IChapter chapter, string text)
    {
        IReadOnlyList<Citation> code = Citations.In($"chapters/{chapter.Slug}");
        IReadOnlyList<Citation> tests = Citations.In($"tests/{chapter.Slug}");
        text = Equation().Replace(text, match =>
            $"{match.Groups["equation"].Value}\n\n{Way($"({match.Groups["tag"].Value})", chapter, code, tests)}\n");
        return Marked().Replace(text, match =>
            $"<!-- generated: {match.Groups["what"].Value} -->\n{Part(chapter, match.Groups["what"].Value)}\n<!-- "
            + $"end -->");
    }

    // From an equation to its lines and its tests, as links: the line of each file that realises it, and the first
    // tests.
    private static string Way(string tag, IChapter chapter, IReadOnlyList<Citation> code,
        IReadOnlyList<Citation> tests)
    {
        IEnumerable<string> lines = code.Where(c => c.What == tag).GroupBy(c => c.File)
            .OrderBy(file => Citations.Form(file.Key))
            .Select(file => file.FirstOrDefault(c => c.Behind) ?? file.First())
            .Select(c => $"[{c.FileName}:{c.Line}]({c.File[$"chapters/{chapter.Slug}/".Length..]}#L{c.Line})");
        Citation[] proofs = [.. tests.Where(c => c.What == tag).DistinctBy(c => c.Test)];
        IEnumerable<string> first = proofs.Take(3).Select(c =>
            $"[{c.Test?.Replace('_', ' ')}](../../{c.File}#L{c.Line})");
        string more = proofs.Length > 3 ? $" and {proofs.Length - 3} more" : "";
        return $"<sub>{tag} → code {string.Join(", ", lines)} · test {string.Join(", ", first)}{more}</sub>";
    }

    private static string Part(IChapter chapter, string what)
    {
        string[] words = what.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["derivation", var name] =>
                Lines(chapter, ChapterConsole.Named(chapter.Derivations, d => d.Name, name, "derivation", chapter)),
            ["figure", var name] =>
                Image(chapter, ChapterConsole.Named(chapter.Figures, f => f.Name, name, "figure", chapter)),
            ["errata"] => ErrataPage.Table(Erratum.Of(chapter)),
            _ => throw new ArgumentException(
                $"Expected a marker 'derivation NAME', 'figure NAME' or 'errata' in {PathOf(chapter)}; got '{what}'."),
        };
    }

    private static string Lines(IChapter chapter, Derivation derivation)
    {
        var page = new StringBuilder(
            $"<a id=\"{derivation.Name}\"></a>**{derivation.Title}** ({string.Join(", ", derivation.Rows)}; "
                + $"{Place(chapter, derivation)})\n\n");
        page.Append("$$\n\\begin{aligned}\n");
        foreach (DerivationStep step in derivation.Steps.Where(s => s.Relation != Relation.PrintedButWrong))
        {
            string? reason = step.Relation == Relation.NumericallyEqual
                ? step.Note is null ? "checked numerically" : $"{step.Note}, checked numerically"
                : step.Note;
            string because = reason is null ? "" : $" && \\text{{{reason}}}";
            page.Append(step.Relation == Relation.Start ? $"&\\phantom{{=}}\\; {step.Latex}"
                : $"&{step.Sign}\\; {step.Latex}")
                .Append(because)
                .Append(@" \\")
                .Append('\n');
        }

        page.Append("\\end{aligned}\n$$");
        foreach (DerivationStep wrong in derivation.Steps.Where(s => s.Relation == Relation.PrintedButWrong))
        {
            page.Append(
                $"\n\n> **Erratum** ({wrong.Row}). {Printed(wrong)} $`{wrong.Latex}`$ among these lines. "
                + $"{wrong.Note} The test shows that the equality fails there.");
        }

        return page.ToString();
    }

    private static string Printed(DerivationStep wrong) =>
        wrong.Kind == ErratumKind.OurText ? "Our copy of the notes has" : "The notes print";

    // The line of the chapter that names the derivation, where its lambdas begin.
    private static string Place(IChapter chapter, Derivation derivation)
    {
        string folder = Repository.PathOf($"chapters/{chapter.Slug}");
        foreach (string file in Directory.EnumerateFiles(folder, "*Derivations.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            int line = Array.FindIndex(File.ReadAllLines(file), l =>
                l.Contains($"\"{derivation.Name}\"", StringComparison.Ordinal)) + 1;
            if (line > 0)
            {
                return $"every line a test: [{Path.GetFileName(file)}:{line}]"
                    + $"({Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')}#L{line})";
            }
        }

        return "every line a test";
    }

    private static string Image(IChapter chapter, ChapterFigure figure) =>
        $"![{figure.Caption}](../../plots/gallery/{chapter.Slug}/{figure.Name}.png)\n\n*{figure.Caption}* "
            + $"({string.Join(", ", figure.Rows)}"
            + $"{(figure.Experiment is { } drawn ? $"; `experiment {drawn}` draws it" : "")})";

    /// <summary>Text that cannot break out of a table's cell.</summary>
    internal static string Cell(string text) => text.Replace("|", @"\|").Replace("\n", " ");

    [GeneratedRegex(@"\\tag\{(?<tag>\d+\.\d+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<sub>\([^\n]*</sub>")]
    private static partial Regex WayBelow();

    // A displayed equation with a tag, and the way below it from the last time.
    [GeneratedRegex(
        @"(?<equation>\$\$\n(?:(?!\$\$)[\s\S])*?\\tag\{(?<tag>\d+\.\d+)\}(?:(?!\$\$)[\s\S])*?\n\$\$)"
            + @"(?:\n\n<sub>\([^\n]*</sub>)?\n",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Equation();

    [GeneratedRegex(@"<!-- generated: (?<what>[^>]*?) -->[\s\S]*?<!-- end -->", RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();
}
