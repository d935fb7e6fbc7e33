using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>The mean squared error of a line, L(w, b) = (1/N) Σ (y − wx − b)²: a mean over records, so that the
/// gradient over some of them estimates the gradient over all, (5.9). A point is θ = (w, b).</summary>
public sealed class LeastSquaresLine : IObjective
{
    private readonly double[] _x, _y;
    private readonly int[] _all;

    /// <summary>The error on N ≥ 1 records of finite numbers. // x and y: [N]</summary>
    public LeastSquaresLine(double[] x, double[] y)
    {
        Require.NotEmpty(x.Length, nameof(x));
        Require.SameLength(x.Length, nameof(x), y.Length, nameof(y));
        Require.Finite(x);
        Require.Finite(y);
        (_x, _y, _all) = ([.. x], [.. y], [.. Enumerable.Range(0, x.Length)]);
    }

    /// <summary>The 14 readings of the thermometer project, S0-053.</summary>
    public static LeastSquaresLine Thermometer { get; } = new(
        [55, 65, 75, 54, 67, 78, 53, 65, 76, 60, 70, 81, 51, 68],
        [13, 18, 24, 12, 20, 26, 12, 18, 24, 14, 21, 28, 12, 20]);

    /// <summary>(w, b) of the thermometer's untrained model, seed 42 of PyTorch.</summary>
    public static double[] ThermometerStart => [0.7645385, 0.8300079];

    /// <summary>60 records of y = x − 1 at x = −3, −2.9 … 2.9, the exercise of S4-080 and S4-081.</summary>
    public static LeastSquaresLine Exercise { get; } = new(
        [.. Enumerable.Range(0, 60).Select(i => (i - 30) / 10.0)],
        [.. Enumerable.Range(0, 60).Select(i => (i - 30) / 10.0 - 1)]);

    /// <summary>The inputs. // [N]</summary>
    public IReadOnlyList<double> X => _x;

    /// <summary>The targets. // [N]</summary>
    public IReadOnlyList<double> Y => _y;

    /// <summary>N.</summary>
    public int Count => _x.Length;

    /// <inheritdoc/>
    public int Dimension => 2;

    /// <summary>The Hessian (2/N) Σ (x, 1)(x, 1)ᵀ, the same everywhere. // [2 × 2]</summary>
    public Matrix<double> Hessian => Matrix<double>.Build.DenseOfArray(new[,]
    {
        { 2 * _x.Average(x => x * x), 2 * _x.Average() },
        { 2 * _x.Average(), 2 },
    });

    /// <inheritdoc/>
    public double Value(double[] x) => _all.Average(i => OfRecord(x, i));

    /// <summary>ℓᵢ = (y − wx − b)² of one record.</summary>
    public double OfRecord(double[] θ, int i) => Residual(θ, i) * Residual(θ, i);

    /// <summary>∇L = (1/N) Σ ∇ℓᵢ over all records, (5.9), at (w, b). S1-143, S2-094.</summary>
    public double[] Gradient(double[] x) => Gradient(x, _all); // (5.9)

    /// <summary>(1/B) Σ ∇ℓᵢ over a batch, (5.11); of one record, (5.10). S2-095, S2-096, S3-047.</summary>
    public double[] Gradient(double[] θ, ReadOnlySpan<int> batch)
    {
        (double dw, double db) = (0, 0);
        foreach (int i in batch)
        {
            dw += -2 * Residual(θ, i) * _x[i]; // (5.10)
            db += -2 * Residual(θ, i); // (5.10)
        }

        return [dw / batch.Length, db / batch.Length]; // (5.11)
    }

    private double Residual(double[] θ, int i) => _y[i] - θ[0] * _x[i] - θ[1];
}
