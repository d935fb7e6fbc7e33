using System.Text.RegularExpressions;

namespace Reference.Book.Tests;

/// <summary>Every link of every page that is generated, whole or in part, leads somewhere.</summary>
public partial class LinksTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.PathOf("chapters"), "*.md", SearchOption.AllDirectories)
            .Select(Repository.Relative)
            .Where(page => !Citations.IsBuildOutput(page))
            .Append("README.md")
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_a_line_and_an_anchor_that_exist(string page)
    {
        string text = File.ReadAllText(Repository.PathOf(page));
        Assert.Empty(Link().Matches(text)
            .Select(m => m.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Distinct()
            .Select(target => Dead(page, target))
            .OfType<string>());
    }

    [Fact]
    public void A_dead_link_is_noticed()
    {
        Assert.Null(Dead("README.md", "chapters/NOTES.md#index-of-the-notes"));
        Assert.Null(Dead("chapters/NOTES.md", "../README.md#L1"));
        Assert.Contains("no file", Dead("README.md", "chapters/nothing.md"), StringComparison.Ordinal);
        Assert.Contains("no anchor", Dead("README.md", "chapters/NOTES.md#nothing"), StringComparison.Ordinal);
        Assert.Contains("no line", Dead("README.md", "chapters/NOTES.md#L99999"), StringComparison.Ordinal);
        // An empty line is none either.
        Assert.Contains("no line", Dead("README.md", "chapters/NOTES.md#L2"), StringComparison.Ordinal);
    }

    // Why a link of a page leads nowhere; null when it leads somewhere.
    private static string? Dead(string page, string target)
    {
        string[] parts = target.Split('#', 2);
        string path = parts[0].Length == 0
            ? Repository.PathOf(page)
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, parts[0]));
        if (!Path.Exists(path))
        {
            return $"{target}: no file";
        }

        if (parts.Length == 1)
        {
            return null;
        }

        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        Match line = Line().Match(parts[1]);
        if (line.Success)
        {
            string? there = text.Split('\n').ElementAtOrDefault(int.Parse(line.Groups["line"].Value) - 1);
            return string.IsNullOrWhiteSpace(there) ? $"{target}: no line" : null;
        }

        return MarkdownAnchors.Of(text).Contains(parts[1]) ? null : $"{target}: no anchor";
    }

    // Mathematics may hold brackets too; a target has no space, brace or backslash.
    [GeneratedRegex(@"\]\((?<target>[^()\s{}\\$`]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^L(?<line>\d+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
