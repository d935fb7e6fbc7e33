using Reference.Book;

namespace Reference.LinearModels;

/// <summary>The derivations of chapter 06.</summary>
public static class LinearRegressionDerivations
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [.. LineDerivations.All, .. MatrixDerivations.All];
}
