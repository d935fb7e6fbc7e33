using Reference.Book;

namespace Reference.Networks;

/// <summary>The derivations of chapter 08.</summary>
public static class BackpropagationDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [.. ByHandDerivations.All, .. TrainingDerivations.All];
}
