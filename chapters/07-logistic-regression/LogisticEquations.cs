using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;

namespace Reference.Classification;

/// <summary>Logistic regression on whole batches: weights w // [D] and bias b, points X, one per column // [D × m],
/// and their labels y, 0 or 1 // [m]. S4-093, S4-096.</summary>
public static class LogisticEquations
{
    /// <summary>The linear part z = Xᵀw + b, S4-096. // [m]</summary>
    public static Vector<double> Scores(Vector<double> w, double b, Matrix<double> X) =>
        X.TransposeThisAndMultiply(w) + b;

    /// <summary>Probabilities of label 1, ŷ = σ(Xᵀw + b), (7.1), S1-042, S4-093. // [m]</summary>
    public static Vector<double> Predict(Vector<double> w, double b, Matrix<double> X) =>
        Scores(w, b, X).Map(ScalarActivations.Sigmoid, Zeros.Include); // (7.1)

    /// <summary>Classes at a threshold, ŷ ≥ t, (7.3), S4-098. // [m]</summary>
    public static int[] Classes(Vector<double> w, double b, Matrix<double> X, double t = 0.5) =>
        [.. Predict(w, b, X).Select(ŷ => ScalarLogisticRegression.Class(ŷ, t))]; // (7.3)

    /// <summary>The mean loss, (7.5), from the scores, (7.6), S1-043, S1-045, S0-196.</summary>
    public static double Loss(Vector<double> w, double b, Matrix<double> X, Vector<double> y) =>
        BinaryEquations.CrossEntropyOfLogits(Scores(w, b, X), y); // (7.5), (7.6)

    /// <summary>Its gradients with dz = −(y − ŷ)/m: dw = X dz, db = Σ dz, dX = w dzᵀ, (7.8), S1-050, S1-054.</summary>
    public static (Vector<double> DW, double DB, Matrix<double> DX) Gradient(
        Vector<double> w, double b, Matrix<double> X, Vector<double> y)
    {
        Vector<double> dz = BinaryEquations.CrossEntropyOfLogitsGradient(Scores(w, b, X), y);
        return (X * dz, dz.Sum(), w.OuterProduct(dz)); // (7.8)
    }
}
