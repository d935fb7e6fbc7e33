namespace Reference.Book.Tests;

public class ReadmeTests
{
    private static readonly TinyChapter Chapter = new();

    [Fact]
    public void Generating_twice_changes_nothing_more()
    {
        string text = "# Tiny\n\n$$\nx \\tag{1.2}\n$$\n\nprose\n\n"
            + "<!-- generated: derivation doubling -->\nold\n<!-- end -->\n\n"
            + "<!-- generated: figure line -->\n<!-- end -->\n\n"
            + "<!-- generated: errata -->\n<!-- end -->\n";
        string once = Readme.Generate(Chapter, text);
        Assert.Equal(once, Readme.Generate(Chapter, once));
        Assert.DoesNotContain("\nold\n", once, StringComparison.Ordinal);
        Assert.Contains("prose", once, StringComparison.Ordinal);
        // the way from equation (1.2) of this folder's chapter to its line and its test
        Assert.Contains("ScalarPerceptron.cs#L", once, StringComparison.Ordinal);
        Assert.Contains("tests/01-perceptron/LearningRuleTests.cs#L", once, StringComparison.Ordinal);
        Assert.Contains(@"two \| twice", NumbersPage.Generate(Chapter), StringComparison.Ordinal);
        Assert.Contains("plots/gallery/01-perceptron/line.png", once, StringComparison.Ordinal);
        Assert.Contains(@"\text{by definition}", once, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_marker_is_named()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            Readme.Generate(Chapter, "<!-- generated: poem -->\n<!-- end -->"));
        Assert.Contains("'poem'", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() =>
            Readme.Generate(Chapter, "<!-- generated: figure circle -->\n<!-- end -->"));
        Assert.Contains("'circle'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Errata_come_from_numbers_lines_and_claims()
    {
        Erratum[] errata = [.. Erratum.Of(Chapter)];
        Assert.Equal(3, errata.Length);
        // the next right line
        Assert.Equal("$`x + x`$", errata.Single(e => e.Printed.Contains("x^2", StringComparison.Ordinal)).Right);
        Assert.Contains("S0-002", ErrataPage.Generate([Chapter]), StringComparison.Ordinal);
    }
}
