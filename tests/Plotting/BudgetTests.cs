using Reference.Book;

namespace Reference.Plotting.Tests;

public sealed class BudgetTests
{
    [Fact]
    public void The_model_and_the_bitmap_renderer_stay_below_2500_lines_of_code_in_files_a_reader_can_follow()
    {
        string[] files = [.. Directory.EnumerateFiles(Repository.PathOf("src/Plotting"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Repository.Relative(path).Split('/').Any(part => part is "bin" or "obj" or "Svg" or "Glyphs.cs"))];
        Assert.InRange(files.Length, 40, 80);
        // Counted as lines that say something to the compiler: no blanks, comments or lone brackets.
        int code = files.Sum(file => File.ReadLines(file).Select(line => line.Trim()).Count(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && !line.All(c => "{}[]();,".Contains(c))));
        Assert.InRange(code, 1000, 2499);
        Assert.All(files, file => Assert.InRange(File.ReadLines(file).Count(), 1, 220));
    }
}
