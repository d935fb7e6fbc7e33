using System.Xml.Linq;
using Reference.Book;

namespace Reference.Book.Tests;

/// <summary>A project of the solution, as its file describes it.</summary>
/// <param name="Folder">Relative to the root, such as <c>chapters/01-perceptron</c>.</param>
/// <param name="References">The folders of the projects it references itself (not those that Directory.Build.props
/// adds).</param>
public sealed record ProjectFile(string Folder, IReadOnlyList<string> References)
{
    /// <summary>The first part of the folder: src, chapters, tests, plots, benchmarks.</summary>
    public string Room => Folder.Split('/')[0];

    /// <summary>Every project of the solution; peers of benchmarks are outside it.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Select(Read)
            .Where(p => !p.Folder.StartsWith("benchmarks/peers/", StringComparison.Ordinal))
            .OrderBy(p => p.Folder, StringComparer.Ordinal)];

    private static ProjectFile Read(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        IEnumerable<string> references = XDocument.Load(path).Descendants("ProjectReference")
            .Select(r => Repository.Relative(
                Path.GetDirectoryName(Path.GetFullPath(Path.Combine(folder, r.Attribute("Include")!.Value)))!));
        return new(Repository.Relative(folder), [.. references]);
    }
}
