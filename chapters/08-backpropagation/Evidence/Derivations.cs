using Reference.Book;

namespace Reference.Backpropagation;

/// <summary>Backpropagation by hand: the derivations.</summary>
public static class BackpropagationDerivations
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [.. ForwardDerivations.All, .. ChainDerivations.All, .. LayerDerivations.All];
}
