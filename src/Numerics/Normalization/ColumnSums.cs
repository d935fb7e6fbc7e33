using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// Sums over a column, in the lanes of <see cref="Dot"/>: four registers of a cache line each, on every path. The last
/// numbers are filled up to four registers.
/// </summary>
internal static unsafe class ColumnSums<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static int Four => 4 * V.Lanes;

    // Σa and Σa·x̂, with a = γ·dy.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static (T A, T Ax̂) Products(int D, T* x, T* γ, T* dy, T μ, T s)
    {
        T* room = stackalloc T[3 * Four];
        V mean = V.All(μ), scale = V.All(s), zero = V.Constant(0);
        V a0 = zero, a1 = zero, a2 = zero, a3 = zero, b0 = zero, b1 = zero, b2 = zero, b3 = zero;
        for (; D > 0; D -= Four, x += Four, γ += Four, dy += Four)
        {
            if (D < Four)
            {
                x = Padded(D, x, room, T.Zero);
                γ = Padded(D, γ, room + Four, T.Zero);
                dy = Padded(D, dy, room + 2 * Four, T.Zero);
            }

            int j = V.Lanes, k = 2 * V.Lanes, l = 3 * V.Lanes;
            V p0 = V.Load(γ) * V.Load(dy), p1 = V.Load(γ + j) * V.Load(dy + j),
                p2 = V.Load(γ + k) * V.Load(dy + k), p3 = V.Load(γ + l) * V.Load(dy + l);
            (a0, a1, a2, a3) = (a0 + p0, a1 + p1, a2 + p2, a3 + p3);
            b0 = V.MultiplyAdd(p0, (V.Load(x) - mean) * scale, b0);
            b1 = V.MultiplyAdd(p1, (V.Load(x + j) - mean) * scale, b1);
            b2 = V.MultiplyAdd(p2, (V.Load(x + k) - mean) * scale, b2);
            b3 = V.MultiplyAdd(p3, (V.Load(x + l) - mean) * scale, b3);
        }

        return (V.Sum(a0 + a1 + a2 + a3), V.Sum(b0 + b1 + b2 + b3));
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static T Sum(int D, T* x)
    {
        T* room = stackalloc T[Four];
        V s0 = V.Constant(0), s1 = s0, s2 = s0, s3 = s0;
        for (; D > 0; D -= Four, x += Four)
        {
            x = D < Four ? Padded(D, x, room, T.Zero) : x;
            s0 = s0 + V.Load(x);
            s1 = s1 + V.Load(x + V.Lanes);
            s2 = s2 + V.Load(x + 2 * V.Lanes);
            s3 = s3 + V.Load(x + 3 * V.Lanes);
        }

        return V.Sum(s0 + s1 + s2 + s3);
    }

    // Σ(x − μ)²
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static T Squares(int D, T* x, T μ)
    {
        T* room = stackalloc T[Four];
        V mean = V.All(μ), s0 = V.Constant(0), s1 = s0, s2 = s0, s3 = s0;
        for (; D > 0; D -= Four, x += Four)
        {
            x = D < Four ? Padded(D, x, room, μ) : x;
            s0 = Square(V.Load(x) - mean, s0);
            s1 = Square(V.Load(x + V.Lanes) - mean, s1);
            s2 = Square(V.Load(x + 2 * V.Lanes) - mean, s2);
            s3 = Square(V.Load(x + 3 * V.Lanes) - mean, s3);
        }

        return V.Sum(s0 + s1 + s2 + s3);
    }

    // The last numbers of a column, filled up to four registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T* Padded(int count, T* source, T* room, T rest)
    {
        new Span<T>(source, count).CopyTo(new Span<T>(room, Four));
        new Span<T>(room + count, Four - count).Fill(rest);
        return room;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Square(V difference, V sum) => V.MultiplyAdd(difference, difference, sum);
}
