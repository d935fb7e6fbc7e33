using Reference.Numerics;
using static Reference.Losses.Logarithms;

namespace Reference.Losses;

/// <summary>
/// A coin that shows heads with probability θ: the likelihood of a series of flips as a function of θ. S1-026, S4-099…S4-102.
/// </summary>
public sealed class BernoulliCoin
{
    private readonly int[] y;

    /// <summary>A coin and its flips.</summary>
    /// <param name="y">1 for heads, 0 for tails. // [N]</param>
    /// <exception cref="ArgumentException">No flip, or one that is not 0 or 1.</exception>
    public BernoulliCoin(int[] y)
    {
        Require.NotEmpty(y.Length, nameof(y));
        Require.Labels(y, 0, 1);
        this.y = y;
    }

    /// <summary>The most likely θ: the share of heads k/N, (3.4), S1-026, S1-028, S4-100.</summary>
    public double MostLikely => y.Sum() / (double)y.Length; // (3.4)

    /// <summary>The likelihood Πₙ θ^yₙ (1 − θ)^(1 − yₙ), (3.1), S4-099, S4-102.</summary>
    /// <param name="θ">The probability of heads.</param>
    /// <exception cref="ArgumentOutOfRangeException">θ outside [0, 1].</exception>
    public double Likelihood(double θ)
    {
        Require.Probability(θ);
        double product = 1;
        for (int n = 0; n < y.Length; n++)
        {
            product *= y[n] == 1 ? θ : 1 - θ; // (3.1)
        }

        return product;
    }

    /// <summary>The log-likelihood ℓ(θ) = Σₙ [yₙ ln θ + (1 − yₙ) ln(1 − θ)], (3.3), S4-101.</summary>
    /// <param name="θ">The probability of heads.</param>
    /// <returns>At most 0; −∞ when θ rules out a flip that happened.</returns>
    public double LogLikelihood(double θ)
    {
        double ℓ = 0;
        for (int n = 0; n < y.Length; n++)
        {
            ℓ += XLogY(y[n], θ) + XLog1P(1 - y[n], -θ); // (3.3)
        }

        return ℓ;
    }

    /// <summary>Its derivative Σₙ [yₙ / θ − (1 − yₙ) / (1 − θ)], (3.3), which is 0 at the mean, S4-100.</summary>
    /// <param name="θ">The probability of heads.</param>
    public double Derivative(double θ)
    {
        double dℓ = 0;
        for (int n = 0; n < y.Length; n++)
        {
            dℓ += y[n] == 1 ? 1 / θ : -1 / (1 - θ); // (3.3)
        }

        return dℓ;
    }
}
