using Reference.Numerics;

namespace Reference.Networks;

/// <summary>A buffer as large as the largest batch so far: batches of any size take turns in it.</summary>
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
}
