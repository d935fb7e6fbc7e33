namespace Reference.Losses;

/// <summary>Absolute error and the two losses that round off its kink, as functions of the residual r = ŷ − y. S3-033,
/// S3-036, S3-037. Their means over a batch: <see cref="MeanLoss"/>.</summary>
public static class ScalarAbsoluteError
{
    /// <summary>The mean absolute error (1/n) Σᵢ |yᵢ − ŷᵢ|, (3.15), S3-033.</summary>
    public static double Mean(double[] ŷ, double[] y) => MeanLoss.Absolute.Of(ŷ, y); // (3.15)

    /// <summary>Its gradient ∂/∂ŷᵢ = sign(ŷᵢ − yᵢ) / n, (3.15), S3-033. // [n]</summary>
    public static double[] Gradient(double[] ŷ, double[] y) =>
        MeanLoss.Absolute.Gradient(ŷ, y); // (3.15)

    /// <summary>The derivative of |r|, sign(r), and at 0 the subgradient 0, (3.15).</summary>
    public static double Derivative(double r) => r > 0 ? 1 : r < 0 ? -1 : r; // (3.15)

    /// <summary>The Huber loss, ½r² for |r| ≤ δ and δ(|r| − ½δ) beyond, δ > 0, (3.16), S3-037.</summary>
    public static double Huber(double r, double δ) =>
        Math.Abs(r) <= δ ? 0.5 * r * r : δ * (Math.Abs(r) - 0.5 * δ); // (3.16)

    /// <summary>Its derivative, r for |r| ≤ δ and δ sign(r) beyond, (3.16), S3-037: continuous at δ.</summary>
    public static double HuberDerivative(double r, double δ) => Math.Abs(r) <= δ ? r : δ * Derivative(r); // (3.16)

    /// <summary>The smooth absolute error, β > 0, r²/(2β) for |r| &lt; β and |r| − β/2 beyond, (3.16),
    /// S3-036.</summary>
    public static double SmoothL1(double r, double β) =>
        Math.Abs(r) < β ? r / β * r / 2 : Math.Abs(r) - β / 2; // (3.16)

    /// <summary>Its derivative, r/β for |r| &lt; β and sign(r) beyond, (3.16), S3-036.</summary>
    public static double SmoothL1Derivative(double r, double β) => Math.Abs(r) < β ? r / β : Derivative(r); // (3.16)
}
