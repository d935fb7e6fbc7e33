using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;

namespace Reference.Classification;

/// <summary>Logistic regression on whole batches: a linear part, then the sigmoid. S4-093, S4-096.</summary>
public static class LogisticEquations
{
    /// <summary>The linear part z = Xᵀw + b, S4-096.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <returns>Scores. // [m]</returns>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static Vector<double> Scores(Vector<double> w, double b, Matrix<double> X) =>
        X.TransposeThisAndMultiply(w) + b;

    /// <summary>Probabilities σ(Xᵀw + b), (7.1), S1-042, S4-093.</summary>
    /// <inheritdoc cref="Scores"/>
    /// <returns>Probabilities of label 1. // [m]</returns>
    public static Vector<double> Predict(Vector<double> w, double b, Matrix<double> X) =>
        Scores(w, b, X).Map(ScalarActivations.Sigmoid, Zeros.Include); // (7.1)

    /// <summary>Classes at a threshold, ŷ ≥ t, (7.3), S4-098.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <param name="t">The threshold, a probability.</param>
    /// <returns>Zeros and ones. // [m]</returns>
    public static int[] Classes(Vector<double> w, double b, Matrix<double> X, double t = 0.5) =>
        [.. Predict(w, b, X).Select(ŷ => ScalarLogisticRegression.Class(ŷ, t))]; // (7.3)

    /// <summary>The mean loss, (7.5), from the scores, (7.6), S1-043, S1-045, S0-196.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <param name="y">Labels, 0 or 1. // [m]</param>
    /// <exception cref="ArgumentException">The sizes do not fit, or a label outside {0, 1}.</exception>
    public static double Loss(Vector<double> w, double b, Matrix<double> X, Vector<double> y) =>
        BinaryEquations.CrossEntropyOfLogits(Scores(w, b, X), y); // (7.5), (7.6)

    /// <summary>Its gradients with dz = −(y − ŷ)/m: dw = X dz, db = Σ dz, dX = w dzᵀ, (7.8), S1-050, S1-054.</summary>
    /// <inheritdoc cref="Loss"/>
    public static (Vector<double> DW, double DB, Matrix<double> DX) Gradient(
        Vector<double> w, double b, Matrix<double> X, Vector<double> y)
    {
        Vector<double> dz = BinaryEquations.CrossEntropyOfLogitsGradient(Scores(w, b, X), y);
        return (X * dz, dz.Sum(), w.OuterProduct(dz)); // (7.8)
    }
}
