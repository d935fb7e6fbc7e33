namespace Reference.Embeddings;

/// <summary>Vectors of token ids and their gradient, in loops. S1-185, S3-264.</summary>
public static class ScalarEmbedding
{
    /// <summary>Column t is the vector of token t, (15.1). // w [D × V], ids [T] → [D × T]</summary>
    public static double[,] Forward(double[,] w, int[] ids)
    {
        int D = w.GetLength(0), T = ids.Length;
        var y = new double[D, T];
        for (int d = 0; d < D; d++)
        {
            for (int t = 0; t < T; t++)
            {
                y[d, t] = w[d, ids[t]]; // (15.1)
            }
        }

        return y;
    }

    /// <summary>∂L/∂w, (15.2): a vector collects the gradients of all places of its token. // ids [T], dy [D × T]
    /// → [D × V]</summary>
    public static double[,] Gradient(int[] ids, double[,] dy, int V)
    {
        int D = dy.GetLength(0), T = ids.Length;
        var dw = new double[D, V];
        for (int d = 0; d < D; d++)
        {
            for (int t = 0; t < T; t++)
            {
                dw[d, ids[t]] += dy[d, t]; // (15.2)
            }
        }

        return dw;
    }
}
