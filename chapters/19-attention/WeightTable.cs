namespace Reference.Attention;

/// <summary>The notes' table of attention weights of six tokens, in three printed digits. S1-246.</summary>
public static class WeightTable
{
    /// <summary>Rows K₁…K₆, columns Q₁…Q₆, as labelled. // [6 × 6]</summary>
    public static double[,] Printed { get; } =
    {
        { 0.731, 0.046, 0.057, 0.056, 0.045, 0.063 },
        { 0.04, 0.827, 0.025, 0.027, 0.034, 0.044 },
        { 0.017, 0.026, 0.841, 0.04, 0.033, 0.04 },
        { 0.025, 0.03, 0.044, 0.839, 0.03, 0.029 },
        { 0.089, 0.065, 0.039, 0.063, 0.7, 0.037 },
        { 0.05, 0.066, 0.036, 0.034, 0.046, 0.765 },
    };

    /// <summary>The sums of its rows. // [6]</summary>
    public static double[] RowSums() => [.. Places().Select(i => Places().Sum(j => Printed[i, j]))];

    /// <summary>The sums of its columns. // [6]</summary>
    public static double[] ColumnSums() => [.. Places().Select(j => Places().Sum(i => Printed[i, j]))];

    /// <summary>Row i with later tokens masked, read as the weights of query i. // [6]</summary>
    public static double[] Masked(int i)
    {
        var S = new double[1, 6];
        foreach (int j in Places())
        {
            S[0, j] = Math.Log(Printed[i, j]); // scores of these weights, up to a shift
        }

        return [.. ScalarAttention.Weights(S, [i + 1]).Cast<double>()];
    }

    private static IEnumerable<int> Places() => Enumerable.Range(0, 6);
}
