using Reference.Book;

namespace Reference.Networks;

/// <summary>Layers, and the networks trained with them: the numbers.</summary>
public static class TrainingNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } = [];
}
