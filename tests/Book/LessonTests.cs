namespace Reference.Book.Tests;

public class LessonTests
{
    private const string Page = "# Tiny\n\n## A line\n\nTold of S0-001.\n\n"
        + "<!-- generated: errata -->\nS0-003\n<!-- end -->\n\n## Once more\n\nS0-001 and S0-002\n";

    private static readonly TinyChapter Chapter = new();

    [Fact]
    public void A_concept_leads_to_the_first_heading_whose_prose_cites_it()
    {
        IReadOnlyDictionary<string, MarkdownHeading> told = new Lesson(Chapter, Page).Told();
        Assert.Equal([("S0-001", "a-line"), ("S0-002", "once-more")], told.Select(t => (t.Key, t.Value.Anchor)));
    }

    [Fact]
    public void Lists_are_found_under_the_heading_of_their_marker_and_numbers_else_on_their_page()
    {
        Assert.Equal("chapters/01-perceptron/README.md#a-line", new Lesson(Chapter, Page).Errata);
        Assert.Equal("chapters/01-perceptron/NUMBERS.md#s0-001", new Lesson(Chapter, Page).Numbers("S0-001"));
        string withNumbers = Page + "\n## All numbers\n\n<!-- generated: numbers -->\n<!-- end -->\n";
        Assert.Equal("chapters/01-perceptron/README.md#all-numbers",
            new Lesson(Chapter, withNumbers).Numbers("S0-001"));
    }
}
