using Reference.Book;

namespace Reference.Networks;

/// <summary>Layers, and the networks trained with them: the derivations.</summary>
public static class TrainingDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [];
}
