using System.Text;
using MathNet.Numerics.Statistics;
using Spectre.Console;

namespace Reference.Book;

/// <summary>What a measurement found, as a table for the console and for RESULTS.md.</summary>
/// <param name="Title">What was measured on which data, without a full stop.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">A cell for each column.</param>
public sealed record Results(string Title, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>The median, with the first and third quartile.</summary>
    public static string Quartiles(IEnumerable<double> values, string format = "0.000") =>
        Spread(values, 0.25, format);

    /// <summary>The median, with the least and the greatest value.</summary>
    public static string Range(IEnumerable<double> values, string format = "0.000") => Spread(values, 0, format);

    /// <summary>The quantile of sorted values, between two of them by their distance. // sorted [n]</summary>
    public static double Quantile(double[] sorted, double q) =>
        SortedArrayStatistics.QuantileCustom(sorted, q, QuantileDefinition.R7);

    /// <summary>For the console.</summary>
    public Table ToTable()
    {
        Table table = new Table().Title(Markup.Escape(Title)).AddColumns([.. Columns.Select(Markup.Escape)]);
        foreach (string[] row in Rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        return table;
    }

    /// <summary>For RESULTS.md.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder($"{Title}.\n\n");
        foreach (IEnumerable<string> row in (IEnumerable<string[]>)[[.. Columns], [.. Columns.Select(_ => "---")],
            .. Rows])
        {
            text.Append($"| {string.Join(" | ", row.Select(Readme.Cell))} |\n");
        }

        return text.ToString();
    }

    private static string Spread(IEnumerable<double> values, double tail, string format)
    {
        double[] sorted = [.. values.Order()];
        string At(double q) => Quantile(sorted, q).ToString(format);
        return $"{At(0.5)} ({At(tail)}–{At(1 - tail)})";
    }
}
