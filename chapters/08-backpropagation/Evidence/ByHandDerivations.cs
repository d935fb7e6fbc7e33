using Reference.Book;

namespace Reference.Networks;

/// <summary>Backpropagation by hand: the derivations.</summary>
public static class ByHandDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [];
}
