using Reference.Book;

namespace Reference.BoltzmannMachines;

/// <summary>What the chapter measures.</summary>
public static class BoltzmannExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } = [];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } = [.. Measured.Select(m => m.ToExperiment())];
}
