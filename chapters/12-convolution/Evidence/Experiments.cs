using Reference.Book;

namespace Reference.Convolutions;

/// <summary>x</summary>
public static class ConvolutionExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } = [];
}
