using Reference.Book;

namespace Reference.LinearModels;

/// <summary>The experiments of chapter 06.</summary>
public static class LinearRegressionExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } = [];
}
