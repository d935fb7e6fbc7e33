namespace Reference.Numerics;

/// <summary>
/// The innermost step of a product: a small piece of C, kept in registers while a strip of A and a strip of B pass by. Every number loaded
/// is used for a whole row or column of the tile, so the multiply-add units and not the memory set the pace. Each element of C is one chain of fused
/// multiply-adds over k, whatever the tile's shape: the shape changes the speed and not a bit of the result.
/// </summary>
internal unsafe interface ITile
{
    /// <summary>How many columns of C it covers.</summary>
    static abstract int Columns { get; }

    /// <summary>tile = A·B, with column after column of TColumn.Rows numbers.</summary>
    /// <param name="k">The columns of A, and rows of B.</param>
    /// <param name="a">A; its next column begins <paramref name="aStep"/> further.</param>
    /// <param name="aStep">From one column of A to the next.</param>
    /// <param name="b">B: element (p, j) stands at p·bStep + j·bColumn.</param>
    /// <param name="bColumn">From one column of B to the next.</param>
    /// <param name="bStep">From one row of B to the next.</param>
    /// <param name="tile">[TColumn.Rows × Columns], written.</param>
    static abstract void Multiply<TColumn, T>(int k, T* a, nint aStep, T* b, nint bColumn, nint bStep, T* tile)
        where TColumn : unmanaged, IColumn<TColumn, T>
        where T : unmanaged;
}
