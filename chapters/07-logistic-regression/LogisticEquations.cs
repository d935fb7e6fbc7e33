using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>Logistic regression on whole batches, one line an equation: a linear part, then the sigmoid. S4-093, S4-096.</summary>
public static class LogisticEquations
{
    /// <summary>The linear part z = Xᵀw + b, S4-096.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <returns>Scores. // [m]</returns>
    /// <exception cref="ArgumentException">The sizes do not fit, or a number is not finite.</exception>
    public static Vector<double> Scores(Vector<double> w, double b, Matrix<double> X)
    {
        BinaryPoints.Validate(w, b, X);
        return X.TransposeThisAndMultiply(w) + b;
    }

    /// <summary>Probabilities σ(Xᵀw + b), (7.1), S1-042, S4-093: the two parts of S4-096 one behind the other.</summary>
    /// <inheritdoc cref="Scores"/>
    /// <returns>Probabilities of label 1. // [m]</returns>
    public static Vector<double> Predict(Vector<double> w, double b, Matrix<double> X) => Sigmoid(Scores(w, b, X)); // (7.1)

    /// <summary>
    /// Backward through the model: ∂L/∂w = X(ŷ ∘ (1 − ŷ) ∘ dŷ), the sum of ŷ(1 − ŷ)dŷ for the bias, and w times it for the points, (7.7), S1-055.
    /// </summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <param name="dŷ">∂L/∂ŷ. // [m]</param>
    /// <exception cref="ArgumentException">The sizes do not fit, or a number is not finite.</exception>
    public static (Vector<double> DW, double DB, Matrix<double> DX) PredictBackward(Vector<double> w, double b, Matrix<double> X, Vector<double> dŷ)
    {
        Require.SameLength(X.ColumnCount, "the columns of X", dŷ.Count, nameof(dŷ));
        Require.Finite(dŷ.ToArray(), nameof(dŷ));
        Vector<double> ŷ = Predict(w, b, X);
        Vector<double> dz = ŷ.PointwiseMultiply(1 - ŷ).PointwiseMultiply(dŷ); // (7.7)
        return (X * dz, dz.Sum(), w.OuterProduct(dz));
    }

    /// <summary>Classes at a threshold, ŷ ≥ t, (7.3), S4-098.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <param name="t">The threshold, a probability.</param>
    /// <returns>Zeros and ones. // [m]</returns>
    /// <exception cref="ArgumentException">The sizes do not fit, t outside [0, 1], or a number that is not finite.</exception>
    public static int[] Classes(Vector<double> w, double b, Matrix<double> X, double t = 0.5)
    {
        Require.Probability(t);
        return [.. Predict(w, b, X).Select(ŷ => ŷ >= t ? 1 : 0)]; // (7.3)
    }

    /// <summary>The mean error, (7.5), from the scores, (7.6), S1-043, S1-045, S0-196.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <param name="y">Labels, 0 or 1. // [m]</param>
    /// <exception cref="ArgumentException">The sizes do not fit, a label outside {0, 1}, or a number that is not finite.</exception>
    public static double Loss(Vector<double> w, double b, Matrix<double> X, Vector<double> y)
    {
        BinaryPoints.Validate(X, y);
        return BinaryEquations.CrossEntropyOfLogits(Scores(w, b, X), y); // (7.5), from the scores as in (7.6)
    }

    /// <summary>Its gradient, −X(y − ŷ)/m and −Σ(y − ŷ)/m, (7.9), S1-050, S1-054.</summary>
    /// <inheritdoc cref="Loss"/>
    public static (Vector<double> DW, double DB) Gradient(Vector<double> w, double b, Matrix<double> X, Vector<double> y)
    {
        BinaryPoints.Validate(X, y);
        Vector<double> dz = -(y - Predict(w, b, X)) / y.Count;
        return (X * dz, dz.Sum()); // (7.9)
    }

    /// <summary>The mean error and a price on long weights, E + (λ/2)‖w‖², (7.13), S1-047. The bias costs nothing: it only moves the line.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <param name="y">Labels, 0 or 1. // [m]</param>
    /// <param name="λ">The price, at least 0.</param>
    /// <exception cref="ArgumentException">The sizes do not fit, a label outside {0, 1}, a negative λ, or a number that is not finite.</exception>
    public static double RidgeError(Vector<double> w, double b, Matrix<double> X, Vector<double> y, double λ) =>
        Loss(w, b, X, y) + Price(λ) / 2 * (w * w); // (7.13)

    /// <summary>Its gradient: λw more, (7.13).</summary>
    /// <inheritdoc cref="RidgeError"/>
    public static (Vector<double> DW, double DB) RidgeGradient(Vector<double> w, double b, Matrix<double> X, Vector<double> y, double λ)
    {
        (Vector<double> dw, double db) = Gradient(w, b, X, y);
        return (dw + Price(λ) * w, db); // (7.13)
    }

    private static Vector<double> Sigmoid(Vector<double> z) => ActivationEquations.Sigmoid(z.ToColumnMatrix()).Column(0);

    private static double Price(double λ) => λ is >= 0 and < double.PositiveInfinity
        ? λ
        : throw new ArgumentOutOfRangeException(nameof(λ), $"Expected λ to be finite and at least 0; got {λ}.");
}
