namespace Reference.Autoencoders;

/// <summary>Principal components by the indexed equations: covariance, power iteration, projection. S3-238.</summary>
public static class ScalarPca
{
    /// <summary>μ_i, the mean of each coordinate. // X [D × N], N ≥ 1 → [D]</summary>
    public static double[] Mean(double[,] X)
    {
        (int D, int N) = (X.GetLength(0), X.GetLength(1));
        var μ = new double[D];
        for (int i = 0; i < D; i++)
        {
            for (int n = 0; n < N; n++)
            {
                μ[i] += X[i, n] / N; // (22.1)
            }
        }

        return μ;
    }

    /// <summary>x − μ for every column. S4-172. // X [D × N], μ [D] → [D × N]</summary>
    public static double[,] Centred(double[,] X, double[] μ)
    {
        var centred = new double[X.GetLength(0), X.GetLength(1)];
        for (int i = 0; i < X.GetLength(0); i++)
        {
            for (int n = 0; n < X.GetLength(1); n++)
            {
                centred[i, n] = X[i, n] - μ[i]; // (22.1)
            }
        }

        return centred;
    }

    /// <summary>The covariance of centred columns. // X [D × N] → C [D × D]</summary>
    public static double[,] Covariance(double[,] X)
    {
        (int D, int N) = (X.GetLength(0), X.GetLength(1));
        var C = new double[D, D];
        for (int i = 0; i < D; i++)
        {
            for (int j = 0; j < D; j++)
            {
                for (int n = 0; n < N; n++)
                {
                    C[i, j] += X[i, n] * X[j, n] / N; // (22.2)
                }
            }
        }

        return C;
    }

    /// <summary>vᵀCv, the variance along a direction of length 1. // C [D × D], v [D]</summary>
    public static double Variance(double[,] C, double[] v)
    {
        double variance = 0;
        for (int i = 0; i < v.Length; i++)
        {
            for (int j = 0; j < v.Length; j++)
            {
                variance += v[i] * C[i, j] * v[j]; // (22.3)
            }
        }

        return variance;
    }

    /// <summary>A step of the power iteration. // C [D × D], v [D] → [D]</summary>
    public static double[] PowerStep(double[,] C, double[] v)
    {
        var u = new double[v.Length];
        for (int i = 0; i < v.Length; i++)
        {
            for (int j = 0; j < v.Length; j++)
            {
                u[i] += C[i, j] * v[j];
            }
        }

        double length = Math.Sqrt(u.Sum(c => c * c));
        return [.. u.Select(c => c / length)]; // (22.4)
    }

    /// <summary>The covariance without an eigenvector: its eigenvalue becomes 0. // C [D × D], v [D]</summary>
    public static double[,] Deflate(double[,] C, double[] v, double λ)
    {
        var rest = new double[v.Length, v.Length];
        for (int i = 0; i < v.Length; i++)
        {
            for (int j = 0; j < v.Length; j++)
            {
                rest[i, j] = C[i, j] - λ * v[i] * v[j]; // (22.5)
            }
        }

        return rest;
    }

    /// <summary>The first k directions, one after another, by so many power steps each from (1, …, 1), which must not
    /// be orthogonal to them. // C [D × D] → V [D × k]</summary>
    public static double[,] Components(double[,] C, int k, int steps)
    {
        int D = C.GetLength(0);
        var V = new double[D, k];
        for (int c = 0; c < k; c++)
        {
            double[] v = [.. Enumerable.Repeat(1.0, D)];
            for (int step = 0; step < steps; step++)
            {
                v = PowerStep(C, v);
            }

            C = Deflate(C, v, Variance(C, v));
            for (int i = 0; i < D; i++)
            {
                V[i, c] = v[i];
            }
        }

        return V;
    }

    /// <summary>The code of a sample. // V [D × k], x, μ [D] → z [k]</summary>
    public static double[] Project(double[,] V, double[] x, double[] μ)
    {
        var z = new double[V.GetLength(1)];
        for (int c = 0; c < z.Length; c++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                z[c] += V[i, c] * (x[i] - μ[i]); // (22.6)
            }
        }

        return z;
    }

    /// <summary>The sample of a code. // V [D × k], z [k], μ [D] → [D]</summary>
    public static double[] Reconstruct(double[,] V, double[] z, double[] μ)
    {
        double[] x = [.. μ];
        for (int i = 0; i < x.Length; i++)
        {
            for (int c = 0; c < z.Length; c++)
            {
                x[i] += V[i, c] * z[c]; // (22.6)
            }
        }

        return x;
    }
}
