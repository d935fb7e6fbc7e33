using Reference.Numerics;

namespace Reference.Losses;

/// <summary>A coin that shows heads (1) with probability θ, and what a series of flips says about θ. S1-026, S4-099…S4-102.</summary>
public static class BernoulliCoin
{
    /// <summary>The likelihood Πₙ θ^yₙ (1 − θ)^(1 − yₙ), (3.1), S4-099, S4-102.</summary>
    /// <param name="θ">The probability of heads.</param>
    /// <param name="y">The flips: 1 heads, 0 tails. // [N]</param>
    /// <exception cref="ArgumentException">θ outside [0, 1], no flip, or a flip that is not 0 or 1.</exception>
    public static double Likelihood(double θ, int[] y)
    {
        Validate(θ, y);
        double product = 1;
        for (int n = 0; n < y.Length; n++)
        {
            product *= y[n] == 1 ? θ : 1 - θ; // (3.1)
        }

        return product;
    }

    /// <summary>The log-likelihood ℓ(θ) = Σₙ [yₙ ln θ + (1 − yₙ) ln(1 − θ)], (3.3), S4-101.</summary>
    /// <inheritdoc cref="Likelihood"/>
    /// <returns>At most 0; −∞ when θ rules out a flip that happened.</returns>
    public static double LogLikelihood(double θ, int[] y)
    {
        Validate(θ, y);
        double ℓ = 0;
        for (int n = 0; n < y.Length; n++)
        {
            ℓ -= SelfInformation.Weighted(y[n], θ) + SelfInformation.Weighted(1 - y[n], 1 - θ); // (3.3)
        }

        return ℓ;
    }

    /// <summary>Its derivative Σₙ [yₙ / θ − (1 − yₙ) / (1 − θ)], (3.3), which is zero at the mean, S4-100.</summary>
    /// <inheritdoc cref="Likelihood"/>
    public static double Derivative(double θ, int[] y)
    {
        Validate(θ, y);
        double slope = 0;
        for (int n = 0; n < y.Length; n++)
        {
            slope += SelfInformation.WeightedSlope(1 - y[n], 1 - θ) - SelfInformation.WeightedSlope(y[n], θ); // (3.3)
        }

        return slope;
    }

    /// <summary>The most likely θ: the share of heads k/n, (3.4), S1-026, S1-028, S4-100.</summary>
    /// <param name="y">The flips: 1 heads, 0 tails. // [N]</param>
    /// <exception cref="ArgumentException">No flip, or a flip that is not 0 or 1.</exception>
    public static double MostLikely(int[] y)
    {
        Validate(0.5, y);
        double heads = 0;
        for (int n = 0; n < y.Length; n++)
        {
            heads += y[n];
        }

        return heads / y.Length; // (3.4)
    }

    private static void Validate(double θ, int[] y)
    {
        Require.Probability(θ);
        Require.NotEmpty(y.Length, nameof(y));
        Require.Labels(y, 0, 1);
    }
}
