namespace Reference.Testing;

/// <summary>Where the solution lies: tests that read its files find it from where they run.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder of <c>Reference.sln</c>, found by walking up from the running program.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above has it.</exception>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A file or folder of the solution, by its path from the root.</summary>
    public static string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Reference.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"Expected Reference.sln in a folder above {start}; found none.");
    }
}
