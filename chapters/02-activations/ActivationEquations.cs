using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Activations;

/// <summary>What matrices add to the scalar forms: a whole batch forward and backward, and softmax down each column. A
/// sample is a column; a backward form turns ∂L/∂Y into ∂L/∂Z.</summary>
public static class ActivationEquations
{
    /// <summary>Y = f(Z), element by element, (2.1).</summary>
    /// <param name="f">The activation.</param>
    /// <param name="Z">Scores. // [D × N]</param>
    public static Matrix<double> Forward(Activation f, Matrix<double> Z) => Z.Map(f.Value, Zeros.Include); // (2.1)

    /// <summary>∂L/∂Z = f′(Z) ∘ ∂L/∂Y, (2.1).</summary>
    /// <param name="f">The activation.</param>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [D × N]</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix<double> Backward(Activation f, Matrix<double> Z, Matrix<double> dY) =>
        Z.Map(f.Derivative, Zeros.Include).PointwiseMultiply(dY); // (2.1)

    /// <summary>σ(Z), the probabilities of a batch of binary classifications, (2.3).</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    public static Matrix<double> Sigmoid(Matrix<double> Z) => Z.Map(ScalarActivations.Sigmoid, Zeros.Include); // (2.3)

    /// <summary>Softmax of every column, e^(Z − m) / Σ e^(Z − m) with m the column's largest score, (2.18), (2.24),
    /// S0-027.</summary>
    /// <param name="Z">Scores, one row per class, one column per sample. // [K × N]</param>
    /// <returns>Probabilities; every column adds up to 1. // [K × N]</returns>
    public static Matrix<double> Softmax(Matrix<double> Z)
    {
        Matrix<double> E = (Z - Down(Z, Largest(Z))).PointwiseExp(); // (2.24)
        return E.PointwiseDivide(Down(E, E.ColumnSums())); // (2.18)
    }

    /// <summary>The output layer of a classifier, P = softmax(WX + b), (2.19), S1-067: one unit per class.</summary>
    /// <param name="W">One row per class. // [K × D]</param>
    /// <param name="b">One bias per class. // [K]</param>
    /// <param name="X">One sample per column. // [D × N]</param>
    /// <returns>Probabilities; every column adds up to 1. // [K × N]</returns>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static Matrix<double> OutputLayer(Matrix<double> W, Vector<double> b, Matrix<double> X) =>
        Softmax(W * X + b.ToColumnMatrix() * Matrices.Ones(1, X.ColumnCount)); // (2.19)

    /// <summary>∂L/∂Z = P ∘ (∂L/∂P − Σ P ∘ ∂L/∂P), the sum down each column, (2.22): the Jacobian times the upstream
    /// gradient, without the Jacobian. The mean of the differences is subtracted too: 0 but for rounding, which would
    /// be all that is left where P is almost 1.</summary>
    /// <param name="P">The result of <see cref="Softmax"/>. // [K × N]</param>
    /// <param name="dP">∂L/∂P. // [K × N]</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix<double> SoftmaxBackward(Matrix<double> P, Matrix<double> dP)
    {
        Matrix<double> D = dP - Down(P, P.PointwiseMultiply(dP).ColumnSums()); // (2.22)
        return P.PointwiseMultiply(D - Down(P, P.PointwiseMultiply(D).ColumnSums())); // (2.22)
    }

    /// <summary>Log-softmax of every column, (Z − m) − ln Σ e^(Z − m), (2.24): there the sum of the scalar form, whose
    /// logarithm keeps its digits near 0.</summary>
    /// <param name="Z">Scores. // [K × N]</param>
    /// <returns>Logarithms of probabilities, none above 0. // [K × N]</returns>
    public static Matrix<double> LogSoftmax(Matrix<double> Z) =>
        Z - Down(Z, Largest(Z)) - Down(Z, Of(Z, z => ScalarActivations.AboveMaximum(z.ToArray()))); // (2.24)

    /// <summary>∂L/∂Z = ∂L/∂A − e^A ∘ Σ ∂L/∂A, the sum down each column, (2.26). Its own term is taken out of the sum,
    /// (1 − e^A) ∘ ∂L/∂A, so that nothing cancels where A is near 0.</summary>
    /// <param name="A">The result of <see cref="LogSoftmax"/>. // [K × N]</param>
    /// <param name="dA">∂L/∂A. // [K × N]</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix<double> LogSoftmaxBackward(Matrix<double> A, Matrix<double> dA) =>
        -A.Map(NearOne.Expm1).PointwiseMultiply(dA)
        - A.PointwiseExp().PointwiseMultiply(Down(dA, dA.ColumnSums()) - dA); // (2.26)

    private static Vector<double> Largest(Matrix<double> Z) => Of(Z, z => z.Maximum());

    private static Vector<double> Of(Matrix<double> Z, Func<Vector<double>, double> f) =>
        Vector<double>.Build.DenseOfEnumerable(Z.EnumerateColumns().Select(f));

    // One number per column, repeated down the column.
    private static Matrix<double> Down(Matrix<double> like, Vector<double> v) =>
        Matrix<double>.Build.Dense(like.RowCount, like.ColumnCount, (_, n) => v[n]);
}
