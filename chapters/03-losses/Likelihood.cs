using Reference.Numerics;

namespace Reference.Losses;

/// <summary>How probable a model makes what was observed, from the probability p of each point, [N]: the product, its
/// logarithm, and the cross-entropy. S1-025…S1-033. No point, or a number outside [0, 1], is refused.</summary>
public static class Likelihood
{
    /// <summary>The likelihood P(all) = Πᵢ pᵢ, (3.1), S1-025. A long product underflows to 0, S1-027.</summary>
    public static double Of(double[] p)
    {
        Validate(p);
        return p.Aggregate(1.0, (product, pᵢ) => product * pᵢ); // (3.1)
    }

    /// <summary>The log-likelihood Σᵢ ln pᵢ, (3.1), S1-025, S1-030, which does not underflow, S1-027.</summary>
    public static double LogOf(double[] p)
    {
        Validate(p);
        return p.Sum(Math.Log); // (3.1)
    }

    /// <summary>The cross-entropy −Σᵢ ln pᵢ, (3.4), S1-032: low for a good model, S1-033.</summary>
    public static double CrossEntropy(double[] p) => 0 - LogOf(p); // (3.4)

    /// <summary>The same in base b > 1, −Σᵢ log_b pᵢ, (3.4), S1-031: everything is scaled by 1 / ln b.</summary>
    public static double CrossEntropyInBase(double[] p, double b)
    {
        Require.Positive(b - 1);
        return CrossEntropy(p) / Math.Log(b); // (3.4)
    }

    private static void Validate(double[] p)
    {
        Require.NotEmpty(p.Length, nameof(p));
        Require.Probabilities(p);
    }
}
