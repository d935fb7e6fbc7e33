using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>Solving for the weights by an inverse, where the notes begin, and what takes its place where there is none. S3-197.</summary>
public static class PseudoInverse
{
    /// <summary>w = (y − b)/x, (6.21): one number x has an inverse, if it is not 0. S3-197.</summary>
    /// <param name="y">Target.</param>
    /// <param name="b">Bias.</param>
    /// <param name="x">Input, not 0.</param>
    /// <exception cref="ArgumentException">x is 0, or a number is not finite.</exception>
    public static double Weight(double y, double b, double x)
    {
        Require.Finite(y);
        Require.Finite(b);
        Require.Finite(x);
        return x != 0 ? (y - b) / x : throw new ArgumentException($"Expected x to be other than 0, which has no inverse; got {x}.", nameof(x)); // (6.21)
    }

    /// <summary>w = (y − b)xᵀ / (xᵀx), (6.22): the shortest of the many weights that give one sample its target. S3-197.</summary>
    /// <param name="y">Target.</param>
    /// <param name="b">Bias.</param>
    /// <param name="x">Features, not all 0. // [D]</param>
    /// <exception cref="ArgumentException">x is empty, xᵀx is 0 or beyond all doubles, or a number is not finite.</exception>
    public static double[] Weights(double y, double b, double[] x)
    {
        Require.Finite(y);
        Require.Finite(b);
        Require.Finite(x);
        double square = x.Sum(v => v * v);
        Require.Positive(square, "xᵀx");
        return [.. x.Select(v => (y - b) * v / square)]; // (6.22)
    }

    /// <summary>W = (Y − b1ᵀ)X⁺, (6.22): the least squares, and of several least ones the shortest. S3-197.</summary>
    /// <param name="Y">Targets. // [K × N]</param>
    /// <param name="b">Biases. // [K × 1]</param>
    /// <param name="X">Samples. // [D × N]</param>
    /// <exception cref="ArgumentException">Unequal numbers of samples, not one bias for each row of Y, or a number that is not finite.</exception>
    public static Matrix<double> Weights(Matrix<double> Y, Matrix<double> b, Matrix<double> X)
    {
        Require.SameLength(X.ColumnCount, "columns of X", Y.ColumnCount, "columns of Y");
        if (b.RowCount != Y.RowCount || b.ColumnCount != 1)
        {
            throw new ArgumentException(
                $"Expected b to have the shape [{Y.RowCount} × 1] for Y [{Y.RowCount} × {Y.ColumnCount}]; got [{b.RowCount} × {b.ColumnCount}].",
                nameof(b));
        }

        RequireMatrix.Finite(Y);
        RequireMatrix.Finite(b);
        return (Y - b * Matrix<double>.Build.Dense(1, Y.ColumnCount, 1)) * RequireMatrix.Finite(X).PseudoInverse(); // (6.22)
    }

    /// <summary>
    /// Where t steps of descent from W = 0 stand, W_t = W⁺(I − (I − ηH)ᵗ) with H = (2/N)XXᵀ, (6.23): on the way to the pseudo-inverse. S3-197.
    /// </summary>
    /// <param name="Y">Targets, the biases taken off. // [K × N]</param>
    /// <param name="X">Samples. // [D × N]</param>
    /// <param name="η">Learning rate ≥ 0 for the mean squared error of each output.</param>
    /// <param name="t">Number of steps ≥ 0.</param>
    /// <exception cref="ArgumentException">Unequal numbers of samples, or a number outside its range.</exception>
    public static Matrix<double> OnTheWay(Matrix<double> Y, Matrix<double> X, double η, int t)
    {
        Require.Finite(η);
        ArgumentOutOfRangeException.ThrowIfNegative(η);
        ArgumentOutOfRangeException.ThrowIfNegative(t);
        Matrix<double> limit = Weights(Y, Matrix<double>.Build.Dense(Y.RowCount, 1), X), I = Matrix<double>.Build.DenseIdentity(X.RowCount);
        Matrix<double> H = 2.0 / X.ColumnCount * X.TransposeAndMultiply(X);
        return t == 0 ? 0 * limit : limit * (I - (I - η * H).Power(t)); // (6.23)
    }
}
