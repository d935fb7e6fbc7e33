using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>xᵀy: product i is added to lane i mod 32 for double (64 for float), and the lanes are joined in a fixed order.</summary>
internal static unsafe class Dot
{
    // Four cache lines of lanes: as many chains as hide the latency of an addition.
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static T Of<V, T>(int length, T* x, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int lanes = LaneLines * Lanes<T>.Count;
        T* sums = stackalloc T[LaneLines * Lanes<T>.Count];
        int i = 0;
        if (V.Lanes == Lanes<T>.Count)
        {
            // The same lanes in four registers.
            V s0 = V.Constant(0), s1 = s0, s2 = s0, s3 = s0;
            for (; i <= length - lanes; i += lanes)
            {
                s0 = V.MultiplyAdd(V.Load(x + i), V.Load(y + i), s0);
                s1 = V.MultiplyAdd(V.Load(x + i + V.Lanes), V.Load(y + i + V.Lanes), s1);
                s2 = V.MultiplyAdd(V.Load(x + i + 2 * V.Lanes), V.Load(y + i + 2 * V.Lanes), s2);
                s3 = V.MultiplyAdd(V.Load(x + i + 3 * V.Lanes), V.Load(y + i + 3 * V.Lanes), s3);
            }

            V.Store(s0, sums);
            V.Store(s1, sums + V.Lanes);
            V.Store(s2, sums + 2 * V.Lanes);
            V.Store(s3, sums + 3 * V.Lanes);
        }

        for (; i <= length - lanes; i += lanes)
        {
            for (int j = 0; j < lanes; j += V.Lanes)
            {
                V.Store(V.MultiplyAdd(V.Load(x + i + j), V.Load(y + i + j), V.Load(sums + j)), sums + j);
            }
        }

        for (int j = 0; i < length; i++, j++)
        {
            sums[j] = T.FusedMultiplyAdd(x[i], y[i], sums[j]);
        }

        for (int j = 0; j < Lanes<T>.Count; j += V.Lanes)
        {
            V sum = V.Load(sums + j) + V.Load(sums + Lanes<T>.Count + j);
            sum = sum + V.Load(sums + 2 * Lanes<T>.Count + j) + V.Load(sums + 3 * Lanes<T>.Count + j);
            V.Store(sum, sums + j);
        }

        return Lanes<T>.Sum(sums);
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
