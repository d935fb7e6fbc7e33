using System.Numerics.Tensors;

namespace Reference.Numerics;

/// <content>Operations on each element by itself, and with a column.</content>
public readonly partial struct MatrixView
{
    /// <summary>Sets every element.</summary>
    public void Fill(double value)
    {
        for (int j = 0; j < Runs(IsWhole); j++)
        {
            Run(j, IsWhole).Fill(value);
        }
    }

    /// <summary>Y ← X; one of the two may be a transpose.</summary>
    /// <exception cref="ArgumentException">Another shape, or the two overlap.</exception>
    public void CopyFrom(in MatrixView x)
    {
        if (x.IsTransposed == IsTransposed)
        {
            Map(static (x, y) => x.CopyTo(y), x);
            return;
        }

        SameShape(x, nameof(x));
        if (IsTransposed)
        {
            T.CopyFrom(x.T);
        }
        else
        {
            Transposed(x);
        }
    }

    // Y ← X, a transpose, whole registers at a time.
    private unsafe void Transposed(in MatrixView x)
    {
        fixed (double* source = x.Extent(), target = Extent())
        {
            Panels.CopyColumns<double>(
                new(source, x.DistanceOfRows, x.DistanceOfColumns), RowCount, ColumnCount, target, _leading);
        }
    }

    /// <summary>Y ← f(X) for a function of one number, <c>H.Map(Kernels.Tanh, Z)</c>.</summary>
    /// <param name="f">
    /// An elementwise kernel, called with all numbers where they are contiguous and with each column otherwise.
    /// </param>
    /// <param name="x">X, which may be Y itself.</param>
    /// <exception cref="ArgumentException">Another shape, one a transpose and one not, or an overlap.</exception>
    public void Map(Action<ReadOnlySpan<double>, Span<double>> f, in MatrixView x)
    {
        Fits(x, nameof(x));
        bool whole = IsWhole && x.IsWhole;
        for (int j = 0; j < Runs(whole); j++)
        {
            f(x.Run(j, whole), Run(j, whole));
        }
    }

    /// <summary>Z ← f(X, Y) for a function of two numbers, <c>dZ.Map(Kernels.TanhGradient, H, dH)</c>.</summary>
    /// <param name="f">
    /// An elementwise kernel, called with all numbers where they are contiguous and with each column otherwise.
    /// </param>
    /// <param name="x">X, which may be Z itself.</param>
    /// <param name="y">Y, which may be Z itself.</param>
    /// <exception cref="ArgumentException">Another shape, a transpose beside others, or an overlap with Z.</exception>
    public void Map(
        Action<ReadOnlySpan<double>, ReadOnlySpan<double>, Span<double>> f, in MatrixView x, in MatrixView y)
    {
        Fits(x, nameof(x));
        Fits(y, nameof(y));
        bool whole = IsWhole && x.IsWhole && y.IsWhole;
        for (int j = 0; j < Runs(whole); j++)
        {
            f(x.Run(j, whole), y.Run(j, whole), Run(j, whole));
        }
    }

    /// <summary>Y ← Y + X, such as a residual connection, or the gradient of a second use.</summary>
    /// <exception cref="ArgumentException">Another shape, one a transpose and one not, or an overlap.</exception>
    public void Add(in MatrixView x) => Map(TensorPrimitives.Add, x, this);

    /// <summary>Z ← X ⊙ Y, the product element by element.</summary>
    /// <param name="x">X, which may be Z itself.</param>
    /// <param name="y">Y, which may be Z itself.</param>
    /// <exception cref="ArgumentException">Another shape, a transpose beside others, or an overlap with Z.</exception>
    public void PointwiseProduct(in MatrixView x, in MatrixView y) => Map(TensorPrimitives.Multiply, x, y);

    /// <summary>Z ← Z + X ⊙ Y, rounded once.</summary>
    /// <inheritdoc cref="PointwiseProduct"/>
    public void AddPointwiseProduct(in MatrixView x, in MatrixView y)
        => Map(static (x, y, z) => TensorPrimitives.FusedMultiplyAdd(x, y, z, z), x, y);

    /// <summary>Y ← Y + b·1ᵀ: adds a bias to every column.</summary>
    /// <param name="b">[rows × 1]</param>
    /// <exception cref="ArgumentException">Not one column of as many rows, or an overlap.</exception>
    public void AddColumn(in MatrixView b)
    {
        b.ColumnBeside(this, nameof(b));
        for (int j = 0; j < Runs(IsWhole); j++)
        {
            Kernels.AddColumn(b.Span, Run(j, IsWhole));
        }
    }

    /// <summary>b ← b + Y·1: adds every column of Y to this one, the gradient of a bias.</summary>
    /// <param name="y">[rows × N]</param>
    /// <exception cref="ArgumentException">This is not one column of as many rows, or an overlap.</exception>
    public void AddSumOfColumns(in MatrixView y)
    {
        ColumnBeside(y, nameof(y));
        for (int j = 0; j < y.Runs(y.IsWhole); j++)
        {
            Kernels.SumColumns(y.Run(j, y.IsWhole), Span);
        }
    }

    private int Runs(bool whole) => whole ? 1 : StoredColumns;

    // All numbers, or a stored column.
    private Span<double> Run(int j, bool whole)
        => _values.AsSpan(_offset + j * _leading, whole ? RowCount * ColumnCount : StoredRows);

    private void Fits(in MatrixView x, string name)
    {
        SameShape(x, name);
        if (x.IsTransposed != IsTransposed)
        {
            throw new ArgumentException($"{name} is a transpose, or only the result is: copy it first.", name);
        }
    }

    private void SameShape(in MatrixView x, string name)
    {
        if (x.RowCount != RowCount || x.ColumnCount != ColumnCount)
        {
            throw new ArgumentException($"Expected {name} to have the shape {this} of the result; got {x}.", name);
        }

        if (Overlaps(x))
        {
            throw new ArgumentException($"{name} must be the result itself or lie apart from it.", name);
        }
    }

    private void ColumnBeside(in MatrixView y, string name)
    {
        if (RowCount != y.RowCount || ColumnCount != 1 || y.IsTransposed)
        {
            throw new ArgumentException($"Expected a column and a matrix of as many rows; got {this} and {y}.", name);
        }

        if (Extent().Overlaps(y.Extent()))
        {
            throw new ArgumentException("The column and the matrix must lie apart.", name);
        }
    }

    // Blocks of rows of one matrix are interleaved in memory and yet share no element.
    private bool Overlaps(in MatrixView x)
    {
        if (_values != x._values || !Extent().Overlaps(x.Extent())
            || (_offset == x._offset && _leading == x._leading && IsTransposed == x.IsTransposed))
        {
            return false;
        }

        int down = _leading == x._leading ? ((x._offset - _offset) % _leading + _leading) % _leading : 0;
        return down < StoredRows || down + x.StoredRows > _leading;
    }
}
