using System.Numerics;
using System.Runtime.CompilerServices;
using MathNet.Numerics;

namespace Reference.Numerics;

/// <summary>
/// Layer normalization of a column x of D numbers, read from memory once and then from the first cache:
/// <para>(1) μ = Σx / D</para>
/// <para>(2) s = 1/√(Σ(x − μ)² / D + ε)</para>
/// <para>(3) x̂ = (x − μ)·s, y = γ·x̂ + β</para>
/// and its gradient, with a = γ·dy:
/// <para>(4) dγ += dy·x̂, dβ += dy</para>
/// <para>(5) dx = (a − Σa·x̂ / D · x̂ − Σa / D)·s</para>
/// x̂ is not kept: (5) computes it again from x, with the same bits. A sum has the lanes of <see cref="Dot"/>, four
/// registers of a cache line each, on every path.
/// </summary>
internal static unsafe class LayerNorm<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static int Four => 4 * V.Lanes;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Forward(int D, int N, T* x, T* γ, T* β, T ε, T* y, T* μ, T* s)
    {
        T d = T.CreateChecked(D);
        for (; N > 0; N--, x += D, y += D, μ++, s++)
        {
            *μ = Sum(D, x) / d; // (1)
            *s = T.One / T.Sqrt(Squares(D, x, *μ) / d + ε); // (2)
            V mean = V.All(*μ), scale = V.All(*s);
            int i = 0;
            for (; i <= D - V.Lanes; i += V.Lanes)
            {
                V x̂ = (V.Load(x + i) - mean) * scale; // (3)
                V.Store(V.MultiplyAdd(x̂, V.Load(γ + i), V.Load(β + i)), y + i); // (3)
            }

            if (i < D)
            {
                V x̂ = (First(D - i, x + i) - mean) * scale;
                V.StoreFirst(D - i, V.MultiplyAdd(x̂, First(D - i, γ + i), First(D - i, β + i)), y + i);
            }
        }
    }

    /// <summary>dx, and dγ and dβ where they are not null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Backward(int D, int N, T* x, T* γ, T* μ, T* s, T* dy, T* dγ, T* dβ, T* dx)
    {
        T d = T.CreateChecked(D);
        for (; N > 0; N--, x += D, dy += D, dx += D, μ++, s++)
        {
            V mean = V.All(*μ), scale = V.All(*s), zero = V.Constant(0);
            V a0 = zero, a1 = zero, a2 = zero, a3 = zero, b0 = zero, b1 = zero, b2 = zero, b3 = zero;
            int i = 0;
            for (; i <= D - Four; i += Four)
            {
                int j = i + V.Lanes, k = j + V.Lanes, l = k + V.Lanes;
                Sums(V.Load(x + i), V.Load(dy + i), V.Load(γ + i), mean, scale, ref a0, ref b0);
                Sums(V.Load(x + j), V.Load(dy + j), V.Load(γ + j), mean, scale, ref a1, ref b1);
                Sums(V.Load(x + k), V.Load(dy + k), V.Load(γ + k), mean, scale, ref a2, ref b2);
                Sums(V.Load(x + l), V.Load(dy + l), V.Load(γ + l), mean, scale, ref a3, ref b3);
            }

            if (i < D)
            {
                int j = i + V.Lanes, k = j + V.Lanes, l = k + V.Lanes;
                Sums(First(D - i, x + i), First(D - i, dy + i), First(D - i, γ + i), mean, scale, ref a0, ref b0);
                Sums(First(D - j, x + j), First(D - j, dy + j), First(D - j, γ + j), mean, scale, ref a1, ref b1);
                Sums(First(D - k, x + k), First(D - k, dy + k), First(D - k, γ + k), mean, scale, ref a2, ref b2);
                Sums(First(D - l, x + l), First(D - l, dy + l), First(D - l, γ + l), mean, scale, ref a3, ref b3);
            }

            V level = V.All(V.Sum(a0 + a1 + a2 + a3) / d), slope = V.All(-V.Sum(b0 + b1 + b2 + b3) / d);
            for (i = 0; i <= D - V.Lanes; i += V.Lanes)
            {
                V g = V.Load(dy + i), x̂ = (V.Load(x + i) - mean) * scale;
                V.Store((V.MultiplyAdd(x̂, slope, V.Load(γ + i) * g) - level) * scale, dx + i); // (5)
                if (dγ != null)
                {
                    V.Store(V.MultiplyAdd(g, x̂, V.Load(dγ + i)), dγ + i); // (4)
                    V.Store(V.Load(dβ + i) + g, dβ + i); // (4)
                }
            }

            if (i < D)
            {
                V g = First(D - i, dy + i), x̂ = (First(D - i, x + i) - mean) * scale;
                V.StoreFirst(D - i, (V.MultiplyAdd(x̂, slope, First(D - i, γ + i) * g) - level) * scale, dx + i);
                if (dγ != null)
                {
                    V.StoreFirst(D - i, V.MultiplyAdd(g, x̂, First(D - i, dγ + i)), dγ + i);
                    V.StoreFirst(D - i, First(D - i, dβ + i) + g, dβ + i);
                }
            }
        }
    }

    /// <summary>(4) alone, for some rows of columns that are D apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Parameters(int rows, int D, int N, T* x, T* μ, T* s, T* dy, T* dγ, T* dβ)
    {
        for (; N > 0; N--, x += D, dy += D, μ++, s++)
        {
            V mean = V.All(*μ), scale = V.All(*s);
            int i = 0;
            for (; i <= rows - V.Lanes; i += V.Lanes)
            {
                V g = V.Load(dy + i), x̂ = (V.Load(x + i) - mean) * scale;
                V.Store(V.MultiplyAdd(g, x̂, V.Load(dγ + i)), dγ + i);
                V.Store(V.Load(dβ + i) + g, dβ + i);
            }

            if (i < rows)
            {
                V g = First(rows - i, dy + i), x̂ = (First(rows - i, x + i) - mean) * scale;
                V.StoreFirst(rows - i, V.MultiplyAdd(g, x̂, First(rows - i, dγ + i)), dγ + i);
                V.StoreFirst(rows - i, First(rows - i, dβ + i) + g, dβ + i);
            }
        }
    }

    // Σa and Σa·x̂, with a = γ·dy.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sums(V x, V dy, V γ, V mean, V scale, ref V a, ref V ax̂)
    {
        V product = γ * dy;
        a = a + product;
        ax̂ = V.MultiplyAdd(product, (x - mean) * scale, ax̂);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T Sum(int D, T* x)
    {
        V s0 = V.Constant(0), s1 = s0, s2 = s0, s3 = s0;
        int i = 0;
        for (; i <= D - Four; i += Four)
        {
            s0 = s0 + V.Load(x + i);
            s1 = s1 + V.Load(x + i + V.Lanes);
            s2 = s2 + V.Load(x + i + 2 * V.Lanes);
            s3 = s3 + V.Load(x + i + 3 * V.Lanes);
        }

        if (i < D)
        {
            s0 = s0 + First(D - i, x + i);
            s1 = s1 + First(D - i - V.Lanes, x + i + V.Lanes);
            s2 = s2 + First(D - i - 2 * V.Lanes, x + i + 2 * V.Lanes);
            s3 = s3 + First(D - i - 3 * V.Lanes, x + i + 3 * V.Lanes);
        }

        return V.Sum(s0 + s1 + s2 + s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static T Squares(int D, T* x, T μ)
    {
        V mean = V.All(μ), s0 = V.Constant(0), s1 = s0, s2 = s0, s3 = s0;
        int i = 0;
        for (; i <= D - Four; i += Four)
        {
            s0 = Square(V.Load(x + i) - mean, s0);
            s1 = Square(V.Load(x + i + V.Lanes) - mean, s1);
            s2 = Square(V.Load(x + i + 2 * V.Lanes) - mean, s2);
            s3 = Square(V.Load(x + i + 3 * V.Lanes) - mean, s3);
        }

        if (i < D)
        {
            s0 = Square(V.LoadFirst(D - i, x + i, mean) - mean, s0);
            s1 = Square(V.LoadFirst(D - i - V.Lanes, x + i + V.Lanes, mean) - mean, s1);
            s2 = Square(V.LoadFirst(D - i - 2 * V.Lanes, x + i + 2 * V.Lanes, mean) - mean, s2);
            s3 = Square(V.LoadFirst(D - i - 3 * V.Lanes, x + i + 3 * V.Lanes, mean) - mean, s3);
        }

        return V.Sum(s0 + s1 + s2 + s3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Square(V difference, V sum) => V.MultiplyAdd(difference, difference, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V First(int count, T* source) => V.LoadFirst(count, source, V.Constant(0));
}

/// <summary>Forward in bands of columns, on several threads.</summary>
internal sealed unsafe class LayerNormInParts<V, T>(
    int D, int N, int threads, T* x, T* γ, T* β, T ε, T* y, T* μ, T* s) : WorkInBands(N, threads)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Band(int begin, int count) => LayerNorm<V, T>.Forward(
        D, count, x + (nint)begin * D, γ, β, ε, y + (nint)begin * D, μ + begin, s + begin);
}

/// <summary>dx in bands of columns, on several threads.</summary>
internal sealed unsafe class LayerNormBackwardInParts<V, T>(
    int D, int N, int threads, T* x, T* γ, T* μ, T* s, T* dy, T* dx) : WorkInBands(N, threads)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Band(int begin, int count) => LayerNorm<V, T>.Backward(
        D, count, x + (nint)begin * D, γ, μ + begin, s + begin, dy + (nint)begin * D, null, null,
        dx + (nint)begin * D);
}

/// <summary>dγ and dβ in bands of rows, so that each is a sum in the order of the columns.</summary>
internal sealed unsafe class LayerNormParametersInParts<V, T>(
    int rows, int D, int N, int threads, T* x, T* μ, T* s, T* dy, T* dγ, T* dβ) : WorkInBands(rows, threads)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Band(int begin, int count) => LayerNorm<V, T>.Parameters(
        count, D, N, x + begin, μ, s, dy + begin, dγ + begin, dβ + begin);
}

public static partial class Kernels
{
    /// <summary>
    /// Layer normalization of every column: y = γ·(x − μ)·s + β. Large matrices are shared by several threads.
    /// </summary>
    /// <param name="x">[D × N]</param>
    /// <param name="γ">[D]</param>
    /// <param name="β">[D]</param>
    /// <param name="ε">Added to the variance; positive.</param>
    /// <param name="y">[D × N]</param>
    /// <param name="μ">[N], gets the mean of every column.</param>
    /// <param name="s">[N], gets 1/√(σ² + ε).</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a result overlaps what is read.</exception>
    public static void LayerNorm(
        ReadOnlySpan<double> x, ReadOnlySpan<double> γ, ReadOnlySpan<double> β, double ε, Span<double> y,
        Span<double> μ, Span<double> s)
        => LayerNorm(x, γ, β, ε, y, μ, s, VectorPaths.Best);

    /// <inheritdoc cref="LayerNorm(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, double,
    /// Span{double}, Span{double}, Span{double})"/>
    public static void LayerNorm(
        ReadOnlySpan<float> x, ReadOnlySpan<float> γ, ReadOnlySpan<float> β, float ε, Span<float> y, Span<float> μ,
        Span<float> s)
        => LayerNorm(x, γ, β, ε, y, μ, s, VectorPaths.Best);

    internal static unsafe void LayerNorm<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> γ, ReadOnlySpan<T> β, T ε, Span<T> y, Span<T> μ, Span<T> s,
        VectorPath path, int threads = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Equal(x, y);
        Lengths.ColumnBeside(γ, y);
        Lengths.ColumnBeside(β, y);
        int N = γ.IsEmpty ? 0 : x.Length / γ.Length;
        Lengths.Normalized(γ, N, β, μ, s);
        fixed (T* px = x, pγ = γ, pβ = β, py = y, pμ = μ, ps = s)
        {
            switch (path)
            {
                case VectorPath.Avx512: Over<Register512<T>>(px, pγ, pβ, py, pμ, ps, γ.Length); break;
                case VectorPath.Avx2: Over<Twice<Register256<T>, T>>(px, pγ, pβ, py, pμ, ps, γ.Length); break;
                default:
                    Over<Twice<Twice<Register128<T>, T>, T>>(px, pγ, pβ, py, pμ, ps, γ.Length);
                    break;
            }
        }

        void Over<V>(T* x, T* γ, T* β, T* y, T* μ, T* s, int D)
            where V : unmanaged, IVector<V, T>
        {
            if ((long)D * N < ThreadedFrom || (threads = Work.Threads(threads)) == 1)
            {
                LayerNorm<V, T>.Forward(D, N, x, γ, β, ε, y, μ, s);
            }
            else
            {
                new LayerNormInParts<V, T>(D, N, threads, x, γ, β, ε, y, μ, s).Run();
            }
        }
    }

    /// <summary>
    /// The gradient of <see cref="LayerNorm(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, double,
    /// Span{double}, Span{double}, Span{double})"/>.
    /// </summary>
    /// <param name="x">[D × N], as it was.</param>
    /// <param name="γ">[D]</param>
    /// <param name="μ">[N], from the forward pass.</param>
    /// <param name="s">[N], from the forward pass.</param>
    /// <param name="dy">[D × N]</param>
    /// <param name="dγ">[D], added to.</param>
    /// <param name="dβ">[D], added to.</param>
    /// <param name="dx">[D × N], or empty where it is not wanted.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or a result overlaps what is read.</exception>
    public static void LayerNormGradient(
        ReadOnlySpan<double> x, ReadOnlySpan<double> γ, ReadOnlySpan<double> μ, ReadOnlySpan<double> s,
        ReadOnlySpan<double> dy, Span<double> dγ, Span<double> dβ, Span<double> dx)
        => LayerNormGradient(x, γ, μ, s, dy, dγ, dβ, dx, VectorPaths.Best);

    /// <inheritdoc cref="LayerNormGradient(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double},
    /// ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, Span{double}, Span{double})"/>
    public static void LayerNormGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> γ, ReadOnlySpan<float> μ, ReadOnlySpan<float> s,
        ReadOnlySpan<float> dy, Span<float> dγ, Span<float> dβ, Span<float> dx)
        => LayerNormGradient(x, γ, μ, s, dy, dγ, dβ, dx, VectorPaths.Best);

    internal static unsafe void LayerNormGradient<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> γ, ReadOnlySpan<T> μ, ReadOnlySpan<T> s, ReadOnlySpan<T> dy, Span<T> dγ,
        Span<T> dβ, Span<T> dx, VectorPath path, int threads = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Equal(x, dy);
        Lengths.ColumnBeside(γ, dx);
        int N = γ.IsEmpty ? 0 : x.Length / γ.Length;
        Lengths.Normalized(γ, N, dγ, μ, s);
        Lengths.Normalized(γ, N, dβ, μ, s);
        if (!dx.IsEmpty)
        {
            Lengths.Equal(x, dx);
            Lengths.Equal(dy, dx);
        }

        fixed (T* px = x, pγ = γ, pμ = μ, ps = s, pdy = dy, pdγ = dγ, pdβ = dβ, pdx = dx)
        {
            switch (path)
            {
                case VectorPath.Avx512: Over<Register512<T>>(px, pγ, pμ, ps, pdy, pdγ, pdβ, pdx, γ.Length); break;
                case VectorPath.Avx2:
                    Over<Twice<Register256<T>, T>>(px, pγ, pμ, ps, pdy, pdγ, pdβ, pdx, γ.Length);
                    break;
                default:
                    Over<Twice<Twice<Register128<T>, T>, T>>(px, pγ, pμ, ps, pdy, pdγ, pdβ, pdx, γ.Length);
                    break;
            }
        }

        void Over<V>(T* x, T* γ, T* μ, T* s, T* dy, T* dγ, T* dβ, T* dx, int D)
            where V : unmanaged, IVector<V, T>
        {
            bool one = (long)D * N < ThreadedFrom || (threads = Work.Threads(threads)) == 1;
            if (one && dx == null)
            {
                LayerNorm<V, T>.Parameters(D, D, N, x, μ, s, dy, dγ, dβ);
            }
            else if (one)
            {
                LayerNorm<V, T>.Backward(D, N, x, γ, μ, s, dy, dγ, dβ, dx);
            }
            else
            {
                new LayerNormParametersInParts<V, T>(D, D, N, threads, x, μ, s, dy, dγ, dβ).Run();
                if (dx != null)
                {
                    new LayerNormBackwardInParts<V, T>(D, N, threads, x, γ, μ, s, dy, dx).Run();
                }
            }
        }
    }
}
