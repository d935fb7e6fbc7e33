using Reference.Activations;

namespace Reference.Attention;

/// <summary>
/// Additive attention: a query is compared with each of T states by a small network of width k. S2-240, S3-185.
/// </summary>
public static class ScalarAdditiveAttention
{
    /// <summary>uⱼ = tanh(g + pⱼ), eⱼ = v·uⱼ, (19.2). // v, g [k]; p, u [T][k]; e [T]</summary>
    public static (double[][] u, double[] e) Scores(double[] v, double[] g, double[][] p)
    {
        double[][] u = [.. p.Select(pj => pj.Zip(g, (a, b) => Math.Tanh(a + b)).ToArray())]; // (19.2)
        return (u, [.. u.Select(uj => uj.Zip(v, (a, b) => a * b).Sum())]); // (19.2)
    }

    /// <summary>α = softmax(e) and c = Σⱼ αⱼ hⱼ, (19.3). // e, α [T]; h [T][w], c [w]</summary>
    public static (double[] α, double[] c) Context(double[] e, double[][] h)
    {
        double[] α = ScalarActivations.Softmax(e); // (19.3)
        return (α, [.. Enumerable.Range(0, h[0].Length).Select(i => h.Select((hj, j) => α[j] * hj[i]).Sum())]);
    }

    /// <summary>∂L/∂eⱼ = αⱼ (∂L/∂c·hⱼ − ∂L/∂c·c), (19.4). // α, de [T]; h [T][w]; c, dc [w]</summary>
    public static double[] BackwardScores(double[] α, double[][] h, double[] c, double[] dc) =>
        [.. α.Zip(h, (a, hj) => a * dc.Select((g, i) => g * (hj[i] - c[i])).Sum())]; // (19.4)

    /// <summary>∂L/∂pⱼ = ∂L/∂eⱼ v ⊙ (1 − uⱼ²), and ∂L/∂g is their sum, (19.5). // de [T]; v [k]; u, dp
    /// [T][k]</summary>
    public static double[][] BackwardProjections(double[] de, double[] v, double[][] u) =>
        [.. de.Zip(u, (d, uj) => uj.Zip(v, (a, b) => d * b * (1 - a) * (1 + a)).ToArray())]; // (19.5)
}
