using Reference.Numerics;

namespace Reference.Losses;

/// <summary>Measurements that scatter normally around μ with known deviation σ: the likelihood behind squared error. S1-028.</summary>
public static class GaussianMean
{
    /// <summary>The log-likelihood ℓ(μ) = −Σᵢ (xᵢ − μ)² / (2σ²) − N ln(σ√(2π)), (3.5), S1-028.</summary>
    /// <param name="μ">The mean.</param>
    /// <param name="σ">The deviation, above 0.</param>
    /// <param name="x">The measurements. // [N]</param>
    /// <exception cref="ArgumentException">No measurement, σ ≤ 0, or a number that is not finite.</exception>
    public static double LogLikelihood(double μ, double σ, double[] x)
    {
        Validate(μ, σ, x);
        double ℓ = 0;
        for (int i = 0; i < x.Length; i++)
        {
            ℓ -= (x[i] - μ) * (x[i] - μ) / (2 * σ * σ) + Math.Log(σ * Math.Sqrt(2 * Math.PI)); // (3.5)
        }

        return ℓ;
    }

    /// <summary>Its derivative Σᵢ (xᵢ − μ) / σ², (3.5), which is zero at the mean.</summary>
    /// <inheritdoc cref="LogLikelihood"/>
    public static double Derivative(double μ, double σ, double[] x)
    {
        Validate(μ, σ, x);
        double slope = 0;
        for (int i = 0; i < x.Length; i++)
        {
            slope += (x[i] - μ) / (σ * σ); // (3.5)
        }

        return slope;
    }

    private static void Validate(double μ, double σ, double[] x)
    {
        Require.Finite(μ);
        Require.Positive(σ);
        Require.NotEmpty(x.Length, nameof(x));
        Require.Finite(x);
    }
}
