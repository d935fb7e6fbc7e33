namespace Reference.Attention;

/// <summary>
/// One query's output in a single pass over its keys, without ever holding all scores: the largest score m so far, the
/// sum ℓ of e^(s − m), and the weighted sum o of the values, all brought to the new m when a larger score comes.
/// S1-254.
/// </summary>
public static class ScalarOnlineSoftmax
{
    /// <summary>
    /// z = o/ℓ after the last key, and L = m + ln ℓ, (19.20), from which (19.21) gives any weight back. No key:
    /// z = 0, L = −∞. // s [m], V [m × e], z [e]
    /// </summary>
    public static (double[] z, double L) Forward(double[] s, double[,] V)
    {
        double m = double.NegativeInfinity, ℓ = 0;
        var o = new double[V.GetLength(1)];
        for (int j = 0; j < s.Length; j++)
        {
            double larger = Math.Max(m, s[j]), c = Math.Exp(m - larger), p = Math.Exp(s[j] - larger);
            (m, ℓ) = (larger, c * ℓ + p); // (19.18)
            o = [.. o.Select((sum, k) => c * sum + p * V[j, k])]; // (19.19)
        }

        return s.Length == 0 ? (o, m) : ([.. o.Select(sum => sum / ℓ)], m + Math.Log(ℓ)); // (19.20)
    }

    /// <summary>aⱼ = e^(sⱼ − L), (19.21): a weight without the others.</summary>
    public static double Weight(double s, double L) => Math.Exp(s - L); // (19.21)
}
