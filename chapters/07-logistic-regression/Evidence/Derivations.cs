using Reference.Book;

namespace Reference.Classification;

/// <summary>The derivations of chapter 07.</summary>
public static class LogisticRegressionDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [];
}
