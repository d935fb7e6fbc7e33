namespace Reference.Datasets;

/// <summary>Names that files give to other files: they must stay inside a folder.</summary>
internal static class ContainedPath
{
    /// <summary>The full path of a name inside a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="relative">The name, with forward slashes.</param>
    /// <param name="name">What errors call the file that says so.</param>
    /// <exception cref="InvalidDataException">The name is empty, absolute, or climbs.</exception>
    public static string Of(string folder, string relative, string name)
    {
        string[] parts = relative.TrimEnd('/').Split('/');
        // Drive letters and backslashes mean something on one system and nothing on another: they are refused on all.
        if (relative.Length > 4096 || relative.AsSpan().ContainsAny('\\', ':', '\0') || parts.Any(part => part is "" or ".."))
        {
            throw Damaged.File(name, "names that stay inside their folder", $"'{SentenceFile.Excerpt(relative)}'");
        }

        return Path.Combine([Path.GetFullPath(folder), .. parts.Where(part => part != ".")]);
    }
}
