using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>A dense layer as matrix equations: the lines of <see cref="Dense"/>, each a new matrix. S2-064.</summary>
public static class DenseEquations
{
    /// <summary>Y = W X + b·1ᵀ, (9.1).</summary>
    /// <param name="W">The weights. // [K × D]</param>
    /// <param name="b">The bias. // [K]</param>
    /// <param name="X">A sample a column. // [D × N]</param>
    /// <returns>// [K × N]</returns>
    /// <exception cref="ArgumentException">Shapes that do not fit, or a number that is not finite.</exception>
    public static Matrix<double> Forward(Matrix<double> W, Vector<double> b, Matrix<double> X)
    {
        Require.SameLength(W.RowCount, "rows of W", b.Count, nameof(b));
        Require.SameLength(W.ColumnCount, "columns of W", X.RowCount, "rows of X");
        return RequireMatrix.Finite(W) * RequireMatrix.Finite(X) + RequireMatrix.Finite(b.ToColumnMatrix()) * Ones(X).Transpose(); // (9.1)
    }

    /// <summary>dW = dY Xᵀ, db = dY·1, dX = Wᵀ dY, (9.2)–(9.4).</summary>
    /// <param name="W">The weights. // [K × D]</param>
    /// <param name="X">What went in. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [K × N]</param>
    /// <exception cref="ArgumentException">Shapes that do not fit, or a number that is not finite.</exception>
    public static (Matrix<double> dW, Vector<double> db, Matrix<double> dX) Backward(Matrix<double> W, Matrix<double> X, Matrix<double> dY)
    {
        RequireMatrix.Gradient(W * X, dY, "W X");
        return (
            dY * X.Transpose(), // (9.2)
            (dY * Ones(dY)).Column(0), // (9.3)
            W.Transpose() * dY); // (9.4)
    }

    private static Matrix<double> Ones(Matrix<double> X) => Matrix<double>.Build.Dense(X.ColumnCount, 1, 1);
}
