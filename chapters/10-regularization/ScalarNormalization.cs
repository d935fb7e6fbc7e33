namespace Reference.Regularization;

/// <summary>
/// Numbers brought to mean 0 and variance 1: those of one feature over a batch, or of one sample over its features.
/// </summary>
public static class ScalarNormalization
{
    /// <summary>μ = (1/N) Σ x and σ² = (1/N) Σ (x − μ)², (10.12). // x [N]</summary>
    public static (double μ, double σ2) Statistics(double[] x)
    {
        double μ = x.Average(); // (10.12)
        return (μ, x.Average(v => (v - μ) * (v - μ))); // (10.12)
    }

    /// <summary>x̂ = (x − μ) / √(σ² + ε), (10.13), and s = √(σ² + ε). // x, x̂ [N]. S1-269, S2-129, S4-157</summary>
    public static (double[] x̂, double s) Standardize(double[] x, double ε = 1e-5)
    {
        (double μ, double σ2) = Statistics(x);
        double s = Math.Sqrt(σ2 + ε);
        return ([.. x.Select(v => (v - μ) / s)], s); // (10.13)
    }

    /// <summary>∂L/∂x from a = ∂L/∂x̂: (a − mean a − x̂ mean(a x̂)) / s, (10.16). // x̂, a, dx [N]</summary>
    public static double[] Backward(double[] x̂, double s, double[] a)
    {
        double mean = a.Average(), slope = a.Zip(x̂, (g, v) => g * v).Average();
        return [.. a.Zip(x̂, (g, v) => (g - mean - v * slope) / s)]; // (10.16)
    }

    /// <summary>r ← (1 − m) r + m v, (10.17): a running statistic takes in that of a batch.</summary>
    public static double Running(double r, double v, double m) => (1 - m) * r + m * v; // (10.17)

    /// <summary>σ² N/(N − 1), (10.17): the variance without bias, which PyTorch keeps.</summary>
    public static double Unbiased(double σ2, int N) => σ2 * N / (N - 1); // (10.17)

    /// <summary>γ (x − μ)/√(σ² + ε) + β with running statistics, (10.18): batch norm in inference.</summary>
    public static double Inference(double x, double μ, double σ2, double γ, double β, double ε = 1e-5) =>
        γ * (x - μ) / Math.Sqrt(σ2 + ε) + β; // (10.18)
}
