using System.Text;
using Spectre.Console;

namespace Reference.ModelSelection;

/// <summary>What an experiment found, as a table for the console and for RESULTS.md.</summary>
public sealed record Results(string Title, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows)
{
    /// <summary>The quantile of sorted values, between two of them by their distance. // sorted [n]</summary>
    public static double Quantile(double[] sorted, double q)
    {
        double at = q * (sorted.Length - 1);
        int below = (int)at;
        return sorted[below] + (at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }

    /// <summary>For the console.</summary>
    public Table ToTable()
    {
        Table table = new Table().Title(Markup.Escape(Title)).AddColumns([.. Columns]);
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
            text.Append($"| {string.Join(" | ", row)} |\n");
        }

        return text.ToString();
    }
}
