namespace Reference.Datasets;

/// <summary>A folder with one folder of images for each class: the names in alphabetical order become the classes 0,
/// 1, … (S0-127: cats 0, dogs 1). Hidden files and folders and __MACOSX are passed over.</summary>
public static class ImageFolder
{
    /// <summary>Lists the images, class after class, by name; none is read yet.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="channels">1 for grey, 3 for colour.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">There are no folders in it, or one of them has no image.</exception>
    public static ImageFiles Open(string path, int channels = 3)
    {
        string[] folders = [.. Directory.EnumerateDirectories(path).Where(f => !IsHidden(Path.GetFileName(f)))
            .Order(StringComparer.Ordinal)];
        if (folders.Length == 0)
        {
            throw Damaged.File(path, "one folder of images for each class", "none");
        }

        string[][] files = [.. folders.Select(folder => Images(folder))];
        int empty = Array.FindIndex(files, f => f.Length == 0);
        return empty < 0
            ? new(
                [.. files.SelectMany(f => f)],
                [.. files.SelectMany((f, label) => f.Select(_ => label))],
                [.. folders.Select(f => Path.GetFileName(f))],
                channels)
            : throw Damaged.File(folders[empty], $"images ({string.Join(", ", PictureFile.Extensions)})", "none");
    }

    internal static string[] Images(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => PictureFile.Extensions.Contains(Path.GetExtension(f).ToLowerInvariant())
                && !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar).Any(IsHidden))
            .Order(StringComparer.Ordinal)];

    /// <summary>What programs leave beside the images: .ipynb_checkpoints, and __MACOSX and ._ files of archives that
    /// macOS packed.</summary>
    private static bool IsHidden(string name) => name is ['.', ..] or "__MACOSX";
}
