using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// Batch normalization of rows over N columns that are C apart; each sum is in the order of the columns:
/// <para>(1) μ = Σx · 1/N</para>
/// <para>(2) σ² = Σ(x − μ)² / N, s = 1/√(σ² + ε)</para>
/// <para>(3) x̂ = (x − μ)·s, y = γ·x̂ + β</para>
/// and its gradient:
/// <para>(4) dγ = Σdy·x̂, dβ = Σdy</para>
/// <para>(5) dx = (dy − dγ/N · x̂ − dβ/N)·γ·s</para>
/// x̂ is not kept: (4) and (5) compute it again from x, with the same bits.
/// </summary>
internal static unsafe class BatchNorm<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Forward(
        int rows, int C, int N, T* x, T* γ, T* β, T ε, T* y, T* μ, T* σ2, T* s)
    {
        new Span<T>(μ, rows).Clear();
        new Span<T>(σ2, rows).Clear();
        T* column = x;
        for (int n = 0; n < N; n++, column += C)
        {
            for (int i = 0; i < rows; i += V.Lanes)
            {
                Store(rows - i, Load(rows - i, μ + i) + Load(rows - i, column + i), μ + i);
            }
        }

        V share = V.All(T.One / T.CreateChecked(N)), count = V.All(T.CreateChecked(N)), one = V.Constant(1);
        for (int i = 0; i < rows; i += V.Lanes)
        {
            Store(rows - i, Load(rows - i, μ + i) * share, μ + i); // (1)
        }

        column = x;
        for (int n = 0; n < N; n++, column += C)
        {
            for (int i = 0; i < rows; i += V.Lanes)
            {
                V d = Load(rows - i, column + i) - Load(rows - i, μ + i);
                Store(rows - i, V.MultiplyAdd(d, d, Load(rows - i, σ2 + i)), σ2 + i);
            }
        }

        for (int i = 0; i < rows; i += V.Lanes)
        {
            V variance = Load(rows - i, σ2 + i) / count; // (2)
            Store(rows - i, variance, σ2 + i);
            Store(rows - i, one / V.SquareRoot(variance + V.All(ε)), s + i); // (2)
        }

        for (int n = 0; n < N; n++, x += C, y += C)
        {
            for (int i = 0; i < rows; i += V.Lanes)
            {
                V x̂ = (Load(rows - i, x + i) - Load(rows - i, μ + i)) * Load(rows - i, s + i); // (3)
                Store(rows - i, V.MultiplyAdd(x̂, Load(rows - i, γ + i), Load(rows - i, β + i)), y + i); // (3)
            }
        }
    }

    /// <summary>dγ and dβ, which are overwritten, and dx where it is not null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Backward(
        int rows, int C, int N, T* x, T* γ, T* μ, T* s, T* dy, T* dγ, T* dβ, T* dx)
    {
        new Span<T>(dγ, rows).Clear();
        new Span<T>(dβ, rows).Clear();
        T* column = x, gradient = dy;
        for (int n = 0; n < N; n++, column += C, gradient += C)
        {
            for (int i = 0; i < rows; i += V.Lanes)
            {
                V g = Load(rows - i, gradient + i);
                V x̂ = (Load(rows - i, column + i) - Load(rows - i, μ + i)) * Load(rows - i, s + i);
                Store(rows - i, V.MultiplyAdd(g, x̂, Load(rows - i, dγ + i)), dγ + i); // (4)
                Store(rows - i, Load(rows - i, dβ + i) + g, dβ + i); // (4)
            }
        }

        if (dx == null)
        {
            return;
        }

        V share = V.All(T.One / T.CreateChecked(N)), minus = V.All(-T.One / T.CreateChecked(N));
        for (int n = 0; n < N; n++, x += C, dy += C, dx += C)
        {
            for (int i = 0; i < rows; i += V.Lanes)
            {
                V scale = Load(rows - i, s + i), x̂ = (Load(rows - i, x + i) - Load(rows - i, μ + i)) * scale;
                V rest = V.MultiplyAdd(x̂, Load(rows - i, dγ + i) * minus, Load(rows - i, dy + i))
                    - Load(rows - i, dβ + i) * share;
                Store(rows - i, rest * (Load(rows - i, γ + i) * scale), dx + i); // (5)
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Load(int count, T* source)
        => count >= V.Lanes ? V.Load(source) : V.LoadFirst(count, source, V.Constant(0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int count, V vector, T* target)
    {
        if (count >= V.Lanes)
        {
            V.Store(vector, target);
        }
        else
        {
            V.StoreFirst(count, vector, target);
        }
    }
}

/// <summary>Forward in bands of rows, on several threads.</summary>
internal sealed unsafe class BatchNormInParts<V, T>(
    int rows, int C, int N, int threads, T* x, T* γ, T* β, T ε, T* y, T* μ, T* σ2, T* s) : WorkInBands(rows, threads)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Band(int begin, int count) => BatchNorm<V, T>.Forward(
        count, C, N, x + begin, γ + begin, β + begin, ε, y + begin, μ + begin, σ2 + begin, s + begin);
}

/// <summary>The gradient in bands of rows, on several threads.</summary>
internal sealed unsafe class BatchNormBackwardInParts<V, T>(
    int rows, int C, int N, int threads, T* x, T* γ, T* μ, T* s, T* dy, T* dγ, T* dβ, T* dx)
    : WorkInBands(rows, threads)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Band(int begin, int count) => BatchNorm<V, T>.Backward(
        count, C, N, x + begin, γ + begin, μ + begin, s + begin, dy + begin, dγ + begin, dβ + begin,
        dx == null ? dx : dx + begin);
}

public static partial class Kernels
{
    /// <summary>
    /// Batch normalization of every row in training: y = γ·(x − μ)·s + β. Large matrices are shared by several
    /// threads.
    /// </summary>
    /// <param name="x">[C × N]</param>
    /// <param name="γ">[C]</param>
    /// <param name="β">[C]</param>
    /// <param name="ε">Added to the variance; positive.</param>
    /// <param name="y">[C × N]</param>
    /// <param name="μ">[C], gets the mean of every row.</param>
    /// <param name="σ2">[C], gets its variance, divided by N.</param>
    /// <param name="s">[C], gets 1/√(σ² + ε).</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or y overlaps what is read.</exception>
    public static void BatchNorm(
        ReadOnlySpan<double> x, ReadOnlySpan<double> γ, ReadOnlySpan<double> β, double ε, Span<double> y,
        Span<double> μ, Span<double> σ2, Span<double> s)
        => BatchNorm(x, γ, β, ε, y, μ, σ2, s, VectorPaths.Best);

    /// <inheritdoc cref="BatchNorm(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, double,
    /// Span{double}, Span{double}, Span{double}, Span{double})"/>
    public static void BatchNorm(
        ReadOnlySpan<float> x, ReadOnlySpan<float> γ, ReadOnlySpan<float> β, float ε, Span<float> y, Span<float> μ,
        Span<float> σ2, Span<float> s)
        => BatchNorm(x, γ, β, ε, y, μ, σ2, s, VectorPaths.Best);

    internal static unsafe void BatchNorm<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> γ, ReadOnlySpan<T> β, T ε, Span<T> y, Span<T> μ, Span<T> σ2, Span<T> s,
        VectorPath path, int threads = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Equal(x, y);
        Lengths.ColumnBeside(γ, y);
        int C = γ.Length, N = C == 0 ? 0 : x.Length / C;
        Lengths.Normalized(γ, C, β, μ, s);
        Lengths.Normalized(γ, C, σ2, μ, s);
        fixed (T* px = x, pγ = γ, pβ = β, py = y, pμ = μ, pσ2 = σ2, ps = s)
        {
            switch (path)
            {
                case VectorPath.Avx512: Over<Register512<T>>(px, pγ, pβ, py, pμ, pσ2, ps); break;
                case VectorPath.Avx2: Over<Register256<T>>(px, pγ, pβ, py, pμ, pσ2, ps); break;
                default: Over<Register128<T>>(px, pγ, pβ, py, pμ, pσ2, ps); break;
            }
        }

        void Over<V>(T* x, T* γ, T* β, T* y, T* μ, T* σ2, T* s)
            where V : unmanaged, IVector<V, T>
        {
            if ((long)C * N < ThreadedFrom || (threads = Work.Threads(threads)) == 1)
            {
                BatchNorm<V, T>.Forward(C, C, N, x, γ, β, ε, y, μ, σ2, s);
            }
            else
            {
                new BatchNormInParts<V, T>(C, C, N, threads, x, γ, β, ε, y, μ, σ2, s).Run();
            }
        }
    }

    /// <summary>
    /// The gradient of <see cref="BatchNorm(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, double,
    /// Span{double}, Span{double}, Span{double}, Span{double})"/>.
    /// </summary>
    /// <param name="x">[C × N], as it was.</param>
    /// <param name="γ">[C]</param>
    /// <param name="μ">[C], from the forward pass.</param>
    /// <param name="s">[C], from the forward pass.</param>
    /// <param name="dy">[C × N]</param>
    /// <param name="dγ">[C], overwritten.</param>
    /// <param name="dβ">[C], overwritten.</param>
    /// <param name="dx">[C × N], or empty where it is not wanted.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or dx overlaps what is read.</exception>
    public static void BatchNormGradient(
        ReadOnlySpan<double> x, ReadOnlySpan<double> γ, ReadOnlySpan<double> μ, ReadOnlySpan<double> s,
        ReadOnlySpan<double> dy, Span<double> dγ, Span<double> dβ, Span<double> dx)
        => BatchNormGradient(x, γ, μ, s, dy, dγ, dβ, dx, VectorPaths.Best);

    /// <inheritdoc cref="BatchNormGradient(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double},
    /// ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, Span{double}, Span{double})"/>
    public static void BatchNormGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> γ, ReadOnlySpan<float> μ, ReadOnlySpan<float> s,
        ReadOnlySpan<float> dy, Span<float> dγ, Span<float> dβ, Span<float> dx)
        => BatchNormGradient(x, γ, μ, s, dy, dγ, dβ, dx, VectorPaths.Best);

    internal static unsafe void BatchNormGradient<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> γ, ReadOnlySpan<T> μ, ReadOnlySpan<T> s, ReadOnlySpan<T> dy, Span<T> dγ,
        Span<T> dβ, Span<T> dx, VectorPath path, int threads = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Equal(x, dy);
        Lengths.ColumnBeside(γ, x);
        int C = γ.Length, N = C == 0 ? 0 : x.Length / C;
        Lengths.Normalized(γ, C, dγ, μ, s);
        Lengths.Normalized(γ, C, dβ, μ, s);
        if (!dx.IsEmpty)
        {
            Lengths.Equal(x, dx);
            Lengths.Equal(dy, dx);
        }

        fixed (T* px = x, pγ = γ, pμ = μ, ps = s, pdy = dy, pdγ = dγ, pdβ = dβ, pdx = dx)
        {
            switch (path)
            {
                case VectorPath.Avx512: Over<Register512<T>>(px, pγ, pμ, ps, pdy, pdγ, pdβ, pdx); break;
                case VectorPath.Avx2: Over<Register256<T>>(px, pγ, pμ, ps, pdy, pdγ, pdβ, pdx); break;
                default: Over<Register128<T>>(px, pγ, pμ, ps, pdy, pdγ, pdβ, pdx); break;
            }
        }

        void Over<V>(T* x, T* γ, T* μ, T* s, T* dy, T* dγ, T* dβ, T* dx)
            where V : unmanaged, IVector<V, T>
        {
            if ((long)C * N < ThreadedFrom || (threads = Work.Threads(threads)) == 1)
            {
                BatchNorm<V, T>.Backward(C, C, N, x, γ, μ, s, dy, dγ, dβ, dx);
            }
            else
            {
                new BatchNormBackwardInParts<V, T>(C, C, N, threads, x, γ, μ, s, dy, dγ, dβ, dx).Run();
            }
        }
    }
}
