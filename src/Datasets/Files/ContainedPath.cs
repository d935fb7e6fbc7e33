using System.Text;

namespace Reference.Datasets;

/// <summary>Relative names in a file, which must stay inside a folder.</summary>
internal static class ContainedPath
{
    // Below what common file systems take, with room for the ending of an unfinished file.
    private const int LongestPath = 1000, LongestPart = 200;

    /// <summary>The full path of a name inside a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="relative">The name, with forward slashes.</param>
    /// <param name="name">The name of the file in error messages.</param>
    /// <exception cref="InvalidDataException">The name is empty, absolute, too long, or climbs.</exception>
    public static string Of(string folder, string relative, string name)
    {
        string[] parts = relative.TrimEnd('/').Split('/');
        // Drive letters and backslashes mean something on one system and nothing on another: they are refused on all.
        if (relative.Length > LongestPath
            || relative.AsSpan().ContainsAny('\\', ':', '\0')
            || parts.Any(part => part is "" or ".." || Encoding.UTF8.GetByteCount(part) > LongestPart))
        {
            throw Damaged.File(name, "names that stay inside their folder", $"'{Damaged.Excerpt(relative)}'");
        }

        return Path.Combine([Path.GetFullPath(folder), .. parts.Where(part => part != ".")]);
    }
}
