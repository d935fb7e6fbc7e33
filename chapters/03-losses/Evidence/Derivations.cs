using Reference.Book;

namespace Reference.Losses;

/// <summary>The derivations of chapter 03, every line a function of random inputs.</summary>
public static class LossDerivations
{
    /// <summary>All of them: likelihood and cross-entropy, their gradients and curvature, the regression losses.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [.. LikelihoodDerivations.All, .. GradientDerivations.All, .. RegressionDerivations.All];
}
