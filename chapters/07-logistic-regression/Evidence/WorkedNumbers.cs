using Reference.Book;

namespace Reference.Classification;

/// <summary>The numbers of chapter 07.</summary>
public static class LogisticRegressionNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } = [];
}
