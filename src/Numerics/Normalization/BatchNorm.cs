using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// Batch normalization of as many rows as a vector has lanes, over N columns that are C apart; each sum is in the
/// order of the columns:
/// <para>(1) μ = Σx · 1/N</para>
/// <para>(2) σ² = Σ(x − μ)² / N, s = 1/√(σ² + ε)</para>
/// <para>(3) x̂ = (x − μ)·s, y = γ·x̂ + β</para>
/// and its gradient:
/// <para>(4) dγ = Σdy·x̂, dβ = Σdy</para>
/// <para>(5) dx = (dy − dγ/N · x̂ − dβ/N)·γ·s</para>
/// </summary>
internal static unsafe class BatchNorm<V, T, TRows>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TRows : struct, IRows<V, T>
{
    /// <summary>With room for N vectors the rows are copied there by the first pass; null: they are read
    /// again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Forward(
        TRows rows, int C, int N, T* x, T* γ, T* β, T ε, T* y, T* μ, T* σ2, T* s, T* room)
    {
        V sum = V.Constant(0), squares = sum;
        T* column = x;
        for (int n = 0; n < N; n++, column += C)
        {
            V value = rows.Load(column);
            sum += value;
            if (room != null)
            {
                V.Store(value, room + n * V.Lanes);
            }
        }

        V mean = sum * V.All(T.One / T.CreateChecked(N)); // (1)
        T* source = room == null ? x : room;
        int step = room == null ? C : V.Lanes;
        column = source;
        for (int n = 0; n < N; n++, column += step)
        {
            V difference = rows.Load(column) - mean;
            squares = V.MultiplyAdd(difference, difference, squares);
        }

        V variance = squares / V.All(T.CreateChecked(N)); // (2)
        V scale = V.Constant(1) / V.SquareRoot(variance + V.All(ε)); // (2)
        rows.Store(mean, μ);
        rows.Store(variance, σ2);
        rows.Store(scale, s);
        V gain = rows.Load(γ), shift = rows.Load(β);
        for (int n = 0; n < N; n++, source += step, y += C)
        {
            V x̂ = (rows.Load(source) - mean) * scale; // (3)
            rows.Store(V.MultiplyAdd(x̂, gain, shift), y); // (3)
        }
    }

    /// <summary>
    /// dγ and dβ, which are overwritten, and dx where it is not null. With room for 2N vectors the first pass keeps x̂
    /// and dy there; null: x̂ is computed again, with the same bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Backward(
        TRows rows, int C, int N, T* x, T* γ, T* μ, T* s, T* dy, T* dγ, T* dβ, T* dx, T* room)
    {
        V mean = rows.Load(μ), scale = rows.Load(s), dGain = V.Constant(0), dShift = dGain;
        T* column = x, gradient = dy;
        for (int n = 0; n < N; n++, column += C, gradient += C)
        {
            V g = rows.Load(gradient), x̂ = (rows.Load(column) - mean) * scale;
            dGain = V.MultiplyAdd(g, x̂, dGain); // (4)
            dShift += g; // (4)
            if (room != null)
            {
                V.Store(x̂, room + 2 * n * V.Lanes);
                V.Store(g, room + (2 * n + 1) * V.Lanes);
            }
        }

        rows.Store(dGain, dγ);
        rows.Store(dShift, dβ);
        if (dx == null)
        {
            return;
        }

        T share = T.One / T.CreateChecked(N);
        V slope = dGain * V.All(-share), level = dShift * V.All(share), gain = rows.Load(γ) * scale;
        if (room != null)
        {
            for (int n = 0; n < N; n++, dx += C, room += 2 * V.Lanes)
            {
                V rest = V.MultiplyAdd(V.Load(room), slope, V.Load(room + V.Lanes)) - level;
                rows.Store(rest * gain, dx); // (5)
            }

            return;
        }

        for (int n = 0; n < N; n++, x += C, dy += C, dx += C)
        {
            V rest = V.MultiplyAdd((rows.Load(x) - mean) * scale, slope, rows.Load(dy)) - level;
            rows.Store(rest * gain, dx); // (5)
        }
    }
}
