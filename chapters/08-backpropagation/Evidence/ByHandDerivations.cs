using Reference.Book;

namespace Reference.Networks;

/// <summary>Backpropagation by hand: the derivations.</summary>
public static class ByHandDerivations
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [.. ByHandForwardDerivations.All, .. ByHandChainDerivations.All, .. ByHandLayerDerivations.All];
}
