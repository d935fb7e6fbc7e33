using Reference.Numerics;

namespace Reference.Networks;

/// <summary>A buffer that grows to the largest batch so far and serves batches of any size.</summary>
public sealed class Workspace
{
    private double[] _values = [];

    /// <summary>A matrix in the buffer, which still holds the numbers of the last one. // [rows × columns]</summary>
    public MatrixView Of(int rows, int columns)
    {
        if (_values.Length < rows * columns)
        {
            _values = new double[rows * columns];
        }

        return new(_values, rows, columns);
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
