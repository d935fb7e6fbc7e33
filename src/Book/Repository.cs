namespace Reference.Book;

/// <summary>The clone that the program runs in: chapters read their README and write their figures there.</summary>
public static class Repository
{
    private static readonly Lazy<string?> Found = new(() =>
        Above(AppContext.BaseDirectory) ?? Above(Directory.GetCurrentDirectory()));

    /// <summary>The folder that holds <c>Reference.sln</c>; null when the program runs outside a clone.</summary>
    public static string? RootOrNull => Found.Value;

    /// <summary>The folder that holds <c>Reference.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">The program runs outside a clone.</exception>
    public static string Root => RootOrNull
        ?? throw new DirectoryNotFoundException(
            $"Expected Reference.sln in a folder above {AppContext.BaseDirectory} or "
                + $"{Directory.GetCurrentDirectory()}; found none.");

    /// <summary>A path inside the clone, given with forward slashes.</summary>
    public static string PathOf(string relative) =>
        Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>A full path as seen from the root, with forward slashes.</summary>
    public static string Relative(string path) =>
        Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static string? Above(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Reference.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
