using Reference.Numerics;

namespace Reference.Losses;

/// <summary>Measurements that scatter normally around μ: the likelihood behind squared error. S1-028.</summary>
public sealed class GaussianMean
{
    private readonly double σ;
    private readonly double[] x;

    /// <summary>The measurements x, [N], finite and at least one, and their deviation σ > 0.</summary>
    public GaussianMean(double σ, double[] x)
    {
        Require.Positive(σ);
        Require.NotEmpty(x.Length, nameof(x));
        Require.Finite(x);
        (this.σ, this.x) = (σ, x);
    }

    /// <summary>The log-likelihood ℓ(μ) = −Σᵢ (xᵢ − μ)² / (2σ²) − N ln(σ√(2π)), (3.3), S1-028.</summary>
    public double LogLikelihood(double μ) =>
        -x.Sum(xᵢ => (xᵢ - μ) / σ * ((xᵢ - μ) / σ)) / 2 - x.Length * Math.Log(σ * Math.Sqrt(2 * Math.PI)); // (3.3)

    /// <summary>Its derivative Σᵢ (xᵢ − μ) / σ², (3.3), which is 0 at the mean.</summary>
    public double Derivative(double μ) => x.Sum(xᵢ => (xᵢ - μ) / σ) / σ; // (3.3)
}
