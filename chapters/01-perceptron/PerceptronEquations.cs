using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Perceptrons;

/// <summary>The perceptron in vectors and matrices: pure functions, one line an equation.</summary>
public static class PerceptronEquations
{
    /// <summary>All scores of a batch at once, Xᵀw + b.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="X">One point a column. // [D × N]</param>
    /// <returns>The scores. // [N]</returns>
    /// <exception cref="ArgumentException">The sizes do not fit (both are named), or a number is not finite.</exception>
    public static Vector<double> Scores(Vector<double> w, double b, Matrix<double> X)
    {
        Require.SameLength(w.Count, nameof(w), X.RowCount, "the rows of X");
        Require.Finite(w.AsArray() ?? w.ToArray(), nameof(w));
        Require.Finite(b);
        return RequireMatrix.Finite(X).TransposeThisAndMultiply(w) + b;
    }

    /// <summary>All predictions of a batch, ŷ = step(Xᵀw + b), (1.3), S1-004.</summary>
    /// <inheritdoc cref="Scores"/>
    /// <returns>Zeros and ones. // [N]</returns>
    public static Vector<double> Predict(Vector<double> w, double b, Matrix<double> X) =>
        Scores(w, b, X).Map(t => t >= 0 ? 1.0 : 0.0, Zeros.Include); // (1.3)

    /// <summary>One step of the learning rule, (w, b) + α(y − ŷ)(x, 1), (1.6), S1-006.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="x">One point. // [D]</param>
    /// <param name="y">Its label, 0 or 1.</param>
    /// <param name="α">The learning rate, above 0.</param>
    /// <exception cref="ArgumentException">The sizes do not fit, a label outside {0, 1}, or α ≤ 0.</exception>
    public static (Vector<double> W, double B) Update(Vector<double> w, double b, Vector<double> x, double y, double α)
    {
        Require.Positive(α);
        Require.OneOf(y, 0, 1);
        double ŷ = Predict(w, b, x.ToColumnMatrix())[0];
        return (w + α * (y - ŷ) * x, b + α * (y - ŷ)); // (1.6)
    }

    /// <summary>The signed distance of every point from the line, d = (w·x + b) / ‖w‖, (1.5), S1-009.</summary>
    /// <inheritdoc cref="Scores"/>
    /// <returns>Positive on the side of label 1. // [N]</returns>
    /// <exception cref="ArgumentException">w = 0, which is no line; or the sizes do not fit.</exception>
    public static Vector<double> SignedDistances(Vector<double> w, double b, Matrix<double> X)
    {
        double norm = w.L2Norm();
        Require.Positive(norm, "‖w‖");
        return Scores(w, b, X) / norm; // (1.5)
    }
}
