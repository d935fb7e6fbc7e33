using System.Globalization;

namespace Reference.Datasets;

/// <summary>Tables of numbers in text files.</summary>
public static class NumberTableFile
{
    /// <summary>
    /// Reads comma-separated numbers under a header of names, one sample per line (S4-017: the concrete table, whose
    /// header counts the target too).
    /// </summary>
    /// <exception cref="InvalidDataException">Rows of unequal length, no row below the header, or a field that is no
    /// finite number.</exception>
    public static NumericTable ReadCsv(string path)
    {
        using FileStream file = File.OpenRead(path);
        return ReadCsv(file, path);
    }

    /// <summary>Reads comma-separated numbers from a stream.</summary>
    /// <inheritdoc cref="IdxFile.Read(Stream, string)"/>
    public static NumericTable ReadCsv(Stream stream, string name)
    {
        List<string[]> rows = CsvRows.Read(stream, name);
        return Table(rows[0], [.. rows.Skip(1)], name);
    }

    /// <summary>The table of rows of fields, each field a finite number.</summary>
    internal static NumericTable Table(IReadOnlyList<string> names, IReadOnlyList<string[]> rows, string name)
    {
        if (rows.Count == 0)
        {
            throw Damaged.File(name, "at least one row of numbers", "none");
        }

        var values = new double[names.Count, rows.Count];
        for (int n = 0; n < rows.Count; n++)
        {
            for (int i = 0; i < names.Count; i++)
            {
                values[i, n] = Parse(rows[n][i])
                    ?? throw Damaged.File(name, $"a finite number as {names[i]} of sample {n + 1}",
                        $"'{Damaged.Excerpt(rows[n][i])}'");
            }
        }

        return new(names, values);
    }

    internal static double? Parse(string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) ? number : null;
}
