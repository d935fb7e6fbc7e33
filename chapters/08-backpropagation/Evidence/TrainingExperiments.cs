using Reference.Book;

namespace Reference.Networks;

/// <summary>Layers, and the networks trained with them: the experiments.</summary>
public static class TrainingExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } = [];
}
