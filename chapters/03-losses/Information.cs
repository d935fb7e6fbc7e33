using Reference.Numerics;

namespace Reference.Losses;

/// <summary>Entropy, cross-entropy and divergence of distributions over the same classes: p is true, q is predicted, in nats. S1-035, S2-115, S3-228.</summary>
public static class Information
{
    /// <summary>H(p, q) = −Σₓ p(x) ln q(x), (3.14), S1-035, S2-115, S3-228: the expected surprise of one who believes q while p is true.</summary>
    /// <param name="p">The true distribution. // [C]</param>
    /// <param name="q">The predicted distribution. // [C]</param>
    /// <returns>At least H(p); ∞ when q rules out what p allows.</returns>
    /// <exception cref="ArgumentException">Different lengths, or not distributions.</exception>
    public static double CrossEntropy(double[] p, double[] q)
    {
        Validate(p, q);
        double sum = 0;
        for (int x = 0; x < p.Length; x++)
        {
            sum += SelfInformation.Weighted(p[x], q[x]); // (3.14)
        }

        return sum;
    }

    /// <summary>∂H(p, q)/∂q(x) = −p(x) / q(x), (3.14), S3-228.</summary>
    /// <inheritdoc cref="CrossEntropy"/>
    public static double[] CrossEntropyGradient(double[] p, double[] q)
    {
        Validate(p, q);
        return [.. p.Zip(q, SelfInformation.WeightedSlope)]; // (3.14)
    }

    /// <summary>H(p) = H(p, p), (3.15): the least that any prediction can reach, 0 for a hard label, S1-037.</summary>
    /// <param name="p">A distribution. // [C]</param>
    /// <exception cref="ArgumentException">Not a distribution.</exception>
    public static double Entropy(double[] p) => CrossEntropy(p, p); // (3.15)

    /// <summary>KL(p‖q) = Σₓ p(x) ln(p(x) / q(x)), (3.15), S3-228: what a wrong q costs beyond H(p).</summary>
    /// <inheritdoc cref="CrossEntropy"/>
    /// <returns>At least 0, and 0 only for q = p.</returns>
    public static double Divergence(double[] p, double[] q)
    {
        Validate(p, q);
        double sum = 0;
        for (int x = 0; x < p.Length; x++)
        {
            sum += p[x] == 0 ? 0 : p[x] * Math.Log(p[x] / q[x]); // (3.15)
        }

        return sum;
    }

    private static void Validate(double[] p, double[] q)
    {
        Require.SameLength(p.Length, nameof(p), q.Length, nameof(q));
        Targets.Distribution(p);
        Targets.Distribution(q);
    }
}
