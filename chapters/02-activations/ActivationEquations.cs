using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Activations;

/// <summary>What matrices add to the scalar forms: a whole batch forward and backward, and softmax down each column. A
/// sample is a column; a backward form turns ∂L/∂Y into ∂L/∂Z.</summary>
public static class ActivationEquations
{
    /// <summary>Y = f(Z), element by element, (2.1). // [D × N]</summary>
    public static Matrix<double> Forward(Activation f, Matrix<double> Z) => Z.Map(f.Value, Zeros.Include); // (2.1)

    /// <summary>∂L/∂Z = f′(Z) ∘ ∂L/∂Y, (2.1). // [D × N]</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix<double> Backward(Activation f, Matrix<double> Z, Matrix<double> dY) =>
        Z.Map(f.Derivative, Zeros.Include).PointwiseMultiply(dY); // (2.1)

    /// <summary>σ(Z), the probabilities of a batch of binary classifications, (2.3). // [D × N]</summary>
    public static Matrix<double> Sigmoid(Matrix<double> Z) => Z.Map(ScalarActivations.Sigmoid, Zeros.Include); // (2.3)

    /// <summary>Softmax of every column, e^(Z − m) / Σ e^(Z − m) with m the column's largest score, (2.18), (2.24),
    /// S0-027: probabilities that add up to 1 down each column. // [K × N], a row per class</summary>
    public static Matrix<double> Softmax(Matrix<double> Z)
    {
        Matrix<double> E = (Z - Down(Z, Largest(Z))).PointwiseExp(); // (2.24)
        return E.PointwiseDivide(Down(E, E.ColumnSums())); // (2.18)
    }

    /// <summary>The output layer of a classifier, P = softmax(WX + b), (2.19), S1-067: one unit per class, and every
    /// column adds up to 1. // W [K × D], b [K], X [D × N] → [K × N]</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static Matrix<double> OutputLayer(Matrix<double> W, Vector<double> b, Matrix<double> X) =>
        Softmax(W * X + b.ToColumnMatrix() * Matrices.Ones(1, X.ColumnCount)); // (2.19)

    /// <summary>∂L/∂Z = P ∘ (∂L/∂P − Σ P ∘ ∂L/∂P), the sum down each column, (2.22): the Jacobian times the upstream
    /// gradient, without the Jacobian. The mean of the differences is subtracted too: 0 but for rounding, which would
    /// be all that is left where P, the result of <see cref="Softmax"/>, is almost 1. // [K × N]</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix<double> SoftmaxBackward(Matrix<double> P, Matrix<double> dP)
    {
        Matrix<double> D = dP - Down(P, P.PointwiseMultiply(dP).ColumnSums()); // (2.22)
        return P.PointwiseMultiply(D - Down(P, P.PointwiseMultiply(D).ColumnSums())); // (2.22)
    }

    /// <summary>Log-softmax of every column, (Z − m) − ln Σ e^(Z − m), none above 0, (2.24): there the sum of the
    /// scalar form, whose logarithm keeps its digits near 0. // [K × N]</summary>
    public static Matrix<double> LogSoftmax(Matrix<double> Z) =>
        Z - Down(Z, Largest(Z)) - Down(Z, Of(Z, z => ScalarActivations.AboveMaximum(z.ToArray()))); // (2.24)

    /// <summary>∂L/∂Z = ∂L/∂A − e^A ∘ Σ ∂L/∂A, the sum down each column, (2.26), with A from <see cref="LogSoftmax"/>.
    /// Its own term is taken out of the sum, (1 − e^A) ∘ ∂L/∂A, so that nothing cancels where A is near 0.
    /// // [K × N]</summary>
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
