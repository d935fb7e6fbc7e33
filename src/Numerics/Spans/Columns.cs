namespace Reference.Numerics;

public static partial class Kernels
{
    /// <summary>Adds one column to every column of a matrix: the bias of a layer, Y ← Y + b·1ᵀ.</summary>
    /// <param name="b">[D]</param>
    /// <param name="y">[D × N], changed in place.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the spans overlap.</exception>
    public static void AddColumn(ReadOnlySpan<double> b, Span<double> y) => AddColumn(b, y, VectorPaths.Best);

    /// <inheritdoc cref="AddColumn(ReadOnlySpan{double}, Span{double})"/>
    public static void AddColumn(ReadOnlySpan<float> b, Span<float> y) => AddColumn(b, y, VectorPaths.Best);

    internal static void AddColumn<T>(ReadOnlySpan<T> b, Span<T> y, VectorPath path)
        where T : unmanaged
    {
        Lengths.ColumnBeside(b, y);
        for (int i = 0; i < y.Length; i += b.Length)
        {
            Span<T> column = y.Slice(i, b.Length);
            Map2.Apply(default(Add<T>), column, b, column, path);
        }
    }

    /// <summary>
    /// Adds every column of a matrix to one: the gradient of a bias, db ← db + Y·1, in the order of the columns.
    /// </summary>
    /// <param name="y">[D × N]</param>
    /// <param name="db">[D], added to.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the spans overlap.</exception>
    public static void SumColumns(ReadOnlySpan<double> y, Span<double> db) => SumColumns(y, db, VectorPaths.Best);

    /// <inheritdoc cref="SumColumns(ReadOnlySpan{double}, Span{double})"/>
    public static void SumColumns(ReadOnlySpan<float> y, Span<float> db) => SumColumns(y, db, VectorPaths.Best);

    internal static void SumColumns<T>(ReadOnlySpan<T> y, Span<T> db, VectorPath path)
        where T : unmanaged
    {
        Lengths.ColumnBeside(db, y);
        if (db.Length <= ColumnSums.MostRows)
        {
            ColumnSums.Add(y, db, path);
            return;
        }

        for (int i = 0; i < y.Length; i += db.Length)
        {
            Map2.Apply(default(Add<T>), db, y.Slice(i, db.Length), db, path);
        }
    }

    /// <summary>y ← α·x + β·y; β·y is rounded first, then the sum.</summary>
    /// <param name="alpha">α</param>
    /// <param name="x">[n]</param>
    /// <param name="beta">β</param>
    /// <param name="y">[n], changed in place.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, or spans overlap without being identical.
    /// </exception>
    public static void Axpby(double alpha, ReadOnlySpan<double> x, double beta, Span<double> y)
        => Axpby(alpha, x, beta, y, VectorPaths.Best);

    /// <inheritdoc cref="Axpby(double, ReadOnlySpan{double}, double, Span{double})"/>
    public static void Axpby(float alpha, ReadOnlySpan<float> x, float beta, Span<float> y)
        => Axpby(alpha, x, beta, y, VectorPaths.Best);

    internal static void Axpby<T>(T alpha, ReadOnlySpan<T> x, T beta, Span<T> y, VectorPath path)
        where T : unmanaged
        => Map2.Apply(new LinearCombination<T>(alpha, beta), x, y, y, path);
}
