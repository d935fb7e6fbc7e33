using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Spectre.Console;

namespace Reference.Regularization;

/// <summary>Remedies measured over seeds, on real data where it is there.</summary>
public static class RegularizationExperiments
{
    private static readonly CultureInvariant number = new();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } = [];

    private sealed record CultureInvariant;
}
