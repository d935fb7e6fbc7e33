namespace Reference.Numerics.Tests;

/// <summary>A view somewhere in a larger array: gaps between columns, steps, and in half of the draws a transpose.</summary>
internal sealed class RandomView
{
    private readonly double[] _values;
    private readonly int[,] _places;

    internal RandomView(RandomStream random, int rows, int columns, bool? transposed = null)
    {
        bool transpose = transposed ?? random.Bernoulli(0.5);
        (int down, int right) = transpose ? (columns, rows) : (rows, columns);
        int above = random.Below(3), left = random.Below(3), step = 1 + random.Below(3);
        int allRows = above + down + random.Below(3), allColumns = left + right * step + random.Below(2);
        _values = random.Normals(allRows * allColumns);
        var all = new MatrixView(_values, allRows, allColumns);
        MatrixView block = random.Bernoulli(0.5)
            ? all.Rows(above, down).Columns(left, right, step)
            : all.Columns(left, right, step).Rows(above, down);
        View = transpose ? block.T : block;
        _places = new int[rows, columns];
        Each((i, j) => _places[i, j] = above + (transpose ? j : i) + (left + (transpose ? i : j) * step) * allRows);
    }

    internal MatrixView View { get; }

    /// <summary>The numbers of the view, read without it. // [rows × columns]</summary>
    internal double[,] Copy()
    {
        var copy = new double[View.RowCount, View.ColumnCount];
        Each((i, j) => copy[i, j] = _values[_places[i, j]]);
        return copy;
    }

    /// <summary>What lies around the view.</summary>
    internal double[] Around()
    {
        double[] rest = [.. _values];
        Each((i, j) => rest[_places[i, j]] = 0);
        return rest;
    }

    private void Each(Action<int, int> action)
    {
        for (int i = 0; i < View.RowCount; i++)
        {
            for (int j = 0; j < View.ColumnCount; j++)
            {
                action(i, j);
            }
        }
    }
}
