using Reference.Numerics;

namespace Reference.Activations;

/// <summary>
/// Activations as the notes print them: one number in, one number out, each beside its derivative; and softmax, which takes a vector. Every function refuses
/// NaN and ±∞. Nothing here overflows at ±1000.
/// </summary>
public static partial class ScalarActivations
{
    /// <summary>The binary step, (2.1), S4-006: 1 from zero on, 0 below.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double Step(double x)
    {
        Require.Finite(x);
        return x >= 0 ? 1 : 0; // (2.1)
    }

    /// <summary>
    /// The slope of the step, (2.1): 0 wherever it exists, so gradient descent learns nothing through it. At 0, where it does not exist, we say 0 too.
    /// </summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double StepDerivative(double x)
    {
        Require.Finite(x);
        return 0; // (2.1)
    }

    /// <summary>The linear activation f(x) = x, (2.2), S4-007.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double Linear(double x)
    {
        Require.Finite(x);
        return x; // (2.2)
    }

    /// <summary>Its slope, (2.2): 1 everywhere.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double LinearDerivative(double x)
    {
        Require.Finite(x);
        return 1; // (2.2)
    }

    /// <summary>
    /// The sigmoid σ(x) = 1 / (1 + e⁻ˣ), (2.3), S0-014, S1-016, S1-090, S2-032, S3-208, S4-003. Below zero it is written eˣ / (1 + eˣ), the same fraction times
    /// eˣ / eˣ: the exponent is never positive, so nothing overflows, and the small values keep all their digits.
    /// </summary>
    /// <returns>A number between 0 and 1; rounded, it reaches 1 above x ≈ 37 and 0 below x ≈ −745.</returns>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double Sigmoid(double x)
    {
        Require.Finite(x);
        double e = Math.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e); // (2.3)
    }

    /// <summary>
    /// The slope of the sigmoid, σ′ = σ(1 − σ), (2.4), S1-053, S1-071, S1-090, S1-122: at most ¼, at x = 0. 1 − σ(x) is taken as σ(−x), which keeps its digits.
    /// </summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double SigmoidDerivative(double x) => Sigmoid(x) * Sigmoid(-x); // (2.4)

    /// <summary>
    /// The hyperbolic tangent (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ), (2.6), S0-015, S1-141, S2-034, S3-210. Both exponentials are divided by the larger one, so that the
    /// fraction does not become ∞ / ∞, which is what the printed form gives from x = 710 on.
    /// </summary>
    /// <returns>A number between −1 and 1; 0 for 0 of either sign.</returns>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double Tanh(double x)
    {
        Require.Finite(x);
        double t = -2 * Math.Abs(x);
        return Math.Sign(x) * (0 - NearOne.ExpMinusOne(t)) / (1 + Math.Exp(t)); // (2.6), with 0 − … so that tanh 0 is 0, not −0
    }

    /// <summary>
    /// The slope of tanh, 1 − tanh², (2.7), S0-015, S1-141: at most 1, at x = 0. Written 4e⁻²ˣ / (1 + e⁻²ˣ)², which keeps its digits where tanh rounds to 1.
    /// </summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double TanhDerivative(double x)
    {
        Require.Finite(x);
        double e = Math.Exp(-2 * Math.Abs(x));
        return 4 * e / ((1 + e) * (1 + e)); // (2.7)
    }
}
