using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// The softmax, or its logarithm, along the rows of a matrix that is stored by columns, as in attention: as many rows
/// at a time as a register has lanes, so that all operations use whole registers. Each row is summed from left to
/// right.
/// </summary>
internal static unsafe class SoftmaxRows
{
    internal static void Run<V, T>(int rows, int columns, T* x, T* y, bool logarithm)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows; i += V.Lanes)
        {
            Band<V, T>(Math.Min(V.Lanes, rows - i), rows, columns, x + i, y + i, logarithm);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Band<V, T>(int count, int rows, int columns, T* x, T* y, bool logarithm)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V max = V.All(T.NegativeInfinity), zero = V.Constant(0), sum = zero, below = zero;
        for (int j = 0; j < columns; j++)
        {
            V value = Load<V, T>(count, x + (nint)j * rows);
            max = V.WhereGreater(value, max, value, max);
        }

        for (int j = 0; j < columns; j++)
        {
            V value = Load<V, T>(count, x + (nint)j * rows), e = Exponential.Of<V, T>(value - max);
            sum += e;
            if (logarithm)
            {
                below += V.WhereGreater(max, value, e, zero);
            }
            else
            {
                Store(count, e, y + (nint)j * rows);
            }
        }

        V last = logarithm ? LogSoftmax.OfSum<V, T>(sum, below) : V.Constant(1) / sum;
        for (int j = 0; j < columns; j++)
        {
            T* place = y + (nint)j * rows;
            Store(
                count,
                logarithm ? Load<V, T>(count, x + (nint)j * rows) - max - last : Load<V, T>(count, place) * last,
                place);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Load<V, T>(int count, T* source)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
        => count == V.Lanes ? V.Load(source) : V.LoadFirst(count, source, V.Constant(0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<V, T>(int count, V vector, T* target)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        if (count == V.Lanes)
        {
            V.Store(vector, target);
        }
        else
        {
            V.StoreFirst(count, vector, target);
        }
    }
}

public static partial class Kernels
{
    /// <summary>
    /// The softmax of every row; special values as in <see cref="Softmax(ReadOnlySpan{double}, Span{double})"/>.
    /// </summary>
    /// <param name="rows">R, the length of a column.</param>
    /// <param name="x">[R × C], column by column.</param>
    /// <param name="y">[R × C], may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, or spans overlap without being identical.
    /// </exception>
    public static void SoftmaxRows(int rows, ReadOnlySpan<double> x, Span<double> y)
        => SoftmaxRows(rows, x, y, VectorPaths.Best);

    /// <inheritdoc cref="SoftmaxRows(int, ReadOnlySpan{double}, Span{double})"/>
    public static void SoftmaxRows(int rows, ReadOnlySpan<float> x, Span<float> y)
        => SoftmaxRows(rows, x, y, VectorPaths.Best);

    internal static void SoftmaxRows<T>(int rows, ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Rows(rows, x, y, logarithm: false, path);

    /// <summary>The logarithm of the softmax of every row.</summary>
    /// <param name="rows">R, the length of a column.</param>
    /// <param name="x">[R × C], column by column.</param>
    /// <param name="y">[R × C], may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, or spans overlap without being identical.
    /// </exception>
    public static void LogSoftmaxRows(int rows, ReadOnlySpan<double> x, Span<double> y)
        => LogSoftmaxRows(rows, x, y, VectorPaths.Best);

    /// <inheritdoc cref="LogSoftmaxRows(int, ReadOnlySpan{double}, Span{double})"/>
    public static void LogSoftmaxRows(int rows, ReadOnlySpan<float> x, Span<float> y)
        => LogSoftmaxRows(rows, x, y, VectorPaths.Best);

    internal static void LogSoftmaxRows<T>(int rows, ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Rows(rows, x, y, logarithm: true, path);

    private static unsafe void Rows<T>(int rows, ReadOnlySpan<T> x, Span<T> y, bool logarithm, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Columns(x, rows);
        Lengths.Equal(x, y);
        fixed (T* source = x, target = y)
        {
            switch (path)
            {
                case VectorPath.Avx512: Numerics.SoftmaxRows.Run<Register512<T>, T>(
                    rows, x.Length / rows, source, target, logarithm); break;
                case VectorPath.Avx2: Numerics.SoftmaxRows.Run<Register256<T>, T>(
                    rows, x.Length / rows, source, target, logarithm); break;
                default: Numerics.SoftmaxRows.Run<Register128<T>, T>(
                    rows, x.Length / rows, source, target, logarithm); break;
            }
        }
    }
}
