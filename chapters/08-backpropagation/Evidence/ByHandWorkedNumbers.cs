using Reference.Book;

namespace Reference.Networks;

/// <summary>Backpropagation by hand: the numbers.</summary>
public static class ByHandNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } = [];
}
