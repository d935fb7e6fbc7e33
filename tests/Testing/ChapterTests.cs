using System.Text.RegularExpressions;
using Reference.Book;
using Reference.Plotting;
using Xunit;

namespace Reference.Testing;

/// <summary>What every chapter promises: its derivations, numbers, claims and figures hold, its documents are fresh, its citations lead somewhere.</summary>
/// <param name="chapter">The chapter.</param>
public abstract class ChapterTests(IChapter chapter)
{
    private readonly IReadOnlyList<Citation> _code = Citations.In($"chapters/{chapter.Slug}");
    private readonly IReadOnlyList<Citation> _tests = Citations.In($"tests/{chapter.Slug}");
    private readonly string _readme = File.ReadAllText(Repository.PathOf(Readme.PathOf(chapter))).ReplaceLineEndings("\n");

    /// <summary>Every neighbouring pair of lines is compared on random inputs; wrong printed lines must differ.</summary>
    [Fact]
    public void Every_equals_sign_of_every_derivation_holds() =>
        Assert.Empty(chapter.Derivations.SelectMany(d => DerivationCheck.Failures(d, Seeds.Of(d.Name))));

    /// <summary>Every worked number earns its verdict; an erratum that turns out to be right fails.</summary>
    [Fact]
    public void Every_worked_number_earns_its_verdict() => Assert.Empty(chapter.WorkedNumbers.Select(n => n.Failure()).OfType<string>());

    /// <summary>Every statement that the chapter calls wrong is refuted by its counterexample.</summary>
    [Fact]
    public void Every_claim_is_refuted() => Assert.Empty(chapter.Claims.Where(c => !c.IsRefuted()).Select(c => $"{c.Row}: {c.Evidence}"));

    /// <summary>The committed README is what the generator makes of it.</summary>
    [Fact]
    public void The_README_is_fresh() => Assert.True(
        Readme.Generate(chapter, _readme) == _readme,
        $"{Readme.PathOf(chapter)} is stale: run `dotnet run -c Release --project plots -- --update-docs`.");

    /// <summary>Every numbered equation has a line of code and a test that cite its tag, and no comment cites a tag that the README does not have.</summary>
    [Fact]
    public void Every_equation_tag_leads_to_code_and_test()
    {
        IReadOnlyList<string> tags = Readme.Tags(_readme);
        Assert.NotEmpty(tags);
        Assert.Equal(Enumerable.Range(1, tags.Count).Select(i => $"({chapter.Number}.{i})"), tags); // in the order of reading
        string[] cited = [.. _code.Concat(_tests).Select(c => c.What).Where(w => w.StartsWith($"({chapter.Number}.", StringComparison.Ordinal)).Distinct()];
        Assert.Empty(tags.Where(tag => _code.All(c => c.What != tag)).Select(tag => $"no code cites {tag}"));
        Assert.Empty(tags.Where(tag => _tests.All(c => c.What != tag)).Select(tag => $"no test cites {tag}"));
        Assert.Empty(cited.Except(tags).Select(tag => $"{tag} is cited but not in the README"));
    }

    /// <summary>Every row of the notes that belongs to the chapter is placed as its kind demands.</summary>
    [Fact]
    public void Every_row_of_the_chapter_is_placed() =>
        Assert.Empty(PlacedRow.All([chapter])
            .Where(r => r.Row.Chapter == chapter.Slug[..2] && r.Missing is not null)
            .Select(r => $"{r.Row.Id} ({r.Row.Name}): {r.Missing}"));

    /// <summary>Every marker of the README is filled, and everything that the chapter derives or draws is shown in it.</summary>
    [Fact]
    public void The_README_shows_every_derivation_and_figure()
    {
        Assert.Empty(chapter.Derivations
            .Where(d => !_readme.Contains($"<!-- generated: derivation {d.Name} -->", StringComparison.Ordinal))
            .Select(d => d.Name));
        Assert.Empty(chapter.Figures.Where(f => !_readme.Contains($"<!-- generated: figure {f.Name} -->", StringComparison.Ordinal)).Select(f => f.Name));
        Assert.Contains("<!-- generated: numbers -->", _readme, StringComparison.Ordinal);
        Assert.Contains("<!-- generated: errata -->", _readme, StringComparison.Ordinal);
    }

    /// <summary>Every figure is drawn with the same bytes every time, and the gallery holds it as it is drawn now.</summary>
    [Fact]
    public void The_gallery_is_fresh()
    {
        MutationTesting.SkipSlow();
        var renderer = new PngRenderer();
        Assert.All(chapter.Figures, figure =>
        {
            byte[] drawn = renderer.Render(figure.Draw());
            Assert.True(drawn.AsSpan().SequenceEqual(renderer.Render(figure.Draw())), $"{figure.Name} is not drawn the same twice.");
            string path = Repository.PathOf($"plots/gallery/{chapter.Slug}/{figure.Name}.png");
            Assert.True(File.Exists(path), $"{path} is missing: run `dotnet run -c Release --project plots -- --update-gallery`.");
            Assert.True(SamePicture.Of(File.ReadAllBytes(path), drawn), $"{path} is stale: run `dotnet run -c Release --project plots -- --update-gallery`.");
        });
    }

    /// <summary>Every experiment runs to its end, prints a table, and leaves the files that it names.</summary>
    [Fact]
    public void Every_experiment_runs()
    {
        MutationTesting.SkipSlow();
        foreach (Experiment experiment in chapter.Experiments)
        {
            using var folder = new TemporaryFolder();
            using var screen = new Screen();
            Assert.Equal(0, ChapterConsole.Run(chapter, ["experiment", experiment.Name, "--output", folder.Path], screen.Console, screen.Errors));
            Assert.Contains("│", screen.Text, StringComparison.Ordinal);
            Assert.All(Directory.EnumerateFiles(folder.Path), file =>
                Assert.Contains(Path.GetFileName(file), screen.Text.ReplaceLineEndings(""), StringComparison.Ordinal));
        }
    }

    /// <summary>Markdown takes a backslash before a sign out of <c>$…$</c>; such mathematics stands between <c>$`</c> and <c>`$</c>.</summary>
    [Fact]
    public void Inline_mathematics_survives_Markdown() =>
        Assert.Empty(Regex
            .Matches(Regex.Replace(Readme.Prose(_readme), @"\$\$[\s\S]*?\$\$|\$`[^`]*`\$", ""), @"\$[^$\n]*(?:\\[{},;!]|\^\*)[^$\n]*\$")
            .Select(m => m.Value));

    /// <summary>The reason of a line is set as plain text beside the mathematics: TeX's own signs would break it.</summary>
    [Fact]
    public void Every_reason_is_plain_text() =>
        Assert.Empty(chapter.Derivations
            .SelectMany(d => d.Steps
                .Where(s => s.Relation != Relation.PrintedButWrong && s.Note?.IndexOfAny(['^', '_', '{', '}', '\\', '$', '#', '&', '%']) >= 0)
                .Select(s => $"{d.Name}: {s.Note}")));

    /// <summary>No two derivations, figures or experiments share a name.</summary>
    [Fact]
    public void Every_name_is_used_once()
    {
        string[] names = [.. chapter.Derivations.Select(d => d.Name), .. chapter.Experiments.Select(e => e.Name)];
        string[] figures = [.. chapter.Figures.Select(f => f.Name)];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Equal(figures.Length, figures.Distinct().Count());
    }
}
