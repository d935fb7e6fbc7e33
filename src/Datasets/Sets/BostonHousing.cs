namespace Reference.Datasets;

/// <summary>Boston housing: 506 districts, 13 features and the median price in thousands of dollars.</summary>
public static class BostonHousing
{
    /// <summary>The features, and last the target.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["CRIM", "ZN", "INDUS", "CHAS", "NOX", "RM", "AGE", "DIS", "RAD", "TAX", "PTRATIO", "B", "LSTAT", "MEDV"];

    /// <summary>What is predicted: the median price, in thousands of dollars.</summary>
    public const string Target = "MEDV";

    /// <summary>
    /// Reads the table: numbers between blanks or tabs, fourteen per sample, with or without lines of text above.
    /// A sample may take two lines, as in the table's first publication.
    /// </summary>
    /// <exception cref="InvalidDataException">A sample that does not have fourteen finite numbers, or none at
    /// all.</exception>
    public static NumericTable Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Read(file, path);
    }

    /// <summary>Reads the table from a stream.</summary>
    /// <inheritdoc cref="IdxFile.Read(Stream, string)"/>
    public static NumericTable Read(Stream stream, string name)
    {
        string[][] lines = [.. TextFile.Read(stream, name).Split('\n')
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
        // Titles, prose and column names come first; the numbers start with the first line that is all numbers.
        int at = Array.FindIndex(lines, fields => fields.Length >= 2
            && Array.TrueForAll(fields, field => NumberTableFile.Parse(field) is not null));
        var rows = new List<string[]>();
        while (at >= 0 && at < lines.Length)
        {
            int first = at + 1;
            string[] row = lines[at++];
            if (row.Length is > 0 and < 14 && at < lines.Length)
            {
                row = [.. row, .. lines[at++]];
            }

            if (row.Length == 14)
            {
                rows.Add(row);
            }
            else if (row.Length > 0)
            {
                throw Damaged.File(name, $"14 numbers in line {first} (and the next, if broken)", $"{row.Length}");
            }
        }

        return NumberTableFile.Table(Names, rows, name);
    }
}
