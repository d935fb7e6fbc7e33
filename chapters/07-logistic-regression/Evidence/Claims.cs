using Reference.Book;

namespace Reference.Classification;

/// <summary>The claims of chapter 07.</summary>
public static class LogisticRegressionClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } = [];
}
