using Reference.Numerics;
using static Reference.Losses.Logarithms;

namespace Reference.Losses;

/// <summary>A coin that shows heads with probability θ: the likelihood of a series of flips as a function of θ.
/// S1-026, S4-099…S4-102.</summary>
public sealed class BernoulliCoin
{
    private readonly int[] y;

    /// <summary>A coin and its flips, 1 for heads, 0 for tails, [N]; no flip, or another number, is refused.</summary>
    public BernoulliCoin(int[] y)
    {
        Require.NotEmpty(y.Length, nameof(y));
        Require.Labels(y, 0, 1);
        this.y = y;
    }

    /// <summary>The likelihood Πₙ θ^yₙ (1 − θ)^(1 − yₙ), (3.1), S4-099, S4-102; θ outside [0, 1] is refused.</summary>
    public double Likelihood(double θ) => Losses.Likelihood.Of([.. y.Select(yₙ => yₙ == 1 ? θ : 1 - θ)]); // (3.1)

    /// <summary>The log-likelihood ℓ(θ) = Σₙ [yₙ ln θ + (1 − yₙ) ln(1 − θ)], (3.2), S4-101.</summary>
    public double LogLikelihood(double θ) => y.Sum(yₙ => XLogY(yₙ, θ) + XLog1P(1 - yₙ, -θ)); // (3.2)

    /// <summary>Its derivative Σₙ [yₙ / θ − (1 − yₙ) / (1 − θ)], (3.2), which is 0 at the mean, S4-100.</summary>
    public double Derivative(double θ) => y.Sum(yₙ => yₙ == 1 ? 1 / θ : -1 / (1 - θ)); // (3.2)

    /// <summary>The most likely θ: the share of heads k/N, (3.2), S1-026, S1-028, S4-100.</summary>
    public double MostLikely => y.Average(); // (3.2)
}
