using MathNet.Numerics.LinearAlgebra;

namespace Reference.Verification.Tests;

/// <summary>A function whose gradient is easy to get wrong, for testing the checks.</summary>
internal static class Softmax
{
    public static Matrix<double> OfColumns(Matrix<double> z)
    {
        Matrix<double> e = z.PointwiseExp();
        return Matrix<double>.Build.DenseOfColumnVectors(e.EnumerateColumns().Select(c => c / c.Sum()));
    }

    /// <summary>p ⊙ (u − ⟨p, u⟩), column by column.</summary>
    public static Matrix<double> Gradient(Matrix<double> z, Matrix<double> upstream)
    {
        Matrix<double> p = OfColumns(z);
        return Matrix<double>.Build.DenseOfColumnVectors(
            p.EnumerateColumns().Zip(upstream.EnumerateColumns(), (pn, un) => pn.PointwiseMultiply(un - pn * un)));
    }

    public static double[,] Jacobian(double[] z)
    {
        double[] p = OfColumns(Matrix<double>.Build.Dense(z.Length, 1, z)).Column(0).ToArray();
        var jacobian = new double[z.Length, z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            for (int j = 0; j < z.Length; j++)
            {
                jacobian[i, j] = p[i] * ((i == j ? 1 : 0) - p[j]);
            }
        }

        return jacobian;
    }
}
