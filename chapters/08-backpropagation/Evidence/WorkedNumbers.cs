using Reference.Book;

namespace Reference.Networks;

/// <summary>The numbers of chapter 08.</summary>
public static class BackpropagationNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } = [.. ByHandNumbers.All, .. TrainingNumbers.All];
}
