using Reference.Activations;

namespace Reference.ModelSelection;

/// <summary>The densities of (11.7) and (11.10), as sums, and the expected improvement of (11.11). S2-136.</summary>
public static class ScalarParzen
{
    /// <summary>(1/(n+1)) Σ N(z; m_i, s_i²) / (Φ_i(high) − Φ_i(low)), (11.7). // m, s [n + 1]</summary>
    public static double Density(double z, double[] m, double[] s, double low, double high)
    {
        double sum = 0;
        for (int i = 0; i < m.Length; i++)
        {
            double inside = NormalDistribution.Cumulative((high - m[i]) / s[i])
                - NormalDistribution.Cumulative((low - m[i]) / s[i]);
            sum += NormalDistribution.Density((z - m[i]) / s[i]) / s[i] / inside; // (11.7)
        }

        return sum / m.Length;
    }

    /// <summary>(n_c + 1/K) / (n + 1), (11.10), the probability of each of K choices. // values [n] → [K]</summary>
    public static double[] Choices(double[] values, int K) =>
        [.. Enumerable.Range(0, K).Select(c =>
            (values.Count(v => v == c) + 1.0 / K) / (values.Length + 1))]; // (11.10)

    /// <summary>The choice at which the sum of the probabilities exceeds u in [0, 1). // p [K]</summary>
    public static int Draw(double[] p, double u)
    {
        int c = 0;
        for (double sum = p[0]; c < p.Length - 1 && u >= sum; sum += p[c])
        {
            c++;
        }

        return c;
    }

    /// <summary>
    /// E[max(y* − y, 0) | x], up to a factor that does not depend on x: 1/(γ + (1 − γ) g/l), (11.11).
    /// </summary>
    public static double Improvement(double l, double g, double γ) => 1 / (γ + (1 - γ) * g / l); // (11.11)
}
