using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>L(x) = ½ xᵀHx + c, on which descent is fully understood: ∇L = Hx, and the Hessian H is the same
/// everywhere.</summary>
public sealed class Quadratic : IObjective
{
    private readonly double _atZero;

    /// <summary>The quadratic of a symmetric Hessian [n × n] of finite numbers, with the value c at 0.</summary>
    public Quadratic(Matrix<double> H, double c = 0)
    {
        Require.Finite(c);
        (Hessian, _atZero, Eigenvalues) = (H, c, StationaryPoint.Eigenvalues(H));
    }

    /// <summary>x², the parabola of the notes. S2-083, S3-043.</summary>
    public static Quadratic Parabola { get; } = new(Matrix<double>.Build.Dense(1, 1, 2));

    /// <summary>½(x² + 25y²): a ravine along x, 25 times as steep across as along. S2-120.</summary>
    public static Quadratic Ravine { get; } = new(Matrix<double>.Build.Diagonal([1, 25]));

    /// <summary>3m² + 2l² + 5ml + 23, a cost of S2-057: a saddle, with no minimum.</summary>
    public static Quadratic Saddle { get; } = new(
        Matrix<double>.Build.DenseOfArray(new double[,] { { 6, 5 }, { 5, 4 } }), 23);

    /// <summary>H. // [n × n]</summary>
    public Matrix<double> Hessian { get; }

    /// <summary>λ₁ ≤ … ≤ λₙ of H: the second derivatives along its eigenvectors.</summary>
    public IReadOnlyList<double> Eigenvalues { get; }

    /// <inheritdoc/>
    public int Dimension => Hessian.RowCount;

    /// <summary>The least upper bound of stable η: 2/λ_max, (5.4); +∞ when no eigenvalue is positive. S0-036, S0-037,
    /// S1-063.</summary>
    public double LargestLearningRate => Eigenvalues[^1] > 0 ? 2 / Eigenvalues[^1] : double.PositiveInfinity; // (5.4)

    /// <inheritdoc/>
    public double Value(double[] x) =>
        0.5 * (Vector<double>.Build.Dense(x) * (Hessian * Vector<double>.Build.Dense(x))) + _atZero;

    /// <inheritdoc/>
    public double[] Gradient(double[] x) => (Hessian * Vector<double>.Build.Dense(x)).ToArray();
}
