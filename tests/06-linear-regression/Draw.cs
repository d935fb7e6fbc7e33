using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.LinearModels.Tests;

/// <summary>Matrices of the tests.</summary>
internal static class Draw
{
    public static Matrix<double> Matrix(this RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.DenseOfColumnMajor(rows, columns, random.Normals(rows * columns));

    public static Matrix<double> Row(params double[] values) => Matrix<double>.Build.DenseOfRowArrays(values);
}
