using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>Softmax regression on whole batches, one line an equation. S0-109, S4-108, S4-113.</summary>
public static class SoftmaxRegressionEquations
{
    /// <summary>The scores WX + b of a batch, S4-108.</summary>
    /// <param name="W">One row a class. // [K × D]</param>
    /// <param name="b">One bias a class. // [K]</param>
    /// <param name="X">The samples, one a column. // [D × N]</param>
    /// <returns>One column a sample. // [K × N]</returns>
    /// <exception cref="ArgumentException">The sizes do not fit, fewer than two classes, or a number is not finite.</exception>
    public static Matrix<double> Scores(Matrix<double> W, Vector<double> b, Matrix<double> X)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(W.RowCount, 2, "the rows of W");
        Require.SameLength(W.ColumnCount, "the columns of W", X.RowCount, "the rows of X");
        Require.SameLength(W.RowCount, "the rows of W", b.Count, nameof(b));
        RequireMatrix.Finite(W);
        RequireMatrix.Finite(X);
        Require.Finite(b.ToArray(), nameof(b));
        return W * X + b.ToColumnMatrix() * Ones(X.ColumnCount);
    }

    /// <summary>Probabilities P = softmax(WX + b), (7.14): every column adds up to 1.</summary>
    /// <inheritdoc cref="Scores"/>
    public static Matrix<double> Predict(Matrix<double> W, Vector<double> b, Matrix<double> X) => ActivationEquations.Softmax(Scores(W, b, X)); // (7.14)

    /// <summary>The class of the largest score of every sample, (7.17), S4-110, S4-112.</summary>
    /// <inheritdoc cref="Scores"/>
    /// <returns>Classes from 0; the first of equals. // [N]</returns>
    public static int[] Classes(Matrix<double> W, Vector<double> b, Matrix<double> X) => OneHot.Decode(Scores(W, b, X)); // (7.17)

    /// <summary>The mean error −(1/N) Σ Y ∘ ln P, (7.15), S1-046, S0-109, S4-113.</summary>
    /// <param name="W">One row a class. // [K × D]</param>
    /// <param name="b">One bias a class. // [K]</param>
    /// <param name="X">The samples, one a column. // [D × N]</param>
    /// <param name="Y">Targets, one-hot or soft, one a column. // [K × N]</param>
    /// <exception cref="ArgumentException">The sizes do not fit, fewer than two classes, a target is no distribution, or a number is not finite.</exception>
    public static double Loss(Matrix<double> W, Vector<double> b, Matrix<double> X, Matrix<double> Y) =>
        CategoricalEquations.CrossEntropyOfLogits(Scores(W, b, X), Y); // (7.15)

    /// <summary>Its gradients: dZ = (P − Y)/N, dW = dZ Xᵀ, db = dZ 1, dX = Wᵀ dZ, (7.16), S0-109, S4-113.</summary>
    /// <inheritdoc cref="Loss"/>
    public static (Matrix<double> DW, Vector<double> DB, Matrix<double> DX) Gradient(Matrix<double> W, Vector<double> b, Matrix<double> X, Matrix<double> Y)
    {
        Matrix<double> dZ = CategoricalEquations.CrossEntropyOfLogitsGradient(Scores(W, b, X), Y); // (7.16)
        return (dZ * X.Transpose(), dZ.RowSums(), W.TransposeThisAndMultiply(dZ)); // (7.16)
    }

    /// <summary>Two classes as one: σ((w₁ − w₀)·x + b₁ − b₀) is the second row of the softmax, (7.18).</summary>
    /// <param name="W">Two rows. // [2 × D]</param>
    /// <param name="b">Two biases. // [2]</param>
    /// <returns>The weights and the bias of the logistic model.</returns>
    /// <exception cref="ArgumentException">Not two classes.</exception>
    public static (Vector<double> W, double B) AsLogistic(Matrix<double> W, Vector<double> b)
    {
        Require.SameLength(2, "two classes", W.RowCount, "the rows of W");
        Require.SameLength(2, "two classes", b.Count, nameof(b));
        return (W.Row(1) - W.Row(0), b[1] - b[0]); // (7.18)
    }

    private static Matrix<double> Ones(int count) => Matrix<double>.Build.Dense(1, count, 1);
}
