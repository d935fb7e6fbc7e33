using Reference.Activations;

namespace Reference.Attention;

/// <summary>
/// Scaled dot-product attention in the notes' indices, tokens as rows: n queries look at m keys and take of their
/// values. visible[i] is the number of keys that query i sees, from the first on. S0-178, S1-240, S2-242.
/// </summary>
public static class ScalarAttention
{
    /// <summary>s_ij = qᵢ·kⱼ / √d, (19.7). // Q [n × d], K [m × d], S [n × m]. S0-179, S1-244</summary>
    public static double[,] Scores(double[,] Q, double[,] K)
    {
        (int n, int m, int d) = (Q.GetLength(0), K.GetLength(0), Q.GetLength(1));
        var S = new double[n, m];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                for (int c = 0; c < d; c++)
                {
                    S[i, j] += Q[i, c] * K[j, c] / Math.Sqrt(d); // (19.7)
                }
            }
        }

        return S;
    }

    /// <summary>
    /// a_ij = e^s_ij / Σ_l e^s_il over the keys that query i sees, (19.8); of the others a_ij = 0, (19.15), and of a
    /// query that sees none all are. // S, A [n × m]. S0-180, S1-247, S1-261
    /// </summary>
    public static double[,] Weights(double[,] S, int[] visible)
    {
        var A = new double[S.GetLength(0), S.GetLength(1)];
        for (int i = 0; i < visible.Length; i++)
        {
            double[] s = [.. Enumerable.Range(0, visible[i]).Select(j => S[i, j])];
            double[] a = s is [] ? [] : ScalarActivations.Softmax(s); // (19.8)
            for (int j = 0; j < a.Length; j++)
            {
                A[i, j] = a[j]; // (19.15)
            }
        }

        return A;
    }

    /// <summary>zᵢ = Σⱼ a_ij vⱼ, (19.9). // A [n × m], V [m × e], Z [n × e]. S0-181, S1-248</summary>
    public static double[,] Output(double[,] A, double[,] V)
    {
        var Z = new double[A.GetLength(0), V.GetLength(1)];
        for (int i = 0; i < Z.GetLength(0); i++)
        {
            for (int j = 0; j < V.GetLength(0); j++)
            {
                for (int c = 0; c < Z.GetLength(1); c++)
                {
                    Z[i, c] += A[i, j] * V[j, c]; // (19.9)
                }
            }
        }

        return Z;
    }

    /// <summary>∂L/∂vⱼ = Σᵢ a_ij ∂L/∂zᵢ, (19.10). // A [n × m], dZ [n × e], dV [m × e]</summary>
    public static double[,] BackwardValues(double[,] A, double[,] dZ)
    {
        var dV = new double[A.GetLength(1), dZ.GetLength(1)];
        for (int i = 0; i < A.GetLength(0); i++)
        {
            for (int j = 0; j < A.GetLength(1); j++)
            {
                for (int c = 0; c < dZ.GetLength(1); c++)
                {
                    dV[j, c] += A[i, j] * dZ[i, c]; // (19.10)
                }
            }
        }

        return dV;
    }

    /// <summary>
    /// ∂L/∂s_ij = a_ij (∂L/∂a_ij − Σ_l a_il ∂L/∂a_il) with ∂L/∂a_ij = ∂L/∂zᵢ·vⱼ, (19.11), (19.12).
    /// // A, dS [n × m]; V [m × e], dZ [n × e]
    /// </summary>
    public static double[,] BackwardScores(double[,] A, double[,] V, double[,] dZ)
    {
        (int n, int m, int e) = (A.GetLength(0), A.GetLength(1), V.GetLength(1));
        var dS = new double[n, m];
        for (int i = 0; i < n; i++)
        {
            double[] da = [.. Enumerable.Range(0, m).Select(
                j => Enumerable.Range(0, e).Sum(c => dZ[i, c] * V[j, c]))]; // (19.11)
            double mean = Enumerable.Range(0, m).Sum(l => A[i, l] * da[l]);
            for (int j = 0; j < m; j++)
            {
                dS[i, j] = A[i, j] * (da[j] - mean); // (19.12)
            }
        }

        return dS;
    }

    /// <summary>
    /// ∂L/∂qᵢ = Σⱼ ∂L/∂s_ij kⱼ / √d and ∂L/∂kⱼ = Σᵢ ∂L/∂s_ij qᵢ / √d, (19.13), (19.14).
    /// // dS [n × m]; Q, dQ [n × d]; K, dK [m × d]
    /// </summary>
    public static (double[,] dQ, double[,] dK) BackwardQueriesAndKeys(double[,] Q, double[,] K, double[,] dS)
    {
        (int n, int m, int d) = (Q.GetLength(0), K.GetLength(0), Q.GetLength(1));
        (double[,] dQ, double[,] dK) = (new double[n, d], new double[m, d]);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                for (int c = 0; c < d; c++)
                {
                    dQ[i, c] += dS[i, j] * K[j, c] / Math.Sqrt(d); // (19.13)
                    dK[j, c] += dS[i, j] * Q[i, c] / Math.Sqrt(d); // (19.14)
                }
            }
        }

        return (dQ, dK);
    }
}
