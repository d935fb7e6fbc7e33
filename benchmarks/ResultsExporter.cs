using System.Text;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace Reference.Benchmarks;

/// <summary>One Markdown file a ladder, in the folder of the processor it ran on.</summary>
internal sealed class ResultsExporter : IExporter
{
    /// <inheritdoc/>
    public string Name => "results";

    /// <inheritdoc/>
    public void ExportToLog(Summary summary, ILogger logger) => logger.Write(Text(summary));

    /// <inheritdoc/>
    public IEnumerable<string> ExportToFiles(Summary summary, ILogger consoleLogger)
    {
        Type ladder = summary.BenchmarksCases[0].Descriptor.Type;
        string name = string.Join(
            '-', ladder.GetGenericArguments().Select(type => type.Name).Prepend(ladder.Name.Split('`')[0]));
        Processor.Save(name + ".md", Text(summary));
        return [Path.Combine(Processor.ResultsFolder(), name + ".md")];
    }

    private static string Text(Summary summary)
    {
        var text = new StringBuilder();
        text.AppendLine(
            $"{Processor.Name}, .NET {Environment.Version}, widest registers {Reference.Numerics.VectorPaths.Best}.")
            .AppendLine();
        SummaryTable.SummaryTableColumn[] columns = [.. summary.Table.Columns.Where(
            column => column.NeedToShow && column.Header is not ("Error" or "RatioSD" or "Alloc Ratio"))];
        text.AppendLine("| " + string.Join(" | ", columns.Select(column => column.Header)) + " |");
        text.AppendLine(
            "|" + string.Concat(
                columns.Select(
                    column => column.Justify == SummaryTable.SummaryTableColumn.TextJustification.Left
                        ? "---|"
                        : "---:|")));
        foreach (string[] row in summary.Table.FullContent)
        {
            text.AppendLine("| " + string.Join(" | ", columns.Select(column => row[column.Index])) + " |");
        }

        return text.ToString();
    }
}
