using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Activations;

/// <content>Softmax and its logarithm down each column: a column holds the scores of one sample.</content>
public static partial class ActivationEquations
{
    /// <summary>Softmax of every column, e^(Z − m) / Σ e^(Z − m) with m the column's largest score, (2.18), (2.26), S0-027.</summary>
    /// <param name="Z">Scores, one row a class, one column a sample. // [K × N]</param>
    /// <returns>Probabilities; every column adds up to 1. // [K × N]</returns>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> Softmax(Matrix<double> Z)
    {
        Matrix<double> E = (RequireMatrix.Finite(Z) - EachRow(Z, Largest(Z))).PointwiseExp(); // (2.26)
        return E.PointwiseDivide(EachRow(Z, E.ColumnSums())); // (2.18)
    }

    /// <summary>
    /// Backward through softmax, ∂L/∂Z = P ∘ (∂L/∂P − Σ P ∘ ∂L/∂P), the sum down each column, (2.24): the Jacobian times the upstream, without the Jacobian.
    /// </summary>
    /// <param name="P">What <see cref="Softmax"/> gave. // [K × N]</param>
    /// <param name="dP">∂L/∂P. // [K × N]</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> SoftmaxBackward(Matrix<double> P, Matrix<double> dP)
    {
        RequireMatrix.Gradient(P, dP);
        Vector<double> mean = P.PointwiseMultiply(dP).ColumnSums(); // the upstream's expectation under p
        return P.PointwiseMultiply(dP - EachRow(P, mean)); // (2.24)
    }

    /// <summary>The soft maximum ln Σ e^Z of every column, (2.27).</summary>
    /// <param name="Z">Scores. // [K × N]</param>
    /// <returns>One number a sample. // [N]</returns>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Vector<double> LogSumExp(Matrix<double> Z)
    {
        Vector<double> m = Largest(RequireMatrix.Finite(Z));
        return m + (Z - EachRow(Z, m)).PointwiseExp().ColumnSums().PointwiseLog(); // (2.27)
    }

    /// <summary>Log-softmax of every column, Z − ln Σ e^Z, (2.28).</summary>
    /// <param name="Z">Scores. // [K × N]</param>
    /// <returns>Logarithms of probabilities, none above 0. // [K × N]</returns>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> LogSoftmax(Matrix<double> Z) => Z - EachRow(Z, LogSumExp(Z)); // (2.28)

    /// <summary>Backward through log-softmax, ∂L/∂Z = ∂L/∂A − e^A ∘ Σ ∂L/∂A, the sum down each column, (2.29).</summary>
    /// <param name="A">What <see cref="LogSoftmax"/> gave. // [K × N]</param>
    /// <param name="dA">∂L/∂A. // [K × N]</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> LogSoftmaxBackward(Matrix<double> A, Matrix<double> dA)
    {
        RequireMatrix.Gradient(A, dA);
        return dA - A.PointwiseExp().PointwiseMultiply(EachRow(A, dA.ColumnSums())); // (2.29)
    }

    private static Vector<double> Largest(Matrix<double> Z) => Vector<double>.Build.DenseOfEnumerable(Z.EnumerateColumns().Select(z => z.Maximum()));

    // One number a column, repeated down the column.
    private static Matrix<double> EachRow(Matrix<double> like, Vector<double> v) => M.Dense(like.RowCount, like.ColumnCount, (_, n) => v[n]);
}
