using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// xᵀy: product i is added to lane i mod 32 for double (64 for float), and the lanes are joined in a fixed order.
/// </summary>
internal static unsafe class Dot
{
    // Four cache lines of lanes: enough independent chains to hide the latency of an addition.
    private const int LaneLines = 4;

    internal static T Of<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* px = x, py = y)
        {
            return path switch
            {
                VectorPath.Avx512 => Of<Register512<T>, T>(x.Length, px, py),
                VectorPath.Avx2 => Of<Register256<T>, T>(x.Length, px, py),
                _ => Of<Register128<T>, T>(x.Length, px, py),
            };
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static T Of<V, T>(int length, T* x, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (V.Lanes == Lanes<T>.Count)
        {
            T result;
            OfEach<V, T>(length, 1, x, 0, y, &result);
            return result;
        }

        int lanes = LaneLines * Lanes<T>.Count;
        T* sums = stackalloc T[LaneLines * Lanes<T>.Count];
        for (int i = 0; i < length; i += lanes)
        {
            for (int j = 0; j < lanes; j += V.Lanes)
            {
                V.Store(
                    V.MultiplyAdd(
                        First<V, T>(length - i - j, x + i + j), First<V, T>(length - i - j, y + i + j),
                        V.Load(sums + j)),
                    sums + j);
            }
        }

        for (int j = 0; j < Lanes<T>.Count; j += V.Lanes)
        {
            V sum = V.Load(sums + j) + V.Load(sums + Lanes<T>.Count + j);
            sum = sum + V.Load(sums + 2 * Lanes<T>.Count + j) + V.Load(sums + 3 * Lanes<T>.Count + j);
            V.Store(sum, sums + j);
        }

        return Lanes<T>.Sum(sums);
    }

    // Incomplete lanes are padded with zeros, on every path.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V First<V, T>(int count, T* source)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
        => count >= V.Lanes ? V.Load(source) : V.LoadFirst(count, source, V.Constant(0));

    /// <summary>
    /// Every column of A times y, one after the other. Only where a register holds a cache line: then the lanes stay
    /// in registers.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void OfEach<V, T>(int length, int columns, T* a, nint right, T* y, T* results)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (; columns > 0; columns--, a += right, results++)
        {
            FourLines<V, T> sum = default;
            int i = 0;
            for (; i <= length - LaneLines * V.Lanes; i += LaneLines * V.Lanes)
            {
                sum = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.Load(a + i), FourLines<V, T>.Load(y + i), sum);
            }

            if (i < length)
            {
                sum = FourLines<V, T>.MultiplyAdd(
                    FourLines<V, T>.LoadFirst(length - i, a + i), FourLines<V, T>.LoadFirst(length - i, y + i), sum);
            }

            *results = FourLines<V, T>.Sum(sum);
        }
    }

    /// <summary>
    /// Four columns of A times y at once, each added up as <see cref="Of{V, T}"/> does it; y is read once. Only where
    /// a register holds a cache line.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void OfFour<V, T>(int length, T* a, nint right, T* y, T* results)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FourLines<V, T> s0 = default, s1 = default, s2 = default, s3 = default;
        T* a1 = a + right, a2 = a1 + right, a3 = a2 + right;
        int i = 0;
        for (; i <= length - LaneLines * V.Lanes; i += LaneLines * V.Lanes)
        {
            var factor = FourLines<V, T>.Load(y + i);
            s0 = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.Load(a + i), factor, s0);
            s1 = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.Load(a1 + i), factor, s1);
            s2 = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.Load(a2 + i), factor, s2);
            s3 = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.Load(a3 + i), factor, s3);
        }

        if (i < length)
        {
            var factor = FourLines<V, T>.LoadFirst(length - i, y + i);
            s0 = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.LoadFirst(length - i, a + i), factor, s0);
            s1 = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.LoadFirst(length - i, a1 + i), factor, s1);
            s2 = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.LoadFirst(length - i, a2 + i), factor, s2);
            s3 = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.LoadFirst(length - i, a3 + i), factor, s3);
        }

        results[0] = FourLines<V, T>.Sum(s0);
        results[1] = FourLines<V, T>.Sum(s1);
        results[2] = FourLines<V, T>.Sum(s2);
        results[3] = FourLines<V, T>.Sum(s3);
    }
}

public static partial class Kernels
{
    /// <summary>Σᵢ x[i]·y[i]; 0 for n = 0.</summary>
    /// <param name="x">[n]</param>
    /// <param name="y">[n]</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Dot(x, y, VectorPaths.Best);

    /// <inheritdoc cref="Dot(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y) => Dot(x, y, VectorPaths.Best);

    internal static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"y must be as long as x: expected {x.Length}, got {y.Length}.", nameof(y));
        }

        return Numerics.Dot.Of(x, y, path);
    }
}
