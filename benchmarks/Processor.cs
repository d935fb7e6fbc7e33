using System.Text.RegularExpressions;
using BenchmarkDotNet.Environments;
using Reference.Book;

namespace Reference.Benchmarks;

/// <summary>The processor that the measurements come from.</summary>
internal static partial class Processor
{
    /// <summary>Its name as it gives it itself.</summary>
    internal static string Name => HostEnvironmentInfo.GetCurrent().Cpu.Value.ProcessorName!.Trim();

    /// <summary>Where its results are committed: benchmarks/results/name-with-hyphens.</summary>
    /// <exception cref="DirectoryNotFoundException">The program runs outside the solution.</exception>
    internal static string ResultsFolder()
        => Repository.PathOf($"benchmarks/results/{NotInAName().Replace(Name, "-").Trim('-')}");

    /// <summary>Writes a table of results there.</summary>
    /// <exception cref="DirectoryNotFoundException">The program runs outside the solution.</exception>
    internal static void Save(string file, string table)
        => WholeFile.Write(Path.Combine(ResultsFolder(), file), table);

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInAName();
}
