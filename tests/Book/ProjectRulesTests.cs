using System.Text;
using System.Text.RegularExpressions;
using Reference.Book;

namespace Reference.Book.Tests;

/// <summary>The rules of the house, read off its files.</summary>
public class ProjectRulesTests
{
    private static readonly Dictionary<string, string[]> SrcArrows = new(StringComparer.Ordinal)
    {
        ["src/Numerics"] = [],
        ["src/Plotting"] = [],
        ["src/Verification"] = ["src/Numerics"],
        ["src/Datasets"] = ["src/Numerics"],
        ["src/Book"] = ["src/Numerics", "src/Verification", "src/Plotting"],
    };

    private static readonly string[] Sources = [.. new[] { "src", "chapters", "tests", "plots", "benchmarks" }
        .SelectMany(room => Directory.EnumerateFiles(Repository.PathOf(room), "*.cs", SearchOption.AllDirectories))
        .Where(file => !Citations.IsBuildOutput(Repository.Relative(file)))];

    private static IEnumerable<string> InFolder(string folder) =>
        Sources.Where(file => Repository.Relative(file).StartsWith(folder, StringComparison.Ordinal));

    private static readonly string[] Chapters =
        [.. Directory.EnumerateDirectories(Repository.PathOf("chapters"), "??-*").Select(p => Path.GetFileName(p)!)
            .Order()];

    // Code stands beside the notes in a window of this width.
    [Fact]
    public void Lines_end_before_column_120() => Assert.Empty(Sources.SelectMany(
        file => File.ReadLines(file)
            .Select((line, i) => (line.Length, Place: $"{Repository.Relative(file)}:{i + 1}"))
            .Where(line => line.Length >= 120)));

    // A formula is its line of the notes: of these files at most one line of code in twenty is a check.
    [Fact]
    public void Formulas_stand_bare()
    {
        string[] code = [.. InFolder("chapters/")
            .Where(file => Path.GetFileName(file) is { } name
                && (name.StartsWith("Scalar", StringComparison.Ordinal)
                    || name.Contains("Equations", StringComparison.Ordinal)))
            .SelectMany(File.ReadLines)
            .Select(line => line.Trim())
            .Where(line => line.Length > 1 && !line.StartsWith("//", StringComparison.Ordinal)
                && !Regex.IsMatch(line, @"^(using|namespace)\b"))];
        Regex check = new(@"\bRequire\w*\.|\bDomain\.|\bValidate\w*\(|\bthrow\b|\bThrowIf\w*\(");
        string[] checks = [.. code.Where(line => check.IsMatch(line))];
        Assert.True(checks.Length <= code.Length / 20,
            $"{checks.Length} checks in {code.Length} lines: {string.Join('\n', checks)}");
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Repository.PathOf("Reference.sln")).Replace('\\', '/');
        Assert.True(ProjectFile.All.Count >= 18);
        Assert.Empty(ProjectFile.All.Where(p => !solution.Contains($"\"{p.Folder}/", StringComparison.Ordinal))
            .Select(p => p.Folder));
    }

    [Fact]
    public void Arrows_between_libraries_point_one_way()
    {
        ProjectFile[] src = [.. ProjectFile.All.Where(p => p.Room == "src")];
        Assert.Equal(SrcArrows.Keys.Order(), src.Select(p => p.Folder).Order());
        Assert.All(src, p => Assert.Empty(p.References.Except(SrcArrows[p.Folder])));
    }

    [Fact]
    public void A_chapter_uses_libraries_and_earlier_chapters_only()
    {
        ProjectFile[] chapters = [.. ProjectFile.All.Where(p => p.Room == "chapters")];
        Assert.Equal(Chapters, chapters.Select(p => Path.GetFileName(p.Folder)));
        Assert.All(chapters, chapter => Assert.All(chapter.References, reference =>
            Assert.True(
                reference.StartsWith("src/", StringComparison.Ordinal)
                || (reference.StartsWith("chapters/", StringComparison.Ordinal)
                    && string.CompareOrdinal(reference, chapter.Folder) < 0),
                $"{chapter.Folder} references {reference}: a chapter may use src and earlier chapters.")));
    }

    [Fact]
    public void A_test_project_bears_the_folder_name_of_what_it_tests()
    {
        foreach (ProjectFile tests in ProjectFile.All.Where(p => p.Room == "tests" && p.Folder != "tests/Testing"))
        {
            string name = Path.GetFileName(tests.Folder);
            string tested = name == "plots" ? "plots" : char.IsDigit(name[0]) ? $"chapters/{name}" : $"src/{name}";
            Assert.Contains(tested, tests.References);
        }

        string[] expected = [.. Chapters, .. SrcArrows.Keys.Select(folder => folder["src/".Length..]), "plots",
            "Testing"];
        Assert.Equal(expected.Order(), ProjectFile.All.Where(p => p.Room == "tests")
            .Select(p => Path.GetFileName(p.Folder)).Order());
    }

    [Fact]
    public void Every_chapter_has_the_same_anatomy()
    {
        string[] evidence = ["Derivations", "Claims", "Figures"]; // numbers and experiments where there are any
        Assert.All(Chapters, chapter =>
        {
            string folder = Repository.PathOf($"chapters/{chapter}");
            string[] files = [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!)];
            Assert.Contains("README.md", files);
            Assert.Contains("NUMBERS.md", files);
            Assert.Contains("Program.cs", files);
            Assert.Single(files, file => file.EndsWith("Chapter.cs", StringComparison.Ordinal));
            // Evidence that is long is split by subject.
            Assert.All(evidence, part =>
                Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder, "Evidence"), $"*{part}.cs")));
            // Formulas stand in forms to read; a chapter of layers alone trains those of the chapters before.
            Assert.True(
                files.Any(file => file.StartsWith("Scalar", StringComparison.Ordinal))
                    || Directory.Exists(Path.Combine(folder, "Layers")),
                $"{chapter} has neither scalar forms nor layers");
        });
    }

    [Fact]
    public void No_namespace_ends_in_the_name_of_a_type()
    {
        HashSet<string> types = [.. Sources.SelectMany(file => Regex
            .Matches(File.ReadAllText(file),
                @"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?(\w+)")
            .Select(m => m.Groups[1].Value))];
        string[] namespaces = [.. Sources
            .Select(file =>
                Regex.Match(File.ReadAllText(file), @"^namespace\s+([\w.]+);", RegexOptions.Multiline).Groups[1].Value)
            .Where(n => n.Length > 0)
            .Distinct()];
        Assert.True(namespaces.Length >= 10);
        Assert.Empty(namespaces.Where(n => types.Contains(n[(n.LastIndexOf('.') + 1)..])));
    }

    [Fact]
    // ŷ is one character, not y and a hat: two spellings of one name would be two names
    public void Source_text_is_precomposed() =>
        Assert.Empty(Sources.Where(file => !File.ReadAllText(file).IsNormalized(NormalizationForm.FormC))
            .Select(Repository.Relative));

    [Fact]
    public void Every_public_type_of_a_chapter_is_named_in_its_tests()
    {
        Regex declaration = new(
            @"^public\s+(?:static\s+|sealed\s+|partial\s+|readonly\s+)*(?:class|record|struct)\s+"
                + @"(?:struct\s+)?(?<name>\w+)",
            RegexOptions.Multiline);
        foreach (string chapter in Chapters)
        {
            HashSet<string> tested = [.. InFolder($"tests/{chapter}/")
                .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"\w+").Select(m => m.Value))];
            // What lies in Evidence is data, and ChapterTests holds all of it; interfaces and abstract types are
            // tested through what derives from them.
            string[] declared = [.. InFolder($"chapters/{chapter}/")
                .Where(file => !file.Contains("Evidence", StringComparison.Ordinal))
                .SelectMany(file => declaration.Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value))];
            Assert.NotEmpty(declared);
            Assert.Empty(declared.Where(type => !tested.Contains(type)).Select(type => $"{chapter}: {type}"));
        }
    }

    [Fact]
    public void The_projects_text_names_no_machine_and_no_package_source()
    {
        string[] texts =
        [
            .. Sources,
            .. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
                .Where(f => !Citations.IsBuildOutput(Repository.Relative(f))),
        ];
        Regex leak = new(@"(?<![\w.])/(?:home|root|Users|tmp)/\w|\bapi\.nuget\.org|\bpackageSources\b");
        Assert.Empty(texts
            .Where(f => !f.EndsWith("ProjectRulesTests.cs", StringComparison.Ordinal)
                && leak.IsMatch(File.ReadAllText(f)))
            .Select(Repository.Relative));
    }
}
