using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// Layer normalization of a column x of D numbers, read from memory once and then from the first cache:
/// <para>(1) μ = Σx / D</para>
/// <para>(2) s = 1/√(Σ(x − μ)² / D + ε)</para>
/// <para>(3) x̂ = (x − μ)·s, y = γ·x̂ + β</para>
/// and its gradient, with a = γ·dy:
/// <para>(4) dγ += dy·x̂, dβ += dy</para>
/// <para>(5) dx = (a − Σa·x̂ / D · x̂ − Σa / D)·s</para>
/// x̂ is not kept: (5) computes it again from x, with the same bits.
/// </summary>
internal static unsafe class LayerNorm<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Forward(int D, int N, T* x, T* γ, T* β, T ε, T* y, T* μ, T* s)
    {
        T d = T.CreateChecked(D);
        int step;
        for (; N > 0; N -= step, x += step * (nint)D, y += step * (nint)D, μ += step, s += step)
        {
            step = Math.Min(4, N);
            for (int n = 0; n < step; n++)
            {
                μ[n] = ColumnSums<V, T>.Sum(D, x + n * (nint)D) / d; // (1)
                s[n] = T.One / T.Sqrt(ColumnSums<V, T>.Squares(D, x + n * (nint)D, μ[n]) / d + ε); // (2)
            }

            int done = step == 4 ? Four(D, x, γ, β, y, μ, s) : 0;
            for (int n = 0; n < step && done < D; n++)
            {
                One(D, done, x + n * (nint)D, γ, β, y + n * (nint)D, μ[n], s[n]);
            }
        }
    }

    // (3) of four columns, so that γ and β are read once for all; returns the rows done, whole registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Four(int D, T* x, T* γ, T* β, T* y, T* μ, T* s)
    {
        T* x1 = x + D, x2 = x1 + D, x3 = x2 + D, y1 = y + D, y2 = y1 + D, y3 = y2 + D;
        V μ0 = V.All(μ[0]), μ1 = V.All(μ[1]), μ2 = V.All(μ[2]), μ3 = V.All(μ[3]);
        V s0 = V.All(s[0]), s1 = V.All(s[1]), s2 = V.All(s[2]), s3 = V.All(s[3]);
        int i = 0;
        for (; i <= D - V.Lanes; i += V.Lanes)
        {
            V gain = V.Load(γ + i), shift = V.Load(β + i);
            V.Store(V.MultiplyAdd((V.Load(x + i) - μ0) * s0, gain, shift), y + i);
            V.Store(V.MultiplyAdd((V.Load(x1 + i) - μ1) * s1, gain, shift), y1 + i);
            V.Store(V.MultiplyAdd((V.Load(x2 + i) - μ2) * s2, gain, shift), y2 + i);
            V.Store(V.MultiplyAdd((V.Load(x3 + i) - μ3) * s3, gain, shift), y3 + i);
        }

        return i;
    }

    // The rows of one column from a given one on.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void One(int D, int i, T* x, T* γ, T* β, T* y, T μ, T s)
    {
        V mean = V.All(μ), scale = V.All(s);
        for (; i <= D - V.Lanes; i += V.Lanes)
        {
            Normalize(default(AllRows<V, T>), mean, scale, x + i, γ + i, β + i, y + i);
        }

        if (i < D)
        {
            Normalize(new LastRows<V, T>(D - i), mean, scale, x + i, γ + i, β + i, y + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Normalize<TRows>(TRows rows, V mean, V scale, T* x, T* γ, T* β, T* y)
        where TRows : struct, IRows<V, T>
    {
        V x̂ = (rows.Load(x) - mean) * scale; // (3)
        rows.Store(V.MultiplyAdd(x̂, rows.Load(γ), rows.Load(β)), y); // (3)
    }

    /// <summary>dx, and dγ and dβ where they are not null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Backward(int D, int N, T* x, T* γ, T* μ, T* s, T* dy, T* dγ, T* dβ, T* dx)
    {
        T d = T.CreateChecked(D);
        T* level = stackalloc T[4], slope = stackalloc T[4];
        int step;
        for (; N > 0; N -= step, x += step * (nint)D, dy += step * (nint)D, dx += step * (nint)D, μ += step, s += step)
        {
            step = Math.Min(4, N);
            for (int n = 0; n < step; n++)
            {
                (T a, T ax̂) = ColumnSums<V, T>.Products(D, x + n * (nint)D, γ, dy + n * (nint)D, μ[n], s[n]);
                (level[n], slope[n]) = (a / d, -ax̂ / d);
            }

            int done = step == 4 ? Four(D, x, γ, μ, s, level, slope, dy, dγ, dβ, dx) : 0;
            for (int n = 0; n < step && done < D; n++)
            {
                nint at = n * (nint)D;
                One(D, done, x + at, γ, μ[n], s[n], level[n], slope[n], dy + at, dγ, dβ, dx + at);
            }
        }
    }

    // (4) and (5) of four columns; returns the rows done, whole registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int Four(
        int D, T* x, T* γ, T* μ, T* s, T* level, T* slope, T* dy, T* dγ, T* dβ, T* dx)
    {
        T* x1 = x + D, x2 = x1 + D, x3 = x2 + D, g1 = dy + D, g2 = g1 + D, g3 = g2 + D, dx1 = dx + D, dx2 = dx1 + D,
            dx3 = dx2 + D;
        V μ0 = V.All(μ[0]), μ1 = V.All(μ[1]), μ2 = V.All(μ[2]), μ3 = V.All(μ[3]);
        V s0 = V.All(s[0]), s1 = V.All(s[1]), s2 = V.All(s[2]), s3 = V.All(s[3]);
        V level0 = V.All(level[0]), level1 = V.All(level[1]), level2 = V.All(level[2]), level3 = V.All(level[3]);
        V slope0 = V.All(slope[0]), slope1 = V.All(slope[1]), slope2 = V.All(slope[2]), slope3 = V.All(slope[3]);
        V dGain = default, dShift = default;
        int i = 0;
        for (; i <= D - V.Lanes; i += V.Lanes)
        {
            V gain = V.Load(γ + i);
            if (dγ != null)
            {
                (dGain, dShift) = (V.Load(dγ + i), V.Load(dβ + i));
            }

            V.Store(Column(x + i, dy + i, μ0, s0, level0, slope0, gain, ref dGain, ref dShift), dx + i);
            V.Store(Column(x1 + i, g1 + i, μ1, s1, level1, slope1, gain, ref dGain, ref dShift), dx1 + i);
            V.Store(Column(x2 + i, g2 + i, μ2, s2, level2, slope2, gain, ref dGain, ref dShift), dx2 + i);
            V.Store(Column(x3 + i, g3 + i, μ3, s3, level3, slope3, gain, ref dGain, ref dShift), dx3 + i);
            if (dγ != null)
            {
                V.Store(dGain, dγ + i);
                V.Store(dShift, dβ + i);
            }
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Column(
        T* x, T* dy, V mean, V scale, V level, V slope, V gain, ref V dGain, ref V dShift)
    {
        V g = V.Load(dy), x̂ = (V.Load(x) - mean) * scale;
        dGain = V.MultiplyAdd(g, x̂, dGain); // (4)
        dShift += g; // (4)
        return (V.MultiplyAdd(x̂, slope, gain * g) - level) * scale; // (5)
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void One(
        int D, int i, T* x, T* γ, T μ, T s, T level, T slope, T* dy, T* dγ, T* dβ, T* dx)
    {
        V mean = V.All(μ), scale = V.All(s), l = V.All(level), m = V.All(slope);
        for (; i <= D - V.Lanes; i += V.Lanes)
        {
            Gradient(default(AllRows<V, T>), mean, scale, l, m, i, x, γ, dy, dγ, dβ, dx);
        }

        if (i < D)
        {
            Gradient(new LastRows<V, T>(D - i), mean, scale, l, m, i, x, γ, dy, dγ, dβ, dx);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gradient<TRows>(
        TRows rows, V mean, V scale, V level, V slope, int i, T* x, T* γ, T* dy, T* dγ, T* dβ, T* dx)
        where TRows : struct, IRows<V, T>
    {
        V g = rows.Load(dy + i), x̂ = (rows.Load(x + i) - mean) * scale;
        rows.Store((V.MultiplyAdd(x̂, slope, rows.Load(γ + i) * g) - level) * scale, dx + i); // (5)
        if (dγ != null)
        {
            rows.Store(V.MultiplyAdd(g, x̂, rows.Load(dγ + i)), dγ + i); // (4)
            rows.Store(rows.Load(dβ + i) + g, dβ + i); // (4)
        }
    }
}

/// <summary>(4) alone, for as many rows as a vector has lanes, of columns that are D apart.</summary>
internal static unsafe class LayerNormParameters<V, T, TRows>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TRows : struct, IRows<V, T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Add(TRows rows, int D, int N, T* x, T* μ, T* s, T* dy, T* dγ, T* dβ)
    {
        V dGain = rows.Load(dγ), dShift = rows.Load(dβ);
        for (int n = 0; n < N; n++, x += D, dy += D)
        {
            V g = rows.Load(dy), x̂ = (rows.Load(x) - V.All(μ[n])) * V.All(s[n]);
            dGain = V.MultiplyAdd(g, x̂, dGain); // (4)
            dShift += g; // (4)
        }

        rows.Store(dGain, dγ);
        rows.Store(dShift, dβ);
    }
}
