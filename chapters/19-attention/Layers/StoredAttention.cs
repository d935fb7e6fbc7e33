using System.Numerics.Tensors;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Attention;

/// <summary>
/// softmax(QKᵀ/√d)V of many blocks, the heads of each sample, with tokens as columns and all weights kept: n² numbers
/// a block. It is what <see cref="TiledAttention"/> computes, written as the formula.
/// </summary>
public sealed class StoredAttention
{
    private readonly Workspace _A = new(), _dS = new();
    private MatrixView _weights;

    /// <summary>Zᵀ = softmax(QKᵀ/√d)V in every block. // Q blocks × [d × n], K [d × m], V [e × m], Z [e × n];
    /// visible [samples · n]</summary>
    public void Forward(MatrixViews Q, MatrixViews K, MatrixViews V, int[] visible, int heads, MatrixViews Z)
    {
        (int d, int n, int m) = (Q[0].RowCount, Q[0].ColumnCount, K[0].ColumnCount);
        MatrixView A = _weights = _A.Of(m, n * Q.Count);
        A.SplitColumns(Q.Count).Product(K.T, Q, 1 / Math.Sqrt(d)); // (19.7)
        for (int i = 0; i < A.ColumnCount; i++)
        {
            A.Column(i)[visible[i / n / heads * n + i % n]..].Fill(double.NegativeInfinity); // (19.15)
        }

        Kernels.SoftmaxColumns(m, A.Span, A.Span); // (19.8)
        for (int i = 0; i < A.ColumnCount; i++)
        {
            A.Column(i)[visible[i / n / heads * n + i % n]..].Clear(); // a query without keys has no weights either
        }

        Z.Product(V, A.SplitColumns(Q.Count)); // (19.9)
    }

    /// <summary>The gradients of the last forward pass. // as Q, K, V, Z</summary>
    public void Backward(
        MatrixViews Q, MatrixViews K, MatrixViews V, MatrixViews dZ, MatrixViews dQ, MatrixViews dK, MatrixViews dV)
    {
        MatrixViews A = _weights.SplitColumns(Q.Count);
        MatrixView dA = _dS.Of(_weights.RowCount, _weights.ColumnCount), dS = dA;
        dV.Product(dZ, A.T); // (19.10)
        dA.SplitColumns(Q.Count).Product(V.T, dZ); // (19.11)
        for (int i = 0; i < dA.ColumnCount; i++)
        {
            Span<double> a = _weights.Column(i), da = dA.Column(i);
            TensorPrimitives.Subtract(da, Kernels.Dot(a, da), da);
            TensorPrimitives.Multiply(a, da, dS.Column(i)); // (19.12)
        }

        double scale = 1 / Math.Sqrt(Q[0].RowCount);
        dQ.Product(K, dS.SplitColumns(Q.Count), scale); // (19.13)
        dK.Product(Q, dS.SplitColumns(Q.Count).T, scale); // (19.14)
    }

    /// <summary>The weights of a block of the last pass, a query a column. // [m × n]</summary>
    public MatrixView Weights(int block, int blocks) => _weights.SplitColumns(blocks)[block];
}
