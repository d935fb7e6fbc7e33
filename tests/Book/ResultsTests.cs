using Reference.Plotting;

namespace Reference.Book.Tests;

/// <summary>Measurements, and the page of their results.</summary>
public class ResultsTests
{
    private static readonly TinyChapter Chapter = new();

    [Fact]
    public void Results_are_tables() => Assert.Equal(
        "Title.\n\n| a | b |\n| --- | --- |\n| 1 | 2 \\| 3 |\n",
        new Results("Title", ["a", "b"], [["1", "2 | 3"]]).ToMarkdown());

    [Fact]
    public void Spread_is_told_by_quartiles_or_by_the_range()
    {
        Assert.Equal([1, 1.75, 2.5, 4], new[] { 0, 0.25, 0.5, 1 }.Select(q => Results.Quantile([1, 2, 3, 4], q)));
        Assert.Equal("2.50 (1.75–3.25)", Results.Quartiles([4, 1, 3, 2], "0.00"));
        Assert.Equal("0.300 (0.100–0.500)", Results.Range([0.5, 0.1, 0.3]));
    }

    // A section that is measured anew replaces the old one in its place; the others stay as they are.
    [Fact]
    public void A_page_keeps_the_sections_that_are_not_measured()
    {
        string Of(string old, string name, string value)
        {
            var results = new Results("Title", ["a"], [[value]]);
            var one = new Measurement(name, "Why?", _ => results);
            return ResultsCommand.Page(Chapter, ["x", "y"], old, new Dictionary<string, string>
                { [name] = ResultsCommand.Section(one, results, 7) });
        }

        string both = Of(Of("", "y", "1"), "x", "2"), anew = Of(both, "y", "3");
        Assert.True(both.IndexOf("## x", StringComparison.Ordinal) is var x and > 0
            && both.IndexOf("## y", StringComparison.Ordinal) > x);
        Assert.Contains("`results x --seed 7`", both, StringComparison.Ordinal);
        Assert.Equal(both.Split("## y")[0], anew.Split("## y")[0]);
        Assert.Equal(both.Replace("| 1 |", "| 3 |", StringComparison.Ordinal), anew);
        Assert.Equal(both, Of(both, "x", "2"));
    }

    [Fact]
    public void An_experiment_draws_a_measured_figure()
    {
        ChapterFigure measured = ChapterFigure.Measured("curve", "A curve.", "S0-001", "count");
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => measured.Draw());
        Assert.Contains("'experiment count'", error.Message, StringComparison.Ordinal);
        var chapter = new TinyChapter { Figures = [measured] };
        Assert.Contains("`experiment count` draws it",
            Readme.Generate(chapter, "<!-- generated: figure curve -->\n<!-- end -->"), StringComparison.Ordinal);
        Assert.DoesNotContain("fingerprint", string.Join("; ", Gallery.Stale(chapter)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_measurement_runs_seed_after_seed()
    {
        var told = new List<(int, int)>();
        var run = new MeasurementRun(5, true, (done, total) => told.Add((done, total)), (_, _) => { });
        Assert.Equal([50, 60, 70], run.Each(3, seed => 10 * (int)seed));
        Assert.Equal([(1, 3), (2, 3), (3, 3)], told);
    }
}
