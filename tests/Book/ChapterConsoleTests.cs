using Reference.Datasets;

namespace Reference.Book.Tests;

public sealed class ChapterConsoleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Screen _screen = new();

    public void Dispose()
    {
        _folder.Dispose();
        _screen.Dispose();
    }

    private int Run(params string[] args) =>
        ChapterConsole.Run(new TinyChapter(), args, _screen.Console, _screen.Errors);

    [Fact]
    public void Without_a_command_it_prints_numbers_runs_experiments_and_lists_its_files()
    {
        Assert.Equal(0, Run("--output", _folder.Path, "--seed", "7"));
        Assert.Contains("rounds to it", _screen.Text, StringComparison.Ordinal);
        Assert.Contains("erratum, 3 is right", _screen.Text, StringComparison.Ordinal);
        Assert.Contains("seed 7", _screen.Text, StringComparison.Ordinal);
        Assert.Equal(["counted.png", "line.png"], Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName)
            .Order());
        Assert.Contains($"wrote {_folder.At("line.png")}", _screen.Text.Replace("\n", ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("figure", "nope", "line")]
    [InlineData("experiment", "nope", "count")]
    public void An_unknown_name_is_an_error_that_lists_the_known_ones(string command, string name, string known)
    {
        Assert.Equal(1, Run(command, name, "--output", _folder.Path));
        Assert.Contains($"'{name}'", _screen.Errors.ToString(), StringComparison.Ordinal);
        Assert.Contains(known, _screen.Errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_an_error_that_names_it()
    {
        string file = _folder.At("file");
        File.WriteAllText(file, "in the way");
        Assert.Equal(1, Run("figure", "line", "--output", file));
        Assert.Contains(file, _screen.Errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _screen.Errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("in the way", File.ReadAllText(file));
    }

    [Fact]
    public void A_number_that_fails_is_an_error()
    {
        var chapter = new TinyChapter { WorkedNumbers = [new("S0-001", "two", "4", () => 5)] };
        Assert.Equal(1, ChapterConsole.Run(chapter, ["numbers"], _screen.Console, _screen.Errors));
        Assert.Contains("does not round", _screen.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_number_is_computed_once()
    {
        int computed = 0;
        var chapter = new TinyChapter { WorkedNumbers = [new("S0-001", "two", "4", () => 3.0 + ++computed)] };
        Assert.Equal(0, ChapterConsole.Run(chapter, ["numbers"], _screen.Console, _screen.Errors));
        Assert.Equal(1, computed);
    }

    [Fact]
    public void A_derivation_that_fails_is_an_error()
    {
        var chapter = new TinyChapter
        {
            Derivations = [new Derivation<double>("wrong", "Wrong", "S0-001", r => r.Uniform()).Start("x", x => x)
                .Equal("-x", x => -x)],
        };
        Assert.Equal(1, ChapterConsole.Run(chapter, ["derivations"], _screen.Console, _screen.Errors));
        Assert.Contains("'wrong', line 2", _screen.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void List_and_errata_show_names_and_mistakes()
    {
        Assert.Equal(0, Run("list"));
        Assert.Equal(0, Run("errata"));
        Assert.Equal(0, Run("derivations"));
        Assert.All(
            ["doubling", "line", "count", "Always.", "x^2", "3.2", "every line holds"],
            word => Assert.Contains(word, _screen.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cancelled_experiment_stops_at_its_next_progress_in_one_line_and_writes_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var run = new ExperimentRun(_screen.Console, _folder.Path, 1, _ => { }, stop.Token);
        Assert.Equal(130, ConsoleErrors.Guard(() => { run.Progress(1, 2); return 0; }, _screen.Errors));
        Assert.Contains("Stopped", _screen.Errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    // A loss that is not finite any more is an arithmetic error, and no reason for a stack trace.
    [Fact]
    public void A_run_that_diverges_ends_in_one_line()
    {
        Assert.Equal(1, ConsoleErrors.Guard(() => throw new ArithmeticException("Expected a finite loss; got NaN."),
            _screen.Errors));
        Assert.Equal("Expected a finite loss; got NaN.", _screen.Errors.ToString()!.Trim());
    }

    [Fact]
    public void A_damaged_file_ends_in_one_line_that_names_it()
    {
        string file = _folder.At("train-images-idx3-ubyte.gz");
        File.WriteAllBytes(file, [0x1F, 0x8B, .. new byte[30]]);
        Assert.Equal(1, ConsoleErrors.Guard(() => IdxFile.Read(file).Data.Length, _screen.Errors));
        Assert.StartsWith($"{file}: expected", _screen.Errors.ToString(), StringComparison.Ordinal);
        Assert.Single(_screen.Errors.ToString().Trim().Split('\n'));
    }

    [Fact]
    public void Two_programs_that_write_one_file_do_not_share_a_part()
    {
        string path = _folder.At("b.png");
        File.WriteAllText(path + ".part", "of another");
        WholeFile.Write(path, "whole");
        Assert.Equal(("whole", "of another"), (File.ReadAllText(path), File.ReadAllText(path + ".part")));
        Assert.Equal(2, Directory.EnumerateFiles(_folder.Path).Count());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named_and_nothing_is_left_half_written()
    {
        string file = _folder.At("a"), folder = _folder.At("b.png");
        File.WriteAllText(file, "a file where a folder should be");
        Directory.CreateDirectory(folder);
        foreach (string path in new[] { Path.Combine(file, "b.png"), folder })
        {
            var refusal = Assert.Throws<IOException>(() => WholeFile.Write(path, "text"));
            Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, Directory.EnumerateFileSystemEntries(_folder.Path).Count());
    }

    [Fact]
    public void A_file_is_replaced_whole_and_leaves_no_part_behind()
    {
        string path = _folder.At("a", "b.txt");
        WholeFile.Write(path, "first");
        WholeFile.Write(path, "second");
        Assert.Equal("second", File.ReadAllText(path));
        Assert.Single(Directory.EnumerateFiles(_folder.At("a")));
    }
}
