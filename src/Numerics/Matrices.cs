using MathNet.Numerics.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>Matrices for use in equations.</summary>
public static class Matrices
{
    /// <summary>One column.</summary>
    /// <param name="values">// [D]</param>
    /// <returns>// [D × 1]</returns>
    public static Matrix<double> Column(params double[] values) =>
        Matrix<double>.Build.Dense(values.Length, 1, [.. values]);

    /// <summary>A matrix of ones: a product with it is a sum.</summary>
    /// <returns>// [rows × columns]</returns>
    public static Matrix<double> Ones(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns, 1);
}
