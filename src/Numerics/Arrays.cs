namespace Reference.Numerics;

/// <summary>Parts of arrays for the scalar forms: a batch is a <c>double[,]</c> with one sample per
/// column.</summary>
public static class Arrays
{
    /// <summary>Column n as a new array.</summary>
    /// <param name="X">// [D × N]</param>
    /// <param name="n">The column, from 0.</param>
    /// <returns>// [D]</returns>
    public static double[] Column(this double[,] X, int n)
    {
        var x = new double[X.GetLength(0)];
        for (int d = 0; d < x.Length; d++)
        {
            x[d] = X[d, n];
        }

        return x;
    }

    /// <summary>All elements, row after row, as a new array.</summary>
    /// <param name="X">// [D × N]</param>
    /// <returns>// [D·N]</returns>
    public static double[] Flat(this double[,] X) => [.. X.Cast<double>()];

    /// <summary>A batch of one sample.</summary>
    /// <param name="x">// [D]</param>
    /// <returns>// [D × 1]</returns>
    public static double[,] AsColumn(this double[] x)
    {
        var X = new double[x.Length, 1];
        for (int d = 0; d < x.Length; d++)
        {
            X[d, 0] = x[d];
        }

        return X;
    }
}
