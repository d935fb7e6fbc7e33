using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Regularization;

/// <summary>
/// ŷ = Σ w_k x^k, (10.1), least squares with an L2 penalty λ on all weights but w₀, (10.9): models of any complexity.
/// S4-127, S4-128.
/// </summary>
public sealed record PolynomialFit(double[] W)
{
    /// <summary>Degree K ≥ 0 on at least one point, λ ≥ 0. // x, y [N]</summary>
    public static PolynomialFit Of(double[] x, double[] y, int degree, double λ = 0)
    {
        Require.NotEmpty(x.Length, nameof(x));
        Require.SameLength(x.Length, nameof(x), y.Length, nameof(y));
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        Matrix<double> Φ = Powers(x, degree);
        return new([.. Ridge(Φ, Vector<double>.Build.DenseOfArray(y), λ, free: 1)]);
    }

    /// <summary>
    /// The w of least |y − Xᵀw|² + λ|w|², (10.9), by QR of [Xᵀ; √λ I]; the first weights may be free of the penalty.
    /// // X [D × N], y [N], w [D]
    /// </summary>
    public static Vector<double> Ridge(Matrix<double> X, Vector<double> y, double λ, int free = 0)
    {
        int D = X.RowCount;
        Matrix<double> root = Matrix<double>.Build.Dense(D, D, (i, j) => i == j && i >= free ? Math.Sqrt(λ) : 0);
        return X.Transpose().Stack(root).QR().Solve(
            Vector<double>.Build.DenseOfEnumerable(y.Concat(new double[D]))); // (10.9)
    }

    /// <summary>ŷ at x, (10.1).</summary>
    public double At(double x) => W.Select((w, k) => w * Math.Pow(x, k)).Sum(); // (10.1)

    /// <summary>The mean squared error on points. // x, y [N]</summary>
    public double Error(double[] x, double[] y) => x.Zip(y, (a, b) => Math.Pow(At(a) - b, 2)).Average();

    // [K + 1 × N]
    private static Matrix<double> Powers(double[] x, int degree) =>
        Matrix<double>.Build.Dense(degree + 1, x.Length, (k, n) => Math.Pow(x[n], k));
}
