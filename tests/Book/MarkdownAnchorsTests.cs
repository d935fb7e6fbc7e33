namespace Reference.Book.Tests;

public class MarkdownAnchorsTests
{
    [Theory]
    [InlineData("The notes' mistakes", "the-notes-mistakes")]
    [InlineData("08 · Backpropagation", "08--backpropagation")]
    [InlineData("How wrong was it?", "how-wrong-was-it")]
    [InlineData("Why `unsqueeze(1)`?", "why-unsqueeze1")]
    [InlineData("13.2 Più e così", "132-più-e-così")]
    [InlineData("See [the index](NOTES.md)", "see-the-index")]
    public void A_heading_is_named_as_GitHub_names_it(string heading, string anchor) =>
        Assert.Equal(anchor, MarkdownAnchors.Slug(heading));

    [Fact]
    public void Headings_of_one_name_are_numbered_and_code_has_none()
    {
        string page = "# A\n\n## Next\n\n```\n# not one\n```\n\n## Next\n<a id=\"here\"></a>\n### Next\n";
        IReadOnlyList<MarkdownHeading> headings = MarkdownAnchors.Headings(page);
        Assert.Equal([("a", 1), ("next", 3), ("next-1", 9), ("next-2", 11)], headings.Select(h => (h.Anchor, h.Line)));
        Assert.Equal(["a", "here", "next", "next-1", "next-2"], MarkdownAnchors.Of(page).Order());
        Assert.Equal("next", MarkdownAnchors.Above(headings, 8)?.Anchor);
    }
}
