using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// log softmax(x)ᵢ = (xᵢ − m) − ln Σⱼ e^(xⱼ − m) with m = max x: finite where the softmax underflows to 0.
/// </summary>
internal static unsafe class LogSoftmax
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Columns<V, T>(int rows, int columns, T* x, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int j = 0; j < columns; j++, x += rows, y += rows)
        {
            T max = Softmax.Maximum<V, T>(rows, x);
            Register128<T> log = default(Log<T>).Of(Register128<T>.All(Sum<V, T>(rows, x, max)));
            T logarithm = *(T*)&log;
            for (int i = 0; i < rows; i++)
            {
                y[i] = x[i] - max - logarithm;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T Sum<V, T>(int rows, T* x, T max)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* sums = stackalloc T[Lanes<T>.Count];
        V m = V.All(max), nothing = V.All(T.NegativeInfinity);
        for (int i = 0; i < rows; i += V.Lanes)
        {
            T* sum = sums + Lanes<T>.Of(i);
            V value = rows - i >= V.Lanes ? V.Load(x + i) : V.LoadFirst(rows - i, x + i, nothing);
            V.Store(V.Load(sum) + Exponential.Of<V, T>(value - m), sum);
        }

        return Lanes<T>.Sum(sums);
    }
}

public static partial class Kernels
{
    /// <summary>
    /// The logarithm of the softmax of every column. −∞ gives −∞; NaN or +∞ anywhere in a column makes all of it NaN.
    /// </summary>
    /// <param name="rows">D, the length of a column.</param>
    /// <param name="x">[D × N]</param>
    /// <param name="y">[D × N], may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, or spans overlap without being identical.
    /// </exception>
    public static void LogSoftmaxColumns(int rows, ReadOnlySpan<double> x, Span<double> y)
        => LogSoftmaxColumns(rows, x, y, VectorPaths.Best);

    /// <inheritdoc cref="LogSoftmaxColumns(int, ReadOnlySpan{double}, Span{double})"/>
    public static void LogSoftmaxColumns(int rows, ReadOnlySpan<float> x, Span<float> y)
        => LogSoftmaxColumns(rows, x, y, VectorPaths.Best);

    internal static void LogSoftmaxColumns<T>(int rows, ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Columns(x, rows);
        Lengths.Equal(x, y);
        unsafe
        {
            fixed (T* source = x, target = y)
            {
                switch (path)
                {
                    case VectorPath.Avx512: LogSoftmax.Columns<Register512<T>, T>(
                        rows, x.Length / rows, source, target); break;
                    case VectorPath.Avx2: LogSoftmax.Columns<Register256<T>, T>(
                        rows, x.Length / rows, source, target); break;
                    default: LogSoftmax.Columns<Register128<T>, T>(rows, x.Length / rows, source, target); break;
                }
            }
        }
    }
}
