using Reference.Numerics;

namespace Reference.Losses;

/// <summary>
/// How probable a model makes what was observed: the product over the points, its logarithm, and the cross-entropy. S1-025…S1-033.
/// </summary>
public static class Likelihood
{
    /// <summary>The likelihood P(all) = Πᵢ pᵢ, (3.1), S1-025. A long product underflows to 0, S1-027.</summary>
    /// <param name="p">The probability that the model gives to each point as it was observed. // [N]</param>
    /// <exception cref="ArgumentException">No point, or a number outside [0, 1].</exception>
    public static double Of(double[] p)
    {
        Validate(p);
        double product = 1;
        for (int i = 0; i < p.Length; i++)
        {
            product *= p[i]; // (3.1)
        }

        return product;
    }

    /// <summary>The log-likelihood Σᵢ ln pᵢ, (3.2), S1-025, S1-030: the same maximiser, and it does not underflow, S1-027.</summary>
    /// <inheritdoc cref="Of"/>
    public static double LogOf(double[] p) => 0 - CrossEntropy(p); // (3.2)

    /// <summary>
    /// The cross-entropy of the points, −Σᵢ ln pᵢ, (3.6), S1-032, S1-033: low for a model that makes the observations likely.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static double CrossEntropy(double[] p)
    {
        Validate(p);
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
        {
            sum += -Math.Log(p[i]); // (3.6)
        }

        return sum;
    }

    /// <summary>The same in another base, −Σᵢ log_b pᵢ, (3.7), S1-031: everything is scaled by 1 / ln b.</summary>
    /// <param name="p">The probabilities. // [N]</param>
    /// <param name="b">The base, above 1: 10, or 2 for bits.</param>
    /// <exception cref="ArgumentException">No point, a number outside [0, 1], or a base that is not above 1.</exception>
    public static double CrossEntropyInBase(double[] p, double b)
    {
        Require.Positive(b - 1);
        return CrossEntropy(p) / Math.Log(b); // (3.7)
    }

    private static void Validate(double[] p)
    {
        Require.NotEmpty(p.Length, nameof(p));
        Require.Probabilities(p);
    }
}
