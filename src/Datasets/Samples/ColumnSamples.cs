using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Samples that are in memory as doubles, one column each.</summary>
public sealed class ColumnSamples : ISamples
{
    private readonly double[] _values;

    /// <summary>A copy of the columns of a table.</summary>
    /// <param name="x">The samples, one per column. // [D × N]</param>
    /// <exception cref="ArgumentException">The table is empty or holds a number that is not finite.</exception>
    public ColumnSamples(double[,] x)
        : this(Matrix<double>.Build.DenseOfArray(Checked(x)))
    {
    }

    /// <summary>A copy of the columns of a matrix.</summary>
    /// <param name="x">The samples, one per column. // [D × N]</param>
    /// <exception cref="ArgumentException">The matrix holds a number that is not finite.</exception>
    public ColumnSamples(Matrix<double> x)
    {
        ArgumentNullException.ThrowIfNull(x);
        (Features, Count, _values) = (x.RowCount, x.ColumnCount, x.ToColumnMajorArray());
        Require.Finite(_values, nameof(x));
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public int Features { get; }

    /// <inheritdoc/>
    public void CopyTo(int index, Span<double> column)
    {
        Sample.Within(index, Count);
        Sample.Fits(column, Features);
        _values.AsSpan(index * Features, Features).CopyTo(column);
    }

    private static double[,] Checked(double[,] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        Require.NotEmpty(x.Length, nameof(x));
        return x;
    }
}
