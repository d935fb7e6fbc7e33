using Reference.Book;

namespace Reference.Plotting.Tests;

public sealed class BudgetTests
{
    [Fact]
    public void Plotting_stays_below_2200_lines_of_code_in_files_a_reader_can_follow()
    {
        string[] files = [.. Directory.EnumerateFiles(Repository.PathOf("src/Plotting"), "*.cs",
            SearchOption.AllDirectories)
            .Where(path => !Repository.Relative(path).Split('/').Any(part => part is "bin" or "obj"))];
        Assert.InRange(files.Length, 40, 80);
        // Counted as usual: every line that is neither blank nor a comment, brackets included.
        string[] code = [.. files
            .SelectMany(File.ReadLines)
            .Where(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal))];
        Assert.InRange(code.Length, 1000, 2200);
        Assert.Empty(code.Where(line => line.Length >= 120));
        Assert.All(files, file => Assert.InRange(File.ReadLines(file).Count(), 1, 320));
    }
}
