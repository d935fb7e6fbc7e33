using Reference.Activations;

namespace Reference.RecurrentNetworks;

/// <summary>
/// Elman's network on one sequence, as the notes index it: the hidden state of a step is an input of the next. S2's
/// W_xh, W_hh, W_hy are W, U, V here, S3's W_h, U_h, W_y. S1-193, S2-179, S2-187, S3-153, S4-189.
/// </summary>
public static class ScalarElman
{
    /// <summary>
    /// (16.1) h_i(t) = σ(a_i(t)), a_i(t) = Σ_d W_id x_d(t) + Σ_j U_ij h_j(t−1) + b_i.
    /// // x [T][D], W [H × D], U [H × H], b, h0 [H] → a [T][H]; h [T + 1][H], whose first is h0
    /// </summary>
    public static (double[][] a, double[][] h) Forward(
        double[][] x, double[,] W, double[,] U, double[] b, double[] h0, Activation σ)
    {
        int T = x.Length, H = b.Length;
        double[][] a = new double[T][], h = [h0, .. new double[T][]];
        for (int t = 0; t < T; t++)
        {
            (a[t], h[t + 1]) = (new double[H], new double[H]);
            for (int i = 0; i < H; i++)
            {
                a[t][i] = b[i];
                for (int d = 0; d < x[t].Length; d++)
                {
                    a[t][i] += W[i, d] * x[t][d]; // (16.1)
                }

                for (int j = 0; j < H; j++)
                {
                    a[t][i] += U[i, j] * h[t][j]; // (16.1)
                }

                h[t + 1][i] = σ.Value(a[t][i]); // (16.1)
            }
        }

        return (a, h);
    }

    /// <summary>(16.2) y_k(t) = σ(Σ_i V_ki h_i(t) + c_k). // h [T + 1][H], V [K × H], c [K] → [T][K]</summary>
    public static double[][] Outputs(double[][] h, double[,] V, double[] c, Activation σ)
    {
        var y = new double[h.Length - 1][];
        for (int t = 0; t < y.Length; t++)
        {
            y[t] = new double[c.Length];
            for (int k = 0; k < c.Length; k++)
            {
                double z = c[k];
                for (int i = 0; i < h[t + 1].Length; i++)
                {
                    z += V[k, i] * h[t + 1][i]; // (16.2)
                }

                y[t][k] = σ.Value(z); // (16.2)
            }
        }

        return y;
    }

    /// <summary>
    /// Backpropagation through time: the gradients of L from ∂L/∂h(t) of the outputs of each step, from the last step
    /// to the first. // x, a, h as in the forward pass, dy [T][H] → dW, dU, db, dx [T][D], dh0 [H]
    /// </summary>
    public static (double[,] dW, double[,] dU, double[] db, double[][] dx, double[] dh0) Gradients(
        double[][] x, double[][] a, double[][] h, double[,] W, double[,] U, double[][] dy, Activation σ)
    {
        int T = x.Length, H = U.GetLength(0), D = W.GetLength(1);
        var (dW, dU, db) = (new double[H, D], new double[H, H], new double[H]);
        var (dx, dh) = (new double[T][], new double[H]); // dh: what the later steps send back
        for (int t = T - 1; t >= 0; t--)
        {
            var (δ, before) = (new double[H], new double[H]);
            dx[t] = new double[D];
            for (int i = 0; i < H; i++)
            {
                δ[i] = (dy[t][i] + dh[i]) * σ.Derivative(a[t][i]); // (16.4)
                db[i] += δ[i]; // (16.7)
                for (int j = 0; j < H; j++)
                {
                    before[j] += U[i, j] * δ[i]; // (16.5)
                    dU[i, j] += δ[i] * h[t][j]; // (16.7)
                }

                for (int d = 0; d < D; d++)
                {
                    dx[t][d] += W[i, d] * δ[i]; // (16.6)
                    dW[i, d] += δ[i] * x[t][d]; // (16.7)
                }
            }

            dh = before;
        }

        return (dW, dU, db, dx, dh);
    }
}
