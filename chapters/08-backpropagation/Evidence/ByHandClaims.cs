using Reference.Book;

namespace Reference.Networks;

/// <summary>Backpropagation by hand: the claims.</summary>
public static class ByHandClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } = [];
}
