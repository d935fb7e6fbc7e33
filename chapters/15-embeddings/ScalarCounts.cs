namespace Reference.Embeddings;

/// <summary>Co-occurrence counts of words and their pointwise mutual information. S0-166, S1-177.</summary>
public static class ScalarCounts
{
    /// <summary>X, how often words stand at most k ≥ 1 places apart, (15.6). // sentences of ids, X [V × V]</summary>
    public static double[,] CoOccurrence(IEnumerable<IReadOnlyList<int>> sentences, int V, int k)
    {
        var X = new double[V, V];
        foreach ((int i, int j) in sentences.SelectMany(s => ContextWindow.Pairs(s, k)))
        {
            X[i, j]++; // (15.6)
        }

        return X;
    }

    /// <summary>max(0, PMI), (15.7); 0 where X is. // X [V × V]</summary>
    public static double[,] Ppmi(double[,] X)
    {
        int V = X.GetLength(0);
        (double[] row, double[] column, double all) = (new double[V], new double[V], 0);
        for (int i = 0; i < V; i++)
        {
            for (int j = 0; j < V; j++)
            {
                row[i] += X[i, j];
                column[j] += X[i, j];
                all += X[i, j];
            }
        }

        var M = new double[V, V];
        for (int i = 0; i < V; i++)
        {
            for (int j = 0; j < V; j++)
            {
                double pmi = Math.Log(X[i, j] * all / (row[i] * column[j])); // (15.7)
                M[i, j] = X[i, j] > 0 ? Math.Max(0, pmi) : 0; // (15.7)
            }
        }

        return M;
    }
}
