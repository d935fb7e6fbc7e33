using System.Numerics;

namespace Reference.Numerics;

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
            if ((threads = Work.Threads(threads, (double)C * N, ThreadedFrom)) == 1)
            {
                BatchNormInBands<V, T>.Rows(C, C, N, x, γ, β, ε, y, μ, σ2, s);
            }
            else
            {
                new BatchNormInBands<V, T>(C, C, N, threads, x, γ, β, ε, y, μ, σ2, s).Run();
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
            if ((threads = Work.Threads(threads, (double)C * N, ThreadedFrom)) == 1)
            {
                BatchNormGradientInBands<V, T>.Rows(C, C, N, x, γ, μ, s, dy, dγ, dβ, dx);
            }
            else
            {
                new BatchNormGradientInBands<V, T>(C, C, N, threads, x, γ, μ, s, dy, dγ, dβ, dx).Run();
            }
        }
    }
}
