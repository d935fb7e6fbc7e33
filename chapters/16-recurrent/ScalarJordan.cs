using Reference.Activations;

namespace Reference.RecurrentNetworks;

/// <summary>Jordan's network on one sequence: the output of a step, not its hidden state, is an input of the next.
/// S3-154.</summary>
public static class ScalarJordan
{
    /// <summary>
    /// (16.3) h(t) = σ_h(W x(t) + U y(t−1) + b), y(t) = σ_y(V h(t) + c).
    /// // x [T][D], W [H × D], U [H × K], b [H], V [K × H], c, y0 [K] → h [T][H]; y [T + 1][K], whose first is y0
    /// </summary>
    public static (double[][] h, double[][] y) Forward(
        double[][] x, double[,] W, double[,] U, double[] b, double[,] V, double[] c, double[] y0, Activation σh,
        Activation σy)
    {
        int T = x.Length, H = b.Length, K = c.Length;
        double[][] h = new double[T][], y = [y0, .. new double[T][]];
        for (int t = 0; t < T; t++)
        {
            (h[t], y[t + 1]) = (new double[H], new double[K]);
            for (int i = 0; i < H; i++)
            {
                double a = b[i];
                for (int d = 0; d < x[t].Length; d++)
                {
                    a += W[i, d] * x[t][d]; // (16.3)
                }

                for (int k = 0; k < K; k++)
                {
                    a += U[i, k] * y[t][k]; // (16.3)
                }

                h[t][i] = σh.Value(a); // (16.3)
            }

            for (int k = 0; k < K; k++)
            {
                double z = c[k];
                for (int i = 0; i < H; i++)
                {
                    z += V[k, i] * h[t][i]; // (16.3)
                }

                y[t + 1][k] = σy.Value(z); // (16.3)
            }
        }

        return (h, y);
    }
}
