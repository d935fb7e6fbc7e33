using Reference.Book;

namespace Reference.Optimizers;

/// <summary>The derivations of chapter 05, every line a function of random inputs.</summary>
public static class OptimizerDerivations
{
    /// <summary>All of them: descent, batches, momentum, adaptive rates.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [.. DescentDerivations.All, .. MomentumDerivations.All, .. AdaptiveDerivations.All];
}
