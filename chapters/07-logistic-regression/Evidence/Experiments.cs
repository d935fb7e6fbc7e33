using Reference.Book;

namespace Reference.Classification;

/// <summary>The experiments of chapter 07.</summary>
public static class LogisticRegressionExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } = [];
}
