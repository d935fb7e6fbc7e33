namespace Reference.Datasets;

/// <summary>
/// Images listed in a CSV file: the name in the first column, the class in the second, under a header (S4-063; the
/// notes' class never reads its file and has length 0, here the length is the number of rows).
/// </summary>
public static class ImageList
{
    /// <summary>Reads the list; no image is read yet. The classes are the different words of the second column, in
    /// alphabetical order.</summary>
    /// <param name="path">The list.</param>
    /// <param name="folder">Where the images lie; names must stay inside it.</param>
    /// <param name="channels">1 for grey, 3 for colour.</param>
    /// <exception cref="InvalidDataException">The list is damaged, has fewer than two columns or no row, or a name
    /// leaves the folder.</exception>
    public static ImageFiles Open(string path, string folder, int channels = 3)
    {
        using FileStream file = File.OpenRead(path);
        return Open(file, path, folder, channels);
    }

    /// <summary>Reads the list from a stream.</summary>
    /// <inheritdoc cref="Open(string, string, int)"/>
    public static ImageFiles Open(Stream stream, string name, string folder, int channels = 3)
    {
        List<string[]> rows = CsvRows.Read(stream, name);
        if (rows[0].Length < 2 || rows.Count < 2)
        {
            throw Damaged.File(name, "a header and rows of a name and a class",
                $"{rows.Count} rows of {rows[0].Length}");
        }

        rows.RemoveAt(0);
        string[] classes = [.. rows.Select(row => row[1]).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
        return new([.. rows.Select(row => ContainedPath.Of(folder, row[0], name))],
            [.. rows.Select(row => Array.IndexOf(classes, row[1]))], classes, channels);
    }
}
