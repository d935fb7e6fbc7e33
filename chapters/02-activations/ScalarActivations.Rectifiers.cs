using Reference.Numerics;

namespace Reference.Activations;

/// <content>The rectifier and what was made of it: units that do not saturate to the right.</content>
public static partial class ScalarActivations
{
    /// <summary>The factor λ of SELU, (2.12), S1-127.</summary>
    public const double SeluScale = 1.0507009873554804934;

    /// <summary>The α of SELU, (2.12), S1-127.</summary>
    public const double SeluAlpha = 1.6732632423543772848;

    /// <summary>The rectified linear unit max(0, x), (2.9), S0-016, S1-123, S1-142, S2-033, S3-064, S3-211, S4-010.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double Relu(double x)
    {
        Require.Finite(x);
        return x > 0 ? x : 0; // (2.9)
    }

    /// <summary>Its slope, (2.9): 1 above zero, else 0. At the kink the slope is undefined; here it is 0, as in PyTorch.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double ReluDerivative(double x)
    {
        Require.Finite(x);
        return x > 0 ? 1 : 0; // (2.9)
    }

    /// <summary>The leaky rectifier, x above zero and αx below, (2.10), S1-125, S4-011: a unit with a negative score still learns.</summary>
    /// <param name="x">The score.</param>
    /// <param name="α">The slope below zero, usually 0.01.</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static double LeakyRelu(double x, double α = 0.01)
    {
        Require.Finite(x);
        Require.Finite(α);
        return x > 0 ? x : α * x; // (2.10)
    }

    /// <summary>Its slope, (2.10): 1 above zero, else α.</summary>
    /// <inheritdoc cref="LeakyRelu"/>
    public static double LeakyReluDerivative(double x, double α = 0.01)
    {
        Require.Finite(x);
        Require.Finite(α);
        return x > 0 ? 1 : α; // (2.10)
    }

    /// <summary>The exponential linear unit, x above zero and α(eˣ − 1) below, (2.11), S1-126.</summary>
    /// <param name="x">The score.</param>
    /// <param name="α">Minus the limit far to the left; only α = 1 has no kink at 0.</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static double Elu(double x, double α = 1)
    {
        Require.Finite(x);
        Require.Finite(α);
        return x > 0 ? x : α * NearOne.ExpMinusOne(x); // (2.11)
    }

    /// <summary>Its slope, (2.11): 1 above zero, else αeˣ.</summary>
    /// <inheritdoc cref="Elu"/>
    public static double EluDerivative(double x, double α = 1)
    {
        Require.Finite(x);
        Require.Finite(α);
        return x > 0 ? 1 : α * Math.Exp(x); // (2.11)
    }

    /// <summary>
    /// The scaled exponential linear unit, (2.12), S1-127: ELU times λ, with λ and α such that mean 0 and variance 1 reproduce themselves, (2.13).
    /// </summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double Selu(double x) => SeluScale * Elu(x, SeluAlpha); // (2.12)

    /// <summary>Its slope, (2.12): λ above zero, else λαeˣ.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double SeluDerivative(double x) => SeluScale * EluDerivative(x, SeluAlpha); // (2.12)

    /// <summary>The smooth rectifier ln(1 + eˣ), (2.14). Written max(0, x) + ln(1 + e⁻|ˣ|), so that e¹⁰⁰⁰ never arises.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double Softplus(double x) => Relu(x) + NearOne.LogOnePlus(Math.Exp(-Math.Abs(x))); // (2.14)

    /// <summary>The slope of softplus is the sigmoid, (2.14).</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double SoftplusDerivative(double x) => Sigmoid(x); // (2.14)
}
