using System.Numerics;

namespace Reference.Numerics;

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
            if ((threads = Work.Threads(threads, (double)D * N, ThreadedFrom)) == 1)
            {
                LayerNorm<V, T>.Forward(D, N, x, γ, β, ε, y, μ, s);
            }
            else
            {
                new LayerNormInBands<V, T>(D, N, threads, x, γ, β, ε, y, μ, s).Run();
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
            bool one = (threads = Work.Threads(threads, (double)D * N, ThreadedFrom)) == 1;
            if (one && dx == null)
            {
                LayerNormParametersInBands<V, T>.Rows(D, D, N, x, μ, s, dy, dγ, dβ);
            }
            else if (one)
            {
                LayerNorm<V, T>.Backward(D, N, x, γ, μ, s, dy, dγ, dβ, dx);
            }
            else
            {
                new LayerNormParametersInBands<V, T>(D, D, N, threads, x, μ, s, dy, dγ, dβ).Run();
                if (dx != null)
                {
                    new LayerNormGradientInBands<V, T>(D, N, threads, x, γ, μ, s, dy, dx).Run();
                }
            }
        }
    }
}
