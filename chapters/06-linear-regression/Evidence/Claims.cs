using Reference.Book;

namespace Reference.LinearModels;

/// <summary>The claims of chapter 06.</summary>
public static class LinearRegressionClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } = [];
}
