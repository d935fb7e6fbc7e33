namespace Reference.Numerics;

/// <summary>
/// Blocks of one matrix, all of one shape, whose products are computed together: samples, heads, or the heads of each
/// sample, <c>Q.SplitColumns(N).SplitRows(H)</c> for Q [H·d × N·T] with the T tokens of each of N samples as columns.
/// </summary>
public readonly struct MatrixViews
{
    private readonly MatrixView _first;
    private readonly int _count, _stride; // from one block to the next
    private readonly int _groups, _apart; // from one group of blocks to the next

    private MatrixViews(in MatrixView first, int count, int stride, int groups, int apart)
        => (_first, _count, _stride, _groups, _apart) = groups == 1 || apart == count * stride
            ? (first, groups * count, stride, 1, 0)
            : count == 1 ? (first, groups, apart, 1, 0) : (first, count, stride, groups, apart);

    /// <summary>The number of blocks.</summary>
    public int Count => _groups * _count;

    /// <summary>The transpose of each block.</summary>
    public MatrixViews T => new(_first.T, _count, _stride, _groups, _apart);

    /// <summary>Block i; blocks of the last split are neighbours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such block.</exception>
    public MatrixView this[int i]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)i, (uint)Count, nameof(i));
            return _first.Moved(i / _count * _apart + i % _count * _stride);
        }
    }

    /// <summary>A matrix as its only block.</summary>
    public static implicit operator MatrixViews(in MatrixView matrix) => new(matrix, 1, 0, 1, 0);

    /// <inheritdoc cref="MatrixView.SplitRows"/>
    /// <exception cref="InvalidOperationException">The blocks have been split twice already.</exception>
    public MatrixViews SplitRows(int count)
    {
        int rows = Divided(_first.RowCount, count, "rows");
        return Split(_first.Rows(0, rows), count, rows * _first.DistanceOfRows);
    }

    /// <inheritdoc cref="MatrixView.SplitColumns"/>
    /// <exception cref="InvalidOperationException">The blocks have been split twice already.</exception>
    public MatrixViews SplitColumns(int count)
    {
        int columns = Divided(_first.ColumnCount, count, "columns");
        return Split(_first.Columns(0, columns), count, columns * _first.DistanceOfColumns);
    }

    /// <summary>C ← α·A·B for each block.</summary>
    /// <param name="a">The matrices A [M × K].</param>
    /// <param name="b">The matrices B [K × N].</param>
    /// <param name="scale">α.</param>
    /// <exception cref="ArgumentException">
    /// The shapes or the numbers of blocks do not fit, or the results overlap one another or the operands.
    /// </exception>
    public void Product(in MatrixViews a, in MatrixViews b, double scale = 1) => Multiply(a, b, scale, 0);

    /// <summary>C ← C + α·A·B for each block.</summary>
    /// <inheritdoc cref="Product"/>
    public void AddProduct(in MatrixViews a, in MatrixViews b, double scale = 1) => Multiply(a, b, scale, 1);

    private void Multiply(in MatrixViews a, in MatrixViews b, double scale, double beta)
    {
        if (_first.IsTransposed)
        {
            T.Multiply(b.T, a.T, scale, beta); // Cᵀ = Bᵀ·Aᵀ
            return;
        }

        GemmShape shape = _first.Shape(a._first, b._first);
        int groups = Math.Max(_groups, Math.Max(a._groups, b._groups));
        if (a.Count != Count || b.Count != Count || !CanBe(groups) || !a.CanBe(groups) || !b.CanBe(groups))
        {
            throw new ArgumentException($"Expected operands split like the result, {this}; got {a} and {b}.");
        }

        int count = Count / groups;
        var batch = new GemmBatch(count, a._stride, b._stride, _stride);
        for (int g = 0; g < groups; g++)
        {
            Gemm.MultiplyBatch(shape, batch, scale, a.Group(g, count), b.Group(g, count), beta, Group(g, count));
        }
    }

    /// <summary>The number of blocks and their shape.</summary>
    public override string ToString() => _groups == 1 ? $"{_count} × {_first}" : $"{_groups} × {_count} × {_first}";

    // Blocks at equal distances form any number of groups.
    private bool CanBe(int groups) => _groups == groups || _groups == 1;

    // The memory from the first element of a group to its last.
    private Span<double> Group(int g, int count)
        => _first.Extent(g * (_groups == 1 ? count * _stride : _apart), (count - 1) * _stride);

    private MatrixViews Split(in MatrixView first, int count, int stride)
        => count == 1 ? this
            : _groups == 1 ? new(first, count, stride, _count, _stride)
            : stride * count == _stride ? new(first, _count * count, stride, _groups, _apart)
            : throw new InvalidOperationException($"Blocks can be split twice; got {this} to split again.");

    private int Divided(int all, int count, string what)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return all % count == 0
            ? all / count
            : throw new ArgumentException($"Expected {count} to divide the {all} {what} of {this}.", nameof(count));
    }
}
