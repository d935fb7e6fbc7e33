using Reference.Book;

namespace Reference.Networks;

/// <summary>The experiments of chapter 08.</summary>
public static class BackpropagationExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } = [.. ByHandExperiments.All, .. TrainingExperiments.All];
}
