using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Reference.Datasets;

/// <summary>The fields of a comma-separated file, row by row, all rows as long as the first.</summary>
internal static class CsvRows
{
    public static List<string[]> Read(Stream stream, string name)
    {
        using var reader = new StringReader(TextFile.Read(stream, name));
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
            { TrimOptions = TrimOptions.Trim, MaxFieldSize = 1 << 16 });
        var rows = new List<string[]>();
        try
        {
            while (parser.Read())
            {
                string[] row = parser.Record!;
                if (rows.Count > 0 && row.Length != rows[0].Length)
                {
                    throw Damaged.File(name, $"{rows[0].Length} fields in line {parser.RawRow}, as in the first",
                        $"{row.Length}");
                }

                rows.Add(row);
            }
        }
        catch (CsvHelperException e)
        {
            throw Damaged.File(name, $"comma-separated fields in line {parser.RawRow}",
                "misplaced quotation marks or a field beyond 64 KiB", e);
        }

        return rows.Count > 0 ? rows : throw Damaged.File(name, "at least one row", "none");
    }
}
