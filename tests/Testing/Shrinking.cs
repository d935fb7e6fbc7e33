using MathNet.Numerics.LinearAlgebra;

namespace Reference.Testing;

/// <summary>Simpler tensors that a failing law is tried on next: fewer elements first, then fewer digits.</summary>
internal static class Shrinking
{
    public static IEnumerable<int> Lengths(int length) =>
        length <= 1 ? [] : length == 2 ? [1] : [length / 2, length - 1];

    public static IEnumerable<double> Of(double value) =>
        new[] { Math.Round(value), Math.Round(value, 1) }.Where(simpler => simpler != value).Distinct();

    public static IEnumerable<double[]> Of(double[] values) => Together(values).Select(s => s[0]);

    /// <summary>Vectors of one length stay vectors of one length.</summary>
    public static IEnumerable<double[][]> Together(params double[][] vectors)
    {
        int length = vectors[0].Length;
        foreach (int shorter in Lengths(length))
        {
            yield return [.. vectors.Select(v => v[..shorter])];
            yield return [.. vectors.Select(v => v[^shorter..])];
        }

        double[][] rounded = [.. vectors.Select(v => v.Select(x => Math.Round(x, 1)).ToArray())];
        if (!rounded.Zip(vectors).All(pair => pair.First.SequenceEqual(pair.Second)))
        {
            yield return rounded;
        }
    }

    public static IEnumerable<Matrix<double>> Of(Matrix<double> matrix)
    {
        foreach (int rows in Lengths(matrix.RowCount))
        {
            yield return matrix.SubMatrix(0, rows, 0, matrix.ColumnCount);
            yield return matrix.SubMatrix(matrix.RowCount - rows, rows, 0, matrix.ColumnCount);
        }

        foreach (int columns in Lengths(matrix.ColumnCount))
        {
            yield return matrix.SubMatrix(0, matrix.RowCount, 0, columns);
            yield return matrix.SubMatrix(0, matrix.RowCount, matrix.ColumnCount - columns, columns);
        }

        Matrix<double> rounded = matrix.Map(x => Math.Round(x, 1), Zeros.Include);
        if (!rounded.Equals(matrix))
        {
            yield return rounded;
        }
    }
}
