using static Reference.Losses.Logarithms;

namespace Reference.Losses;

/// <summary>Self-information, entropy, cross-entropy and divergence, in nats: p is the true distribution over the
/// classes, q the predicted one, both [C]. S1-035, S1-038, S2-115, S3-228. Different lengths, or what is no
/// distribution, are refused.</summary>
public static class Information
{
    /// <summary>The self-information −ln p of an event, (3.4), S1-034, S1-038: 0 if certain, ∞ if
    /// impossible.</summary>
    public static double OfEvent(double p) => 0 - Math.Log(p); // (3.4), with 0 − … so that p = 1 gives 0, not −0

    /// <summary>H(p, q) = −Σₓ p(x) ln q(x), (3.9), S1-035, S2-115, S3-228: at least H(p), and ∞ when q rules out what
    /// p allows; with two classes the binary cross-entropy, S2-116.</summary>
    public static double CrossEntropy(double[] p, double[] q)
    {
        Domain.Distributions(p, q);
        return 0 - p.Zip(q, XLogY).Sum(); // (3.9)
    }

    /// <summary>∂H(p, q)/∂q(x) = −p(x) / q(x), 0 where p(x) = 0, (3.9), S3-228. // [C]</summary>
    public static double[] CrossEntropyGradient(double[] p, double[] q)
    {
        Domain.Distributions(p, q);
        return [.. p.Zip(q, (pₓ, qₓ) => pₓ == 0 ? 0 : -pₓ / qₓ)]; // (3.9)
    }

    /// <summary>H(p) = H(p, p), (3.10): the least that any prediction can reach, 0 for a hard label, S1-037.</summary>
    public static double Entropy(double[] p) => CrossEntropy(p, p); // (3.10)

    /// <summary>KL(p‖q) = Σₓ p(x) ln(p(x) / q(x)), (3.10), S3-228: never negative, and 0 only for q = p. The
    /// logarithm of 1 + (p − q) / q keeps its digits where q is near p.</summary>
    public static double Divergence(double[] p, double[] q)
    {
        Domain.Distributions(p, q);
        return p.Zip(q, (pₓ, qₓ) => pₓ > 2 * qₓ
            ? XLogY(pₓ, pₓ) - XLogY(pₓ, qₓ) // a ratio that may overflow
            : XLog1P(pₓ, (pₓ - qₓ) / qₓ)).Sum(); // (3.10)
    }
}
