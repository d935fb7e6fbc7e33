namespace Reference.Numerics;

/// <summary>
/// The shapes of a product C ← α·op(A)·op(B) + β·C, where op(A) is [M × K], op(B) is [K × N] and C is [M × N]. Every
/// matrix is stored column by column; op transposes where <see cref="TransposeA"/> or <see cref="TransposeB"/> says
/// so. A leading dimension is the distance from a stored column to the next, so that a block of a larger matrix can be
/// an operand; by default the columns are contiguous.
/// </summary>
/// <param name="M">Rows of C.</param>
/// <param name="N">Columns of C.</param>
/// <param name="K">Columns of op(A) and rows of op(B).</param>
public readonly record struct GemmShape(int M, int N, int K)
{
    private readonly int _leadingA, _leadingB, _leadingC;

    /// <summary>A is stored as [K × M].</summary>
    public bool TransposeA { get; init; }

    /// <summary>B is stored as [N × K].</summary>
    public bool TransposeB { get; init; }

    /// <summary>The distance from a stored column of A to the next; at least its rows.</summary>
    public int LeadingA { get => _leadingA == 0 ? RowsA : _leadingA; init => _leadingA = value; }

    /// <summary>The distance from a stored column of B to the next; at least its rows.</summary>
    public int LeadingB { get => _leadingB == 0 ? RowsB : _leadingB; init => _leadingB = value; }

    /// <summary>The distance from a column of C to the next; at least M.</summary>
    public int LeadingC { get => _leadingC == 0 ? M : _leadingC; init => _leadingC = value; }

    internal int RowsA => TransposeA ? K : M;

    internal int RowsB => TransposeB ? N : K;

    internal int ColumnsA => TransposeA ? M : K;

    internal int ColumnsB => TransposeB ? K : N;

    /// <summary>Multiplications and additions of the product.</summary>
    public double Operations => 2.0 * M * N * K;

    /// <summary>Validates the arguments of a product.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A dimension is negative, or a leading dimension smaller than the number of rows.
    /// </exception>
    /// <exception cref="ArgumentException">A span is too short for its matrix, or C overlaps an operand.</exception>
    internal static void Check<T>(in GemmShape shape, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c)
    {
        if (shape.M < 0 || shape.N < 0 || shape.K < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(shape), $"M, N and K must not be negative; got {shape.M}, {shape.N} and {shape.K}.");
        }

        Check(a, shape.RowsA, shape.ColumnsA, shape.LeadingA, nameof(a));
        Check(b, shape.RowsB, shape.ColumnsB, shape.LeadingB, nameof(b));
        Check(c, shape.M, shape.N, shape.LeadingC, nameof(c));
        if (c.Overlaps(a) || c.Overlaps(b))
        {
            throw new ArgumentException(
                "c must lie apart from a and b: they are read while it is written.", nameof(c));
        }
    }

    /// <summary>The length from the first stored number to the last.</summary>
    internal static long Needed(int rows, int columns, int leading)
        => rows <= 0 || columns <= 0 ? 0 : (columns - 1L) * leading + rows;

    private static void Check<T>(ReadOnlySpan<T> matrix, int rows, int columns, int leading, string name)
    {
        if (leading < rows)
        {
            throw new ArgumentOutOfRangeException(
                name, $"The leading dimension of {name} must be at least its {rows} rows; got {leading}.");
        }

        long needed = Needed(rows, columns, leading);
        if (matrix.Length < needed)
        {
            throw new ArgumentException(
                $"{name} must hold {rows} × {columns} numbers with leading dimension {leading}: "
                + $"expected at least {needed}, got {matrix.Length}.",
                name);
        }
    }
}
