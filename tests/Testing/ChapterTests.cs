using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;
using Xunit;

namespace Reference.Testing;

/// <summary>What every chapter promises: its derivations, numbers, claims and figures hold, its documents are fresh,
/// its citations lead somewhere.</summary>
/// <typeparam name="TChapter">The chapter.</typeparam>
public abstract class ChapterTests<TChapter>
    where TChapter : IChapter, new()
{
    private static readonly TChapter chapter = new();
    private static readonly ConcurrentDictionary<string, Lazy<string>> printed = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<Citation> _code = Citations.In($"chapters/{chapter.Slug}");
    private readonly IReadOnlyList<Citation> _tests = Citations.In($"tests/{chapter.Slug}");
    private readonly string _readme = File.ReadAllText(Repository.PathOf(Readme.PathOf(chapter)))
        .ReplaceLineEndings("\n");

#pragma warning disable CA1000 // theories take their data from static members
    /// <summary>The names of the derivations.</summary>
    public static TheoryData<string> Derivations => [.. chapter.Derivations.Select(d => d.Name)];

    /// <summary>Place, row and what of each worked number.</summary>
    public static TheoryData<int, string> Numbers => Named(chapter.WorkedNumbers, n => $"{n.Row} {n.What}");

    /// <summary>Place, row and words of each claim.</summary>
    public static TheoryData<int, string> Claims => Named(chapter.Claims, c => $"{c.Row} {c.Printed}");

    /// <summary>What an experiment prints. It runs once, for all tests that read it.</summary>
    public static string Printed(string experiment) => printed.GetOrAdd(experiment, name => new(() =>
    {
        using var folder = new TemporaryFolder();
        using var screen = new Screen();
        Assert.Equal(0, ChapterConsole.Run(chapter, ["experiment", name, "--output", folder.Path],
            screen.Console, screen.Errors));
        Assert.All(Directory.EnumerateFiles(folder.Path), file =>
            Assert.Contains(Path.GetFileName(file), screen.Text.ReplaceLineEndings(""), StringComparison.Ordinal));
        return screen.Text;
    })).Value;
#pragma warning restore CA1000

    /// <summary>Every neighbouring pair of lines is compared on random inputs; wrong printed lines must
    /// differ.</summary>
    [Theory]
    [MemberData(nameof(Derivations))]
    public void Every_equals_sign_of_the_derivation_holds(string name) =>
        Assert.Empty(DerivationCheck.Failures(
            chapter.Derivations.Single(d => d.Name == name), Seeds.Of(name), PropertyAttribute.AtLeast(50)));

    /// <summary>The number earns its verdict; an erratum that turns out to be right fails.</summary>
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Numbers))]
    public void The_number_earns_its_verdict(int place, string number) =>
        Assert.True(chapter.WorkedNumbers[place].Failure() is var failure && failure is null, $"{number}: {failure}");

    /// <summary>A statement that the chapter calls wrong is refuted by its counterexample.</summary>
    [Theory]
    [MemberData(nameof(Claims))]
    public void The_claim_is_refuted(int place, string claim) =>
        Assert.True(chapter.Claims[place].IsRefuted(), $"{claim}: {chapter.Claims[place].Evidence}");

    /// <summary>The committed README is what the generator makes of it.</summary>
    [Fact]
    public void The_README_is_fresh() => Assert.True(
        Readme.Generate(chapter, _readme) == _readme,
        $"{Readme.PathOf(chapter)} is stale: run `dotnet run -c Release --project plots -- --update-docs`.");

    /// <summary>The committed NUMBERS.md is what the generator makes of it.</summary>
    [Fact]
    public void The_numbers_are_fresh() => Assert.True(
        File.Exists(Repository.PathOf(NumbersPage.PathOf(chapter)))
            && NumbersPage.Generate(chapter) == File.ReadAllText(Repository.PathOf(NumbersPage.PathOf(chapter)))
                .ReplaceLineEndings("\n"),
        $"{NumbersPage.PathOf(chapter)} is stale: run `dotnet run -c Release --project plots -- --update-docs`.");

    /// <summary>Every numbered equation has a line of code and a test that cite its tag, and no comment cites a tag
    /// that the README does not have.</summary>
    [Fact]
    public void Every_equation_tag_leads_to_code_and_test()
    {
        IReadOnlyList<string> tags = Readme.Tags(_readme);
        Assert.NotEmpty(tags);
        // in the order of reading
        Assert.Equal(Enumerable.Range(1, tags.Count).Select(i => $"({chapter.Number}.{i})"), tags);
        string[] cited = [.. _code.Concat(_tests).Select(c => c.What)
            .Where(w => w.StartsWith($"({chapter.Number}.", StringComparison.Ordinal)).Distinct()];
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

    /// <summary>Every marker of the README is filled, and everything that the chapter derives or draws is shown in
    /// it.</summary>
    [Fact]
    public void The_README_shows_every_derivation_and_figure()
    {
        Assert.Empty(chapter.Derivations
            .Where(d => !_readme.Contains($"<!-- generated: derivation {d.Name} -->", StringComparison.Ordinal))
            .Select(d => d.Name));
        Assert.Empty(chapter.Figures.Where(f =>
            !_readme.Contains($"<!-- generated: figure {f.Name} -->", StringComparison.Ordinal)).Select(f => f.Name));
        Assert.Contains("(NUMBERS.md)", _readme, StringComparison.Ordinal);
        Assert.Contains("<!-- generated: errata -->", _readme, StringComparison.Ordinal);
    }

    /// <summary>The gallery holds every figure as its data are now. Other engines round otherwise, so the default one
    /// decides.</summary>
    [Fact]
    public void The_gallery_is_fresh()
    {
        MutationTesting.SkipSlow();
        Assert.SkipUnless(ComputeProvider.Current.Name == "simd", "The gallery is drawn with the simd provider.");
        string stale = string.Join("; ", Gallery.Stale(chapter));
        Assert.True(
            stale.Length == 0,
            $"plots/gallery/{chapter.Slug} is stale, run `dotnet run -c Release --project plots -- "
                + $"--update-gallery`: {stale}");
    }

    /// <summary>The typeface holds every character that a figure shows.</summary>
    [Fact]
    public void Every_character_of_a_figure_is_in_the_typeface()
    {
        MutationTesting.SkipSlow();
        Assert.All(chapter.Figures.Where(f => f.Experiment is null), figure =>
            Assert.Empty(FigureFingerprint.Missing(figure.Draw())));
    }

    /// <summary>Every experiment runs to its end, prints a table, and leaves the files that it names.</summary>
    [Fact]
    public void Every_experiment_runs()
    {
        MutationTesting.SkipSlow();
        Assert.All(chapter.Experiments, experiment =>
            Assert.Contains("│", Printed(experiment.Name), StringComparison.Ordinal));
    }

    /// <summary>Markdown takes a backslash before a sign out of <c>$…$</c>; such mathematics stands between <c>$`</c>
    /// and <c>`$</c>.</summary>
    [Fact]
    public void Inline_mathematics_survives_Markdown() =>
        Assert.Empty(Regex
            .Matches(Regex.Replace(Readme.Prose(_readme), @"\$\$[\s\S]*?\$\$|\$`[^`]*`\$", ""),
                @"\$[^$\n]*(?:\\[{},;!]|\^\*)[^$\n]*\$")
            .Select(m => m.Value));

    /// <summary>The reason of a line is set as plain text beside the mathematics: TeX's own signs would break
    /// it.</summary>
    [Fact]
    public void Every_reason_is_plain_text() =>
        Assert.Empty(chapter.Derivations
            .SelectMany(d => d.Steps
                .Where(s => s.Relation != Relation.PrintedButWrong
                    && s.Note?.IndexOfAny(['^', '_', '{', '}', '\\', '$', '#', '&', '%']) >= 0)
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

    private static TheoryData<int, string> Named<T>(IReadOnlyList<T> items, Func<T, string> name)
    {
        var data = new TheoryData<int, string>();
        for (int i = 0; i < items.Count; i++)
        {
            data.Add(i, name(items[i]));
        }

        return data;
    }
}
