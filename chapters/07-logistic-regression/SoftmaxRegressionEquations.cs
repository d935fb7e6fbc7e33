using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>Softmax regression on whole batches: a row of W // [K × D] and a bias of b // [K] per class, samples X,
/// one per column // [D × N], and targets Y, one-hot or soft // [K × N]. S0-109, S4-108, S4-113.</summary>
public static class SoftmaxRegressionEquations
{
    /// <summary>The scores WX + b, S4-108. // [K × N]</summary>
    public static Matrix<double> Scores(Matrix<double> W, Vector<double> b, Matrix<double> X) =>
        W * X + b.ToColumnMatrix() * Matrices.Ones(1, X.ColumnCount);

    /// <summary>Probabilities P = softmax(WX + b), (7.13): every column adds up to 1. // [K × N]</summary>
    public static Matrix<double> Predict(Matrix<double> W, Vector<double> b, Matrix<double> X) =>
        ActivationEquations.Softmax(Scores(W, b, X)); // (7.13)

    /// <summary>The class of the largest score, the first of equals, (7.15), S4-110, S4-112. // [N]</summary>
    public static int[] Classes(Matrix<double> W, Vector<double> b, Matrix<double> X) =>
        OneHot.Decode(Scores(W, b, X)); // (7.15)

    /// <summary>The mean loss −(1/N) Σ Y ∘ ln P, (7.13), S1-046, S0-109, S4-113.</summary>
    public static double Loss(Matrix<double> W, Vector<double> b, Matrix<double> X, Matrix<double> Y) =>
        CategoricalEquations.CrossEntropyOfLogits(Scores(W, b, X), Y); // (7.13)

    /// <summary>Its gradients: δ = (P − Y)/N, dW = δXᵀ, db = δ1, dX = Wᵀδ, (7.14), S0-109, S4-113.</summary>
    public static (Matrix<double> DW, Vector<double> DB, Matrix<double> DX) Gradient(
        Matrix<double> W, Vector<double> b, Matrix<double> X, Matrix<double> Y)
    {
        Matrix<double> δ = CategoricalEquations.CrossEntropyOfLogitsGradient(Scores(W, b, X), Y); // (P − Y)/N
        return (δ * X.Transpose(), δ.RowSums(), W.TransposeThisAndMultiply(δ)); // (7.14)
    }
}
