using Reference.Book;

namespace Reference.Classification;

/// <summary>The derivations of chapter 07.</summary>
public static class LogisticRegressionDerivations
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [.. ModelDerivations.All, .. GradientDerivations.All, .. StepDerivations.All, .. ClassDerivations.All, .. MeasureDerivations.All];
}
