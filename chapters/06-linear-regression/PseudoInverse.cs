using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>The weights by an inverse, where the notes begin, or else the pseudo-inverse. S3-197.</summary>
public static class PseudoInverse
{
    /// <summary>w = (y − b)/x, (6.21): one number x has an inverse, if it is not 0. S3-197.</summary>
    public static double Weight(double y, double b, double x) => (y - b) / x; // (6.21)

    /// <summary>w = (y − b)xᵀ / (xᵀx), (6.22): the shortest of the many weights that give one sample its target;
    /// the features are not all 0. S3-197. // x: [D]</summary>
    public static double[] Weights(double y, double b, double[] x)
    {
        double length = Numerics.Kernels.Norm(x);
        return [.. x.Select(v => (y - b) / length * (v / length))]; // (6.22)
    }

    /// <summary>W = (Y − b1ᵀ)X⁺, (6.22): least squares, and of several solutions the shortest. S3-197.
    /// // Y: [K × N], b: [K × 1], X: [D × N]</summary>
    public static Matrix<double> Weights(Matrix<double> Y, Matrix<double> b, Matrix<double> X) =>
        (Y - b * Matrices.Ones(1, Y.ColumnCount)) * X.PseudoInverse(); // (6.22)

    /// <summary>The weights after t steps of descent from W = 0, W_t = W⁺(I − (I − ηH)ᵗ) with H = (2/N)XXᵀ, (6.23),
    /// which tend to the pseudo-inverse; the biases are subtracted from Y. S3-197. // Y: [K × N], X: [D × N]</summary>
    public static Matrix<double> OnTheWay(Matrix<double> Y, Matrix<double> X, double η, int t)
    {
        Matrix<double> limit = Y * X.PseudoInverse(), I = Matrix<double>.Build.DenseIdentity(X.RowCount);
        Matrix<double> H = 2.0 / X.ColumnCount * X.TransposeAndMultiply(X);
        return t == 0 ? 0 * limit : limit * (I - (I - η * H).Power(t)); // (6.23)
    }
}
