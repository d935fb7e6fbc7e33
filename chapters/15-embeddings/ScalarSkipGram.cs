using Reference.Activations;

namespace Reference.Embeddings;

/// <summary>A loss, and its gradients with respect to the hidden vector [D] and to the output vectors [D ×
/// V].</summary>
public sealed record WordGradient(double Loss, double[] Hidden, double[,] Outputs);

/// <summary>
/// Word2vec for one prediction, in loops: a hidden vector h, that of a word in skip-gram or the mean of the context's
/// in CBOW, predicts the word o through the output vectors u. S0-162, S0-164, S0-165, S1-176, S2-223.
/// </summary>
public static class ScalarSkipGram
{
    /// <summary>Over all V words, (15.9) to (15.11). // h [D], u [D × V]</summary>
    public static WordGradient Softmax(double[] h, double[,] u, int o)
    {
        (int D, int V) = (u.GetLength(0), u.GetLength(1));
        double[] p = ScalarActivations.Softmax(Scores(h, u)); // (15.9)
        (double[] dh, double[,] du) = (new double[D], new double[D, V]);
        for (int v = 0; v < V; v++)
        {
            double δ = p[v] - (v == o ? 1 : 0); // (15.10)
            for (int d = 0; d < D; d++)
            {
                du[d, v] = δ * h[d]; // (15.10)
                dh[d] += δ * u[d, v]; // (15.11)
            }
        }

        return new(-Math.Log(p[o]), dh, du); // (15.9)
    }

    /// <summary>Against K sampled words instead, (15.12) to (15.14); words may repeat. // h [D], u [D × V],
    /// noise [K]</summary>
    public static WordGradient NegativeSampling(double[] h, double[,] u, int o, int[] noise)
    {
        (int D, int V) = (u.GetLength(0), u.GetLength(1));
        double[] z = Scores(h, u);
        (double L, double[] dh, double[,] du) = (0, new double[D], new double[D, V]);
        foreach ((int v, int y) in noise.Select(v => (v, 0)).Prepend((o, 1)))
        {
            L += ScalarActivations.Softplus(y == 1 ? -z[v] : z[v]); // (15.12): −ln σ(z) = softplus(−z)
            double δ = ScalarActivations.Sigmoid(z[v]) - y; // (15.13)
            for (int d = 0; d < D; d++)
            {
                du[d, v] += δ * h[d]; // (15.13)
                dh[d] += δ * u[d, v]; // (15.14)
            }
        }

        return new(L, dh, du);
    }

    /// <summary>CBOW's hidden vector, (15.15). // w [D × V], context [m ≥ 1] → [D]. S0-164</summary>
    public static double[] Mean(double[,] w, int[] context)
    {
        var h = new double[w.GetLength(0)];
        foreach (int c in context)
        {
            for (int d = 0; d < h.Length; d++)
            {
                h[d] += w[d, c] / context.Length; // (15.15)
            }
        }

        return h;
    }

    private static double[] Scores(double[] h, double[,] u)
    {
        var z = new double[u.GetLength(1)];
        for (int v = 0; v < z.Length; v++)
        {
            for (int d = 0; d < h.Length; d++)
            {
                z[v] += u[d, v] * h[d]; // (15.9)
            }
        }

        return z;
    }
}
