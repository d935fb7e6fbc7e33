using static Reference.Losses.Logarithms;

namespace Reference.Losses;

/// <summary>
/// Self-information, entropy, cross-entropy and divergence, in nats: p is the true distribution, q the predicted one.
/// S1-034, S1-035, S1-038, S2-115, S3-228.
/// </summary>
public static class Information
{
    /// <summary>The self-information −ln p of an event, (3.6), S1-038: 0 for a certain one, ∞ for an impossible one.</summary>
    /// <param name="p">The probability of the event.</param>
    public static double OfEvent(double p) => 0 - Math.Log(p); // (3.6), with 0 − … so that p = 1 gives 0, not −0

    /// <summary>H(p, q) = −Σₓ p(x) ln q(x), (3.14), S1-035, S2-115, S3-228: the expectation of −ln q while p is true.</summary>
    /// <param name="p">The true distribution. // [C]</param>
    /// <param name="q">The predicted distribution. // [C]</param>
    /// <returns>At least H(p); ∞ when q rules out what p allows.</returns>
    /// <exception cref="ArgumentException">Different lengths, or not distributions.</exception>
    public static double CrossEntropy(double[] p, double[] q)
    {
        Domain.Distributions(p, q);
        double sum = 0;
        for (int x = 0; x < p.Length; x++)
        {
            sum -= XLogY(p[x], q[x]); // (3.14)
        }

        return sum;
    }

    /// <summary>∂H(p, q)/∂q(x) = −p(x) / q(x), 0 where p(x) = 0, (3.14), S3-228.</summary>
    /// <inheritdoc cref="CrossEntropy"/>
    public static double[] CrossEntropyGradient(double[] p, double[] q)
    {
        Domain.Distributions(p, q);
        return [.. p.Zip(q, (pₓ, qₓ) => pₓ == 0 ? 0 : -pₓ / qₓ)]; // (3.14)
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
        Domain.Distributions(p, q);
        double sum = 0;
        for (int x = 0; x < p.Length; x++)
        {
            sum += XLogY(p[x], p[x] / q[x]); // (3.15)
        }

        return sum;
    }
}
