namespace Reference.Networks;

/// <summary>One sample out of a batch.</summary>
internal static class SampleColumn
{
    /// <summary>Column <paramref name="n"/>. // [rows]</summary>
    public static double[] Of(double[,] X, int n) => [.. Enumerable.Range(0, X.GetLength(0)).Select(i => X[i, n])];
}
