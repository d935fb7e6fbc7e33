using Reference.Numerics;

namespace Reference.Losses;

/// <summary>
/// Measurements that scatter normally around μ with known deviation σ: the likelihood behind squared error. S1-028.
/// </summary>
public sealed class GaussianMean
{
    private readonly double σ;
    private readonly double[] x;

    /// <summary>The measurements.</summary>
    /// <param name="σ">Their deviation, above 0.</param>
    /// <param name="x">// [N]</param>
    /// <exception cref="ArgumentException">No measurement, σ ≤ 0, or a number that is not finite.</exception>
    public GaussianMean(double σ, double[] x)
    {
        Require.Positive(σ);
        Require.NotEmpty(x.Length, nameof(x));
        Require.Finite(x);
        (this.σ, this.x) = (σ, x);
    }

    /// <summary>The log-likelihood ℓ(μ) = −Σᵢ (xᵢ − μ)² / (2σ²) − N ln(σ√(2π)), (3.5), S1-028.</summary>
    /// <param name="μ">The mean.</param>
    public double LogLikelihood(double μ)
    {
        double ℓ = 0;
        for (int i = 0; i < x.Length; i++)
        {
            ℓ -= (x[i] - μ) * (x[i] - μ) / (2 * σ * σ) + Math.Log(σ * Math.Sqrt(2 * Math.PI)); // (3.5)
        }

        return ℓ;
    }

    /// <summary>Its derivative Σᵢ (xᵢ − μ) / σ², (3.5), which is 0 at the mean.</summary>
    /// <param name="μ">The mean.</param>
    public double Derivative(double μ) => x.Sum(xᵢ => xᵢ - μ) / (σ * σ); // (3.5)
}
