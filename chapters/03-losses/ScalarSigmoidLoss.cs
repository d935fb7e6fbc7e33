using Reference.Activations;

namespace Reference.Losses;

/// <summary>Squared error behind a sigmoid, of a logit z and a label y, 0 or 1: not convex, where the cross-entropy
/// is. S2-110, S2-114. 1 − σ(z) is taken as σ(−z), which keeps its digits.</summary>
public static class ScalarSigmoidLoss
{
    /// <summary>Where the curvature of (1 − σ(z))² changes sign, −ln 2, where σ = ⅓, (3.18), S2-110.</summary>
    public static double Inflection => -Math.Log(2);

    /// <summary>The squared error (y − σ(z))², (3.18), S2-110.</summary>
    public static double Squared(double z, double y) => Residual(z, y) * Residual(z, y); // (3.18)

    /// <summary>Its derivative 2(σ − y) σ(1 − σ), (3.18), S2-110: near 0 where σ is flat, S1-078.</summary>
    public static double SquaredDerivative(double z, double y) =>
        2 * Residual(z, y) * ScalarActivations.SigmoidDerivative(z); // (3.18)

    /// <summary>Its curvature 2σ(1 − σ)[σ(1 − σ) + (σ − y)(1 − 2σ)], (3.18), S2-110.</summary>
    public static double SquaredCurvature(double z, double y)
    {
        double s = ScalarActivations.Sigmoid(z), v = ScalarActivations.SigmoidDerivative(z);
        return 2 * v * (v + Residual(z, y) * (1 - 2 * s)); // (3.18)
    }

    /// <summary>The curvature of the cross-entropy, σ(1 − σ) > 0 whatever the label, (3.19), S2-114.</summary>
    public static double CrossEntropyCurvature(double z) => ScalarActivations.SigmoidDerivative(z); // (3.19)

    // σ(z) − y
    private static double Residual(double z, double y) => ScalarBinaryCrossEntropy.LogitDerivative(z, y);
}
