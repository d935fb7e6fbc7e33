using Reference.Book;

namespace Reference.Networks;

/// <summary>Backpropagation by hand: the experiments.</summary>
public static class ByHandExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } = [];
}
