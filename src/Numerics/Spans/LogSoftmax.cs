using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// log softmax(x)ᵢ = (xᵢ − m) − ln Σⱼ e^(xⱼ − m) with m = max x: finite where the softmax underflows to 0.
/// <para>(1) The sum is 1 + r, with r the sum of the terms below m. Where r is small, ln(1 + r) is taken from r: the
/// rounding error of u = 1 + r is divided out again, ln(1 + r) ≈ ln u · r/(u − 1).</para>
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
            T sum = Sum<V, T>(rows, x, max, out T below);
            Register128<T> log = OfSum<Register128<T>, T>(Register128<T>.All(sum), Register128<T>.All(below));
            T logarithm = *(T*)&log;
            for (int i = 0; i < rows; i++)
            {
                y[i] = x[i] - max - logarithm;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T Sum<V, T>(int rows, T* x, T max, out T below)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* sums = stackalloc T[2 * Lanes<T>.Count], belows = sums + Lanes<T>.Count;
        V m = V.All(max), nothing = V.All(T.NegativeInfinity);
        for (int i = 0; i < rows; i += V.Lanes)
        {
            int lane = Lanes<T>.Of(i);
            V value = rows - i >= V.Lanes ? V.Load(x + i) : V.LoadFirst(rows - i, x + i, nothing);
            V e = Exponential.Of<V, T>(value - m);
            V.Store(V.Load(sums + lane) + e, sums + lane);
            V.Store(V.Load(belows + lane) + V.WhereGreater(m, value, e, V.Constant(0)), belows + lane);
        }

        below = Lanes<T>.Sum(belows);
        return Lanes<T>.Sum(sums);
    }

    /// <summary>The logarithm of a sum of terms, of which those below 1 add up to r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V OfSum<V, T>(V sum, V r)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        V one = V.Constant(1), u = one + r;
        V small = V.WhereGreater(u, one, default(Log<T>).Of(u) * r / (u - one), r); // (1)
        return V.WhereGreater(V.Constant(1.5), sum, small, default(Log<T>).Of(sum));
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
