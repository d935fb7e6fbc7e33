using Reference.Numerics;

namespace Reference.Networks;

/// <summary>A buffer that grows to the largest batch so far and serves batches of any size. Its matrices begin at a
/// cache line.</summary>
public sealed class Workspace
{
    private MatrixView _room; // [1 × largest]

    /// <summary>A matrix in the buffer, which still holds the numbers of the last one. // [rows × columns]</summary>
    public MatrixView Of(int rows, int columns)
    {
        if (_room.ColumnCount < rows * columns)
        {
            _room = MatrixView.Aligned(1, rows * columns);
        }

        return _room.Columns(0, rows * columns).Reshape(rows, columns);
    }

    /// <summary>The matrix itself, or a copy in the buffer where its elements do not follow one another.</summary>
    public MatrixView Contiguous(MatrixView X)
    {
        if (X.IsContiguous)
        {
            return X;
        }

        MatrixView copy = Of(X.RowCount, X.ColumnCount);
        copy.CopyFrom(X);
        return copy;
    }
}
