using Reference.Book;

namespace Reference.Convolutions;

/// <summary>x</summary>
public static class ConvolutionDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [];
}
