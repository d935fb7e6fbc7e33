using Reference.Book;

namespace Reference.Convolutions;

/// <summary>x</summary>
public static class ConvolutionClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } = [];
}
