using Reference.Numerics;

namespace Reference.Networks;

/// <summary>A dense layer as indexed equations: one number at a time, loops and nothing else. S2-064.</summary>
public static class ScalarDense
{
    /// <summary>y_kn = b_k + Σ_d w_kd x_dn, (9.1).</summary>
    /// <param name="W">The weights. // [K × D]</param>
    /// <param name="b">The biases. // [K]</param>
    /// <param name="X">A sample a column. // [D × N]</param>
    /// <returns>// [K × N]</returns>
    /// <exception cref="ArgumentException">Shapes that do not fit, or a number that is not finite.</exception>
    public static double[,] Forward(double[,] W, double[] b, double[,] X)
    {
        Check(W, b.Length, X);
        var Y = new double[b.Length, X.GetLength(1)];
        for (int k = 0; k < b.Length; k++)
        {
            for (int n = 0; n < X.GetLength(1); n++)
            {
                Y[k, n] = b[k];
                for (int d = 0; d < X.GetLength(0); d++)
                {
                    Y[k, n] += W[k, d] * X[d, n]; // (9.1)
                }
            }
        }

        return Y;
    }

    /// <summary>∂L/∂w_kd = Σ_n dy_kn x_dn, ∂L/∂b_k = Σ_n dy_kn and ∂L/∂x_dn = Σ_k w_kd dy_kn, (9.2)–(9.4).</summary>
    /// <param name="W">The weights. // [K × D]</param>
    /// <param name="X">What went in. // [D × N]</param>
    /// <param name="dY">∂L/∂y. // [K × N]</param>
    /// <exception cref="ArgumentException">Shapes that do not fit, or a number that is not finite.</exception>
    public static (double[,] dW, double[] db, double[,] dX) Backward(double[,] W, double[,] X, double[,] dY)
    {
        Check(W, dY.GetLength(0), X);
        Require.SameLength(X.GetLength(1), nameof(X), dY.GetLength(1), nameof(dY));
        Require.Finite(dY);
        int K = W.GetLength(0), D = W.GetLength(1), N = X.GetLength(1);
        var (dW, db, dX) = (new double[K, D], new double[K], new double[D, N]);
        for (int n = 0; n < N; n++)
        {
            for (int k = 0; k < K; k++)
            {
                db[k] += dY[k, n]; // (9.3)
                for (int d = 0; d < D; d++)
                {
                    dW[k, d] += dY[k, n] * X[d, n]; // (9.2)
                    dX[d, n] += W[k, d] * dY[k, n]; // (9.4)
                }
            }
        }

        return (dW, db, dX);
    }

    private static void Check(double[,] W, int outputs, double[,] X)
    {
        Require.SameLength(W.GetLength(0), "rows of W", outputs, "outputs");
        Require.SameLength(W.GetLength(1), "columns of W", X.GetLength(0), "rows of X");
        Require.Finite(W);
        Require.Finite(X);
    }
}
