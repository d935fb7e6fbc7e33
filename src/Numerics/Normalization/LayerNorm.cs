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
        for (; N > 0; N--, x += D, y += D, μ++, s++)
        {
            *μ = ColumnSums<V, T>.Sum(D, x) / d; // (1)
            *s = T.One / T.Sqrt(ColumnSums<V, T>.Squares(D, x, *μ) / d + ε); // (2)
            V mean = V.All(*μ), scale = V.All(*s);
            int i = 0;
            for (; i <= D - V.Lanes; i += V.Lanes)
            {
                Normalize(default(AllRows<V, T>), mean, scale, x + i, γ + i, β + i, y + i);
            }

            if (i < D)
            {
                Normalize(new LastRows<V, T>(D - i), mean, scale, x + i, γ + i, β + i, y + i);
            }
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
        for (; N > 0; N--, x += D, dy += D, dx += D, μ++, s++)
        {
            (T a, T ax̂) = ColumnSums<V, T>.Products(D, x, γ, dy, *μ, *s);
            V mean = V.All(*μ), scale = V.All(*s), level = V.All(a / d), slope = V.All(-ax̂ / d);
            int i = 0;
            for (; i <= D - V.Lanes; i += V.Lanes)
            {
                Gradient(
                    default(AllRows<V, T>), mean, scale, level, slope, i, x, γ, dy, dγ, dβ, dx);
            }

            if (i < D)
            {
                Gradient(
                    new LastRows<V, T>(D - i), mean, scale, level, slope, i, x, γ, dy, dγ, dβ, dx);
            }
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
