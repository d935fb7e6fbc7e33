namespace Reference.Transformers;

/// <summary>A vector for each place in a sequence, made of waves. S0-176, S1-207, S3-189.</summary>
public static class ScalarPositions
{
    /// <summary>PE(p, 2i) = sin(p ωᵢ), PE(p, 2i + 1) = cos(p ωᵢ), ωᵢ = 10000^(−2i/d), (20.1). // [d], d even</summary>
    public static double[] Sinusoid(int p, int d) =>
        [.. Enumerable.Range(0, d).Select(c => c % 2 == 0 ? Math.Sin(p * ω(c / 2, d)) : Math.Cos(p * ω(c / 2, d)))];

    /// <summary>
    /// PE(p + k) from PE(p): each pair is turned by the angle k ωᵢ, whatever p is, (20.2). // v, result [d]
    /// </summary>
    public static double[] Turned(double[] v, int k) => [.. v.Select((_, c) =>
    {
        double a = k * ω(c / 2, v.Length);
        return c % 2 == 0
            ? Math.Cos(a) * v[c] + Math.Sin(a) * v[c + 1] // (20.2)
            : Math.Cos(a) * v[c] - Math.Sin(a) * v[c - 1]; // (20.2)
    })];

    // The wave of pair i.
    private static double ω(int i, int d) => Math.Pow(10_000, -2.0 * i / d); // (20.1)
}
