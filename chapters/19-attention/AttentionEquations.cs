using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Numerics;

namespace Reference.Attention;

/// <summary>Attention as the notes print it, softmax(QKᵀ/√d)V with tokens as rows. S1-240, S2-242.</summary>
public static class AttentionEquations
{
    /// <summary>
    /// A = softmax(QKᵀ/√d) along the rows, over the keys that each query sees, and Z = AV, (19.7)–(19.9).
    /// // Q [n × d], K [m × d], V [m × e], visible [n], Z [n × e], A [n × m]
    /// </summary>
    public static (Matrix<double> Z, Matrix<double> A) Forward(
        Matrix<double> Q, Matrix<double> K, Matrix<double> V, int[] visible)
    {
        Matrix<double> S = Q * K.Transpose() / Math.Sqrt(Q.ColumnCount); // (19.7)
        Matrix<double> A = Softmax(S, visible); // (19.8)
        return (A * V, A); // (19.9)
    }

    /// <summary>The gradients, (19.10)–(19.14). // dZ [n × e]; dQ, dK, dV as Q, K, V</summary>
    public static (Matrix<double> dQ, Matrix<double> dK, Matrix<double> dV) Backward(
        Matrix<double> Q, Matrix<double> K, Matrix<double> V, Matrix<double> A, Matrix<double> dZ)
    {
        Matrix<double> dV = A.Transpose() * dZ; // (19.10)
        Matrix<double> dA = dZ * V.Transpose(); // (19.11)
        Matrix<double> dS = A.PointwiseMultiply(dA - RowSums(A.PointwiseMultiply(dA), A.ColumnCount)); // (19.12)
        double d = Q.ColumnCount;
        return (dS * K / Math.Sqrt(d), dS.Transpose() * Q / Math.Sqrt(d), dV); // (19.13), (19.14)
    }

    /// <summary>
    /// Z = [Z₁ … Z_H] W^O + 1bᵀ of H heads Zᵢ = Attention(XWᵢ^Q, MWᵢ^K, MWᵢ^V), (19.16), (19.17), biases inside.
    /// // X [n × D], M [m × D]; WQ, WK, WV, WO [D × D]; bQ, bK, bV, bO [D]. S1-250, S2-254, S2-255
    /// </summary>
    public static Matrix<double> MultiHead(
        Matrix<double> X, Matrix<double> M, Matrix<double>[] W, Vector<double>[] b, int heads, int[] visible)
    {
        Matrix<double> Q = Affine(X, W[0], b[0]), K = Affine(M, W[1], b[1]), V = Affine(M, W[2], b[2]);
        int d = Q.ColumnCount / heads;
        Matrix<double>[] Z = [.. Enumerable.Range(0, heads).Select(h =>
            Forward(Head(Q, h, d), Head(K, h, d), Head(V, h, d), visible).Z)]; // (19.16)
        return Affine(Z.Aggregate((left, right) => left.Append(right)), W[3], b[3]); // (19.17)
    }

    /// <summary>φ(Q)(φ(K)ᵀV), each row divided by φ(q)·Σφ(k): linear attention of a positive φ, whose cost grows with
    /// n and not n². // φQ [n × d], φK [m × d], V [m × e]. S1-256</summary>
    public static Matrix<double> Linear(Matrix<double> φQ, Matrix<double> φK, Matrix<double> V)
    {
        Vector<double> total = φQ * φK.ColumnSums();
        return Matrix<double>.Build.DiagonalOfDiagonalVector(1 / total) * (φQ * (φK.Transpose() * V));
    }

    private static Matrix<double> Affine(Matrix<double> X, Matrix<double> W, Vector<double> b) =>
        X * W + Matrices.Ones(X.RowCount, 1) * b.ToRowMatrix();

    private static Matrix<double> Head(Matrix<double> Q, int h, int d) => Q.SubMatrix(0, Q.RowCount, h * d, d);

    private static Matrix<double> Softmax(Matrix<double> S, int[] visible) =>
        DenseMatrix.OfArray(ScalarAttention.Weights(S.ToArray(), visible));

    private static Matrix<double> RowSums(Matrix<double> X, int columns) =>
        X.RowSums().ToColumnMatrix() * Matrices.Ones(1, columns);
}
