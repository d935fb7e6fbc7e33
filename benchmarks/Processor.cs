using System.Text.RegularExpressions;
using BenchmarkDotNet.Environments;

namespace Reference.Benchmarks;

/// <summary>The processor that the measurements come from.</summary>
internal static partial class Processor
{
    /// <summary>Its name as it gives it itself.</summary>
    internal static string Name => HostEnvironmentInfo.GetCurrent().CpuInfo.Value.ProcessorName.Trim();

    /// <summary>Where its results are committed: benchmarks/results/name-with-hyphens, created when missing.</summary>
    /// <exception cref="DirectoryNotFoundException">The program runs outside the solution.</exception>
    internal static string ResultsFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Reference.sln")))
        {
            folder = folder.Parent;
        }

        string root = folder?.FullName ?? throw new DirectoryNotFoundException($"Expected Reference.sln above {AppContext.BaseDirectory}, found none.");
        return Directory.CreateDirectory(Path.Combine(root, "benchmarks", "results", NotInAName().Replace(Name, "-").Trim('-'))).FullName;
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInAName();
}
