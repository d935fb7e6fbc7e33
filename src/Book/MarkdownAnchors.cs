using System.Text.RegularExpressions;

namespace Reference.Book;

/// <summary>A heading of a Markdown page.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Level">1 for the title.</param>
/// <param name="Text">The heading as written.</param>
/// <param name="Anchor">The name by which a link reaches it on GitHub.</param>
public sealed record MarkdownHeading(int Line, int Level, string Text, string Anchor);

/// <summary>
/// The places of a Markdown page that a link can name: headings, as GitHub names them, and <c>&lt;a id="…"&gt;</c>.
/// </summary>
public static partial class MarkdownAnchors
{
    /// <summary>The headings in order; a second one of the same name gets <c>-1</c>, a third <c>-2</c>.</summary>
    public static IReadOnlyList<MarkdownHeading> Headings(string page)
    {
        var headings = new List<MarkdownHeading>();
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        bool inCode = false;
        foreach ((int i, string line) in page.Split('\n').Index())
        {
            inCode ^= line.StartsWith("```", StringComparison.Ordinal);
            Match match = Heading().Match(line);
            if (inCode || !match.Success)
            {
                continue;
            }

            string text = match.Groups["text"].Value.Trim();
            string slug = Slug(text);
            int before = used.GetValueOrDefault(slug);
            used[slug] = before + 1;
            headings.Add(new(i + 1, match.Groups["level"].Length, text, before == 0 ? slug : $"{slug}-{before}"));
        }

        return headings;
    }

    /// <summary>Every name that a link can use.</summary>
    public static IReadOnlySet<string> Of(string page) =>
        Headings(page).Select(h => h.Anchor)
            .Concat(Explicit().Matches(page).Select(m => m.Groups["id"].Value))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The last heading at or above a line, or null above the first.</summary>
    public static MarkdownHeading? Above(IReadOnlyList<MarkdownHeading> headings, int line) =>
        headings.LastOrDefault(h => h.Line <= line);

    /// <summary>GitHub's name of a heading: lower case, signs dropped, spaces as hyphens.</summary>
    public static string Slug(string heading) =>
        Dropped().Replace(Link().Replace(heading, "${text}").ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"^(?<level>#{1,6})\s+(?<text>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\">", RegexOptions.ExplicitCapture)]
    private static partial Regex Explicit();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}\p{Pc} \-]")]
    private static partial Regex Dropped();
}
