using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Reference.Numerics;

/// <summary>
/// A matrix, or a block of one, in an array that stores it column by column. Blocks, transposes and reshaped matrices
/// share the array: nothing is copied, and a change of one is seen in all. An attention head is
/// <c>Q.Rows(h * d, d)</c>, a gate of an LSTM <c>Z.Rows(g * H, H)</c>, and time step t of N sequences in
/// X [D × N·T], one after another, <c>X.Columns(t, N, T)</c>.
/// </summary>
public readonly partial struct MatrixView
{
    private readonly double[]? _values;
    private readonly int _offset, _leading; // from a stored column to the next

    /// <summary>A matrix in an array.</summary>
    /// <param name="values">The elements, column by column; more may follow. // [rows·columns]</param>
    /// <param name="rows">At least 0.</param>
    /// <param name="columns">At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative size.</exception>
    /// <exception cref="ArgumentException">The array is too short.</exception>
    public MatrixView(double[] values, int rows, int columns)
        : this(values, 0, rows, columns, rows, false)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (values.Length < (long)rows * columns)
        {
            throw new ArgumentException(
                $"Expected at least {(long)rows * columns} values for {this}; got {values.Length}.", nameof(values));
        }
    }

    /// <summary>A new matrix of zeros.</summary>
    /// <inheritdoc cref="MatrixView(double[], int, int)" path="/param|/exception[1]"/>
    public MatrixView(int rows, int columns)
        : this(new double[checked(rows * columns)], rows, columns)
    {
    }

    /// <summary>
    /// A new matrix of zeros that begins at a cache line, as registers do: an array begins in the middle of one, and
    /// every second register would touch two. The memory stays in its place.
    /// </summary>
    /// <inheritdoc cref="MatrixView(double[], int, int)" path="/param|/exception[1]"/>
    public static MatrixView Aligned(int rows, int columns) => Aligned(rows, columns, 0);

    /// <summary>A new column of zeros as long as another and as far from a cache line: so a pass over both steps over
    /// whole lines of either.</summary>
    public static unsafe MatrixView Beside(ReadOnlySpan<double> other)
    {
        fixed (double* first = other)
        {
            return Aligned(other.Length, 1, (int)((nint)first / sizeof(double)));
        }
    }

    private static MatrixView Aligned(int rows, int columns, int behind)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        const int line = 64 / sizeof(double);
        double[] values = GC.AllocateArray<double>(checked(rows * columns + line - 1), pinned: true);
        nint place = Marshal.UnsafeAddrOfPinnedArrayElement(values, 0) / sizeof(double);
        return new(values, (int)((behind - place) & (line - 1)), rows, columns, rows, false);
    }

    private MatrixView(double[]? values, int offset, int rows, int columns, int leading, bool transposed)
        => (_values, _offset, RowCount, ColumnCount, _leading, IsTransposed)
            = (values, offset, rows, columns, leading, transposed);

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Whether its elements follow one another, column by column: no block, no transpose.</summary>
    public bool IsContiguous => !IsTransposed && IsWhole;

    /// <summary>The transpose. // [columns × rows]</summary>
    public MatrixView T => new(_values, _offset, ColumnCount, RowCount, _leading, !IsTransposed);

    /// <summary>The elements, column by column.</summary>
    /// <exception cref="InvalidOperationException">The view is not contiguous, or a transpose.</exception>
    public Span<double> Span => IsContiguous
        ? _values.AsSpan(_offset, RowCount * ColumnCount)
        : throw new InvalidOperationException($"The view {this} is not contiguous: {Layout}.");

    /// <summary>Element (i, j).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ref double this[int i, int j]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)RowCount, nameof(i));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)j, (uint)ColumnCount, nameof(j));
            return ref _values![_offset + i * DistanceOfRows + j * DistanceOfColumns];
        }
    }

    internal bool IsTransposed { get; }

    internal int DistanceOfRows => IsTransposed ? _leading : 1;

    internal int DistanceOfColumns => IsTransposed ? 1 : _leading;

    // Without a gap between stored columns.
    private bool IsWhole => _leading == StoredRows || StoredColumns <= 1 || StoredRows == 0;

    private string Layout => IsTransposed ? "it is a transpose" : $"its columns are {_leading} elements apart";

    private int StoredRows => IsTransposed ? ColumnCount : RowCount;

    private int StoredColumns => IsTransposed ? RowCount : ColumnCount;

    /// <summary>A MathNet matrix as a view of its values.</summary>
    public static implicit operator MatrixView(DenseMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new(matrix.Values, matrix.RowCount, matrix.ColumnCount);
    }

    /// <summary>Some rows, one after another. // [count × columns]</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not all in the matrix.</exception>
    public MatrixView Rows(int first, int count) => IsTransposed
        ? T.Columns(first, count).T
        : new(_values, First(first, count, 1, RowCount, "rows"), count, ColumnCount, _leading, false);

    /// <summary>Some columns, every <paramref name="step"/>-th. // [rows × count]</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not all in the matrix.</exception>
    /// <exception cref="InvalidOperationException">A step above 1 in a transpose.</exception>
    public MatrixView Columns(int first, int count, int step = 1)
    {
        if (IsTransposed)
        {
            return step == 1
                ? T.Rows(first, count).T
                : throw new InvalidOperationException($"Expected step 1 in the transpose {this}; got {step}.");
        }

        int offset = First(first, count, step, ColumnCount, "columns");
        return new(_values, offset, RowCount, count, count > 1 ? _leading * step : _leading, false);
    }

    /// <summary>The same elements, column by column, in another shape. // [rows × columns]</summary>
    /// <exception cref="ArgumentException">Another number of elements; the message names both shapes.</exception>
    /// <exception cref="InvalidOperationException">The view is not contiguous, or a transpose.</exception>
    public MatrixView Reshape(int rows, int columns)
    {
        var reshaped = new MatrixView(_values, _offset, rows, columns, rows, false);
        return rows < 0 || columns < 0 || (long)rows * columns != (long)RowCount * ColumnCount
            ? throw new ArgumentException($"Expected a shape with as many elements as {this}; got {reshaped}.")
            : IsContiguous ? reshaped
            : throw new InvalidOperationException($"{this} cannot be reshaped to {reshaped}: {Layout}.");
    }

    /// <summary>Column j. // [rows]</summary>
    /// <inheritdoc cref="Span" path="/exception"/>
    public Span<double> Column(int j) => Columns(j, 1).Span;

    /// <summary>A copy. // [rows × columns]</summary>
    public DenseMatrix ToMatrix()
    {
        var copy = new DenseMatrix(RowCount, ColumnCount);
        ((MatrixView)copy).CopyFrom(this);
        return copy;
    }

    /// <summary>The shape.</summary>
    public override string ToString() => $"[{RowCount} × {ColumnCount}]";

    /// <summary>The matrix of this shape that begins <paramref name="by"/> elements later.</summary>
    internal MatrixView Moved(int by) => new(_values, _offset + by, RowCount, ColumnCount, _leading, IsTransposed);

    /// <summary>The memory from the first element to the last, other blocks in between included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<double> Extent(int moved = 0, int more = 0)
    {
        int columns = StoredColumns, rows = StoredRows;
        int length = rows == 0 || columns == 0 ? 0 : more + (columns - 1) * _leading + rows;
        return _values.AsSpan(_offset + moved, length);
    }

    // Where the block begins in the array.
    private int First(int first, int count, int step, int all, string name)
    {
        if (first < 0 || count < 0 || step < 1 || (count > 0 ? first + (count - 1L) * step >= all : first > all))
        {
            throw new ArgumentOutOfRangeException(
                name, $"Expected {name} of {this}; got first {first}, count {count}, step {step}.");
        }

        bool empty = count == 0 || RowCount == 0 || ColumnCount == 0; // or it might begin behind the end
        return _offset + (empty ? 0 : name == "rows" ? first : first * _leading);
    }
}
