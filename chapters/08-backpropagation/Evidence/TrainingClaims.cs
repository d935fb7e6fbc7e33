using Reference.Book;

namespace Reference.Networks;

/// <summary>Layers, and the networks trained with them: the claims.</summary>
public static class TrainingClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } = [];
}
