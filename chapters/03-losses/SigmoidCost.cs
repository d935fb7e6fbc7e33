using Reference.Activations;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>One sample seen from its logit z: squared error through a sigmoid is not convex, cross-entropy is. S2-110, S2-114.</summary>
public static class SigmoidCost
{
    /// <summary>Where the curvature of (1 − σ(z))² changes sign, −ln 2, where σ = ⅓, (3.31), S2-110.</summary>
    public static double Inflection => -Math.Log(2);

    /// <summary>The squared error (y − σ(z))², (3.29), S2-110.</summary>
    /// <param name="z">The logit.</param>
    /// <param name="y">The label, 0 or 1.</param>
    /// <exception cref="ArgumentException">z is not finite, or a label outside {0, 1}.</exception>
    public static double Squared(double z, double y)
    {
        double s = σ(z, y);
        return (y - s) * (y - s); // (3.29)
    }

    /// <summary>Its slope 2(σ − y) σ(1 − σ), (3.30), S2-110: it fades where the sigmoid is flat, right or wrong, S1-078.</summary>
    /// <inheritdoc cref="Squared"/>
    public static double SquaredSlope(double z, double y)
    {
        double s = σ(z, y);
        return 2 * (s - y) * s * (1 - s); // (3.30)
    }

    /// <summary>Its curvature 2σ(1 − σ)[σ(1 − σ) + (σ − y)(1 − 2σ)], (3.31), S2-110; for y = 1 that is 2σ(1 − σ)²(3σ − 1).</summary>
    /// <inheritdoc cref="Squared"/>
    public static double SquaredCurvature(double z, double y)
    {
        double s = σ(z, y);
        return 2 * s * (1 - s) * (s * (1 - s) + (s - y) * (1 - 2 * s)); // (3.31)
    }

    /// <summary>The cross-entropy ζ((1 − 2y)z), (3.12).</summary>
    /// <inheritdoc cref="Squared"/>
    public static double CrossEntropy(double z, double y) => ScalarBinaryCrossEntropy.OfLogits([z], [y]);

    /// <summary>Its slope σ − y, (3.13), S2-114: a confident mistake is answered with full strength.</summary>
    /// <inheritdoc cref="Squared"/>
    public static double CrossEntropySlope(double z, double y) => ScalarBinaryCrossEntropy.GradientOfLogits([z], [y])[0];

    /// <summary>Its curvature σ(1 − σ) > 0, (3.32), S2-114.</summary>
    /// <inheritdoc cref="Squared"/>
    public static double CrossEntropyCurvature(double z, double y)
    {
        double s = σ(z, y);
        return s * (1 - s); // (3.32)
    }

    private static double σ(double z, double y)
    {
        Require.Finite(z);
        Targets.TwoValues([y], 0, 1, nameof(y));
        return ScalarActivations.Sigmoid(z);
    }
}
