using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>L(x) = ½ xᵀHx + c, the landscape on which descent is understood: ∇L = Hx, and the curvature H is the same everywhere.</summary>
public sealed class Quadratic : IObjective
{
    /// <summary>The quadratic of a symmetric matrix.</summary>
    /// <param name="H">Its Hessian. // [n × n]</param>
    /// <param name="c">Its value at 0.</param>
    /// <exception cref="ArgumentException">H is not symmetric, or a number is not finite.</exception>
    public Quadratic(Matrix<double> H, double c = 0)
    {
        RequireMatrix.Finite(H);
        Require.Finite(c);
        Require.SameLength(H.RowCount, "rows of H", H.ColumnCount, "columns of H");
        if (!H.IsSymmetric())
        {
            throw new ArgumentException($"Expected H to be symmetric; got {H}", nameof(H));
        }

        (Hessian, Constant) = (H, c);
    }

    /// <summary>x², the parabola of the notes. S2-083, S3-043.</summary>
    public static Quadratic Parabola { get; } = new(Matrix<double>.Build.Dense(1, 1, 2));

    /// <summary>½(x² + 25y²): a ravine along x, 25 times as steep across as along. S2-120.</summary>
    public static Quadratic Ravine { get; } = new(Matrix<double>.Build.Diagonal([1, 25]));

    /// <summary>3m² + 2l² + 5ml + 23, called a cost in S2-057: a saddle, with no minimum.</summary>
    public static Quadratic NotesSaddle { get; } = new(Matrix<double>.Build.DenseOfArray(new double[,] { { 6, 5 }, { 5, 4 } }), 23);

    /// <summary>H. // [n × n]</summary>
    public Matrix<double> Hessian { get; }

    /// <summary>c.</summary>
    public double Constant { get; }

    /// <inheritdoc/>
    public int Dimension => Hessian.RowCount;

    /// <summary>The largest η below which descent is stable: 2/λ_max, (5.4); +∞ when no curvature is positive. S0-036, S1-063.</summary>
    public double LargestLearningRate
    {
        get
        {
            double λMax = StationaryPoint.Eigenvalues(Hessian)[^1];
            return λMax > 0 ? 2 / λMax : double.PositiveInfinity; // (5.4)
        }
    }

    /// <inheritdoc/>
    public double Value(double[] x)
    {
        Vector<double> v = Place(x);
        return 0.5 * (v * (Hessian * v)) + Constant;
    }

    /// <inheritdoc/>
    public double[] Gradient(double[] x) => (Hessian * Place(x)).ToArray();

    private Vector<double> Place(double[] x)
    {
        Require.SameLength(Dimension, nameof(Dimension), x.Length, nameof(x));
        Require.Finite(x);
        return Vector<double>.Build.Dense(x);
    }
}
