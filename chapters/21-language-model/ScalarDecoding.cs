using Reference.Activations;

namespace Reference.LanguageModels;

/// <summary>From scores to the next token. S1-315, S1-316, S1-318, S1-319, S1-320.</summary>
public static class ScalarDecoding
{
    /// <summary>pᵢ = exp(zᵢ/τ) / Σⱼ exp(zⱼ/τ), (21.7), τ > 0. // z, p [V]. S1-320</summary>
    public static double[] Temperature(double[] z, double τ)
    {
        double max = z.Max(); // a difference of scores over a small τ overflows to e^−∞, a score to ∞ − ∞
        return ScalarActivations.Softmax([.. z.Select(zi => (zi - max) / τ)]); // (21.7)
    }

    /// <summary>The likeliest token, (21.8); of equals the first. S1-315</summary>
    public static int Greedy(double[] p) => Array.IndexOf(p, p.Max()); // (21.8)

    /// <summary>The first token at which p₁ + p₂ + … exceeds u, (21.9); for u uniform in [0, 1) it is i with
    /// probability pᵢ. S1-316</summary>
    public static int Multinomial(double[] p, double u)
    {
        int i = 0;
        for (double sum = p[0]; sum <= u && i < p.Length - 1; sum += p[++i])
        {
        }

        return p[i] > 0 ? i : Array.FindLastIndex(p, pi => pi > 0); // (21.9), rounding aside
    }

    /// <summary>The k largest, divided by their sum, (21.10); k ≥ 1. S1-318</summary>
    public static double[] TopK(double[] p, int k) => Kept(p, Order(p)[..Math.Min(k, p.Length)]); // (21.10)

    /// <summary>The fewest tokens, the largest first, whose sum reaches the share P, divided by it, (21.11);
    /// 0 &lt; P ≤ 1. S1-319</summary>
    public static double[] TopP(double[] p, double P)
    {
        int[] order = Order(p);
        int kept = 1;
        for (double sum = p[order[0]]; sum < P && kept < p.Length; kept++)
        {
            sum += p[order[kept]];
        }

        return Kept(p, order[..kept]); // (21.11)
    }

    /// <summary>H = −Σ p ln p, in nats: how undecided a distribution is.</summary>
    public static double Entropy(double[] p) => -p.Where(pi => pi > 0).Sum(pi => pi * Math.Log(pi));

    // Of equals the first comes first.
    private static int[] Order(double[] p) => [.. Enumerable.Range(0, p.Length).OrderByDescending(i => p[i])];

    private static double[] Kept(double[] p, int[] kept)
    {
        double sum = kept.Sum(i => p[i]);
        return [.. p.Select((pi, i) => kept.Contains(i) ? pi / sum : 0)]; // (21.10) (21.11)
    }
}
