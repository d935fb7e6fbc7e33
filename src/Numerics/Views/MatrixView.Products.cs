using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <content>Products, on the provider in use.</content>
public readonly partial struct MatrixView
{
    /// <summary>C ← α·A·B, such as <c>Y.Product(W, X)</c> or <c>S.Product(K.T, Q, 1 / Math.Sqrt(d))</c>.</summary>
    /// <param name="a">A [M × K].</param>
    /// <param name="b">B [K × N].</param>
    /// <param name="scale">α.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or this matrix overlaps A or B.</exception>
    public void Product(in MatrixView a, in MatrixView b, double scale = 1) => Multiply(a, b, scale, 0);

    /// <summary>C ← C + α·A·B, such as <c>dW.AddProduct(dY, X.T)</c>.</summary>
    /// <inheritdoc cref="Product"/>
    public void AddProduct(in MatrixView a, in MatrixView b, double scale = 1) => Multiply(a, b, scale, 1);

    /// <summary>Blocks of equally many rows, such as the heads of Q [H·d × T].</summary>
    /// <param name="count">The number of blocks. // count × [rows/count × columns]</param>
    /// <exception cref="ArgumentException">The number of rows is not a multiple of it.</exception>
    public MatrixViews SplitRows(int count) => ((MatrixViews)this).SplitRows(count);

    /// <summary>Blocks of equally many columns, such as the samples of X [D × N·T].</summary>
    /// <param name="count">The number of blocks. // count × [rows × columns/count]</param>
    /// <exception cref="ArgumentException">The number of columns is not a multiple of it.</exception>
    public MatrixViews SplitColumns(int count) => ((MatrixViews)this).SplitColumns(count);

    private void Multiply(in MatrixView a, in MatrixView b, double scale, double beta)
    {
        if (IsTransposed)
        {
            T.Multiply(b.T, a.T, scale, beta); // Cᵀ = Bᵀ·Aᵀ
            return;
        }

        Gemm.Multiply(Shape(a, b), scale, a.Extent(), b.Extent(), beta, Extent());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal GemmShape Shape(in MatrixView a, in MatrixView b)
    {
        if (RowCount != a.RowCount || ColumnCount != b.ColumnCount || a.ColumnCount != b.RowCount)
        {
            RefuseProduct(a, b);
        }

        return new(RowCount, ColumnCount, a.ColumnCount)
        {
            TransposeA = a.IsTransposed,
            TransposeB = b.IsTransposed,
            LeadingA = a._leading,
            LeadingB = b._leading,
            LeadingC = _leading,
        };
    }

    [DoesNotReturn]
    private void RefuseProduct(in MatrixView a, in MatrixView b)
        => throw new ArgumentException($"Expected a product of the shape {this}; got {a}·{b}.");
}
