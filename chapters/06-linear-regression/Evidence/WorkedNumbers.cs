using Reference.Book;

namespace Reference.LinearModels;

/// <summary>The numbers of chapter 06.</summary>
public static class LinearRegressionNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } = [];
}
