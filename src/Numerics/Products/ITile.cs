using System.Numerics;

namespace Reference.Numerics;

/// <summary>
/// The innermost step of a product: a small tile of C is kept in registers while a strip of A and a strip of B are
/// read. Every number loaded is used for a whole row or column of the tile, so arithmetic and not memory limits the
/// speed. Each element of C is one chain of fused multiply-adds over k, whatever the tile's shape: the shape changes
/// the speed, never the result.
/// </summary>
internal unsafe interface ITile
{
    /// <summary>The number of columns of C.</summary>
    static abstract int Columns { get; }

    /// <summary>C ← fma(α, A·B, β·C) for [TColumn.Rows × Columns] numbers of C; with β = 0 it is not read.</summary>
    /// <param name="k">The columns of A, and rows of B.</param>
    /// <param name="a">A; its next column begins <paramref name="aStep"/> further.</param>
    /// <param name="aStep">From one column of A to the next.</param>
    /// <param name="b">B: element (p, j) stands at p·bStep + j·bColumn.</param>
    /// <param name="bColumn">From one column of B to the next.</param>
    /// <param name="bStep">From one row of B to the next.</param>
    /// <param name="alpha">α</param>
    /// <param name="beta">β</param>
    /// <param name="c">The place in C.</param>
    /// <param name="ldc">From a column of C to the next.</param>
    static abstract void Multiply<TColumn, T>(
        int k, T* a, nint aStep, T* b, nint bColumn, nint bStep, T alpha, T beta, T* c, nint ldc)
        where TColumn : unmanaged, IColumn<TColumn, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
