using Reference.Book;

namespace Reference.BoltzmannMachines;

/// <summary>Derivations.</summary>
public static class BoltzmannDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [];
}
