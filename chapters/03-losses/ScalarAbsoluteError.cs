using Reference.Numerics;

namespace Reference.Losses;

/// <summary>
/// Absolute error and the two losses that round off its kink, as functions of the residual r = ŷ − y. S3-033, S3-036, S3-037.
/// Their means over a batch are in <see cref="RegressionEquations"/>.
/// </summary>
public static class ScalarAbsoluteError
{
    /// <summary>The mean absolute error (1/n) Σᵢ |yᵢ − ŷᵢ|, (3.25), S3-033.</summary>
    /// <param name="ŷ">Predictions. // [n]</param>
    /// <param name="y">Targets. // [n]</param>
    /// <exception cref="ArgumentException">No sample, or different lengths.</exception>
    public static double Mean(double[] ŷ, double[] y) => ScalarMeanLoss.Of((ŷᵢ, yᵢ) => Math.Abs(yᵢ - ŷᵢ), ŷ, y); // (3.25)

    /// <summary>Its gradient ∂/∂ŷᵢ = sign(ŷᵢ − yᵢ) / n, (3.25), S3-033. // [n]</summary>
    /// <inheritdoc cref="Mean"/>
    public static double[] Gradient(double[] ŷ, double[] y) =>
        ScalarMeanLoss.Gradient((ŷᵢ, yᵢ) => Derivative(ŷᵢ - yᵢ), ŷ, y); // (3.25)

    /// <summary>The derivative of |r|, sign(r), (3.25). At 0 any number in [−1, 1] is a subgradient; we take 0.</summary>
    /// <param name="r">The residual.</param>
    public static double Derivative(double r) => r > 0 ? 1 : r < 0 ? -1 : r; // (3.25)

    /// <summary>The Huber loss, ½r² for |r| ≤ δ and δ(|r| − ½δ) beyond, (3.26), S3-037.</summary>
    /// <param name="r">The residual.</param>
    /// <param name="δ">Where the parabola becomes a line, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">δ ≤ 0.</exception>
    public static double Huber(double r, double δ)
    {
        Require.Positive(δ);
        return Math.Abs(r) <= δ ? 0.5 * r * r : δ * (Math.Abs(r) - 0.5 * δ); // (3.26)
    }

    /// <summary>Its derivative, r for |r| ≤ δ and δ sign(r) beyond, (3.26), S3-037: continuous at δ.</summary>
    /// <inheritdoc cref="Huber"/>
    public static double HuberDerivative(double r, double δ) => Math.Abs(r) <= δ ? r : δ * Derivative(r); // (3.26)

    /// <summary>The smooth absolute error, r²/(2β) for |r| &lt; β and |r| − β/2 beyond, (3.27), S3-036.</summary>
    /// <param name="r">The residual.</param>
    /// <param name="β">How far from 0 the kink is rounded off, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">β ≤ 0.</exception>
    public static double SmoothL1(double r, double β)
    {
        Require.Positive(β);
        return Math.Abs(r) < β ? r * r / (2 * β) : Math.Abs(r) - β / 2; // (3.27)
    }

    /// <summary>Its derivative, r/β for |r| &lt; β and sign(r) beyond, (3.27), S3-036.</summary>
    /// <inheritdoc cref="SmoothL1"/>
    public static double SmoothL1Derivative(double r, double β) => Math.Abs(r) < β ? r / β : Derivative(r); // (3.27)
}
