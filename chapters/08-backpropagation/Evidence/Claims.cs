using Reference.Book;

namespace Reference.Networks;

/// <summary>The claims of chapter 08.</summary>
public static class BackpropagationClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } = [.. ByHandClaims.All, .. TrainingClaims.All];
}
