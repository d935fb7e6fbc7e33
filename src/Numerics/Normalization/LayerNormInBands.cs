using System.Numerics;

namespace Reference.Numerics;

/// <summary>Layer normalization in bands of columns, on several threads.</summary>
internal sealed unsafe class LayerNormInBands<V, T>(
    int D, int N, int threads, T* x, T* γ, T* β, T ε, T* y, T* μ, T* s) : WorkInBands(N, threads, multiple: 1)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Band(int begin, int count) => LayerNorm<V, T>.Forward(
        D, count, x + (nint)begin * D, γ, β, ε, y + (nint)begin * D, μ + begin, s + begin);
}

/// <summary>dx in bands of columns.</summary>
internal sealed unsafe class LayerNormGradientInBands<V, T>(
    int D, int N, int threads, T* x, T* γ, T* μ, T* s, T* dy, T* dx) : WorkInBands(N, threads, multiple: 1)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Band(int begin, int count) => LayerNorm<V, T>.Backward(
        D, count, x + (nint)begin * D, γ, μ + begin, s + begin, dy + (nint)begin * D, null, null,
        dx + (nint)begin * D);
}

/// <summary>dγ and dβ in bands of rows, so that each is a sum in the order of the columns.</summary>
internal sealed unsafe class LayerNormParametersInBands<V, T>(
    int rows, int D, int N, int threads, T* x, T* μ, T* s, T* dy, T* dγ, T* dβ) : WorkInBands(rows, threads)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal static void Rows(int count, int D, int N, T* x, T* μ, T* s, T* dy, T* dγ, T* dβ)
    {
        int i = 0;
        for (; i <= count - 4 * V.Lanes; i += 4 * V.Lanes)
        {
            LayerNormParameters<Twice<Twice<V, T>, T>, T, AllRows<Twice<Twice<V, T>, T>, T>>.Add(
                default, D, N, x + i, μ, s, dy + i, dγ + i, dβ + i);
        }

        for (; i < count; i += V.Lanes)
        {
            LayerNormParameters<V, T, LastRows<V, T>>.Add(
                new(count - i), D, N, x + i, μ, s, dy + i, dγ + i, dβ + i);
        }
    }

    /// <inheritdoc/>
    protected override void Band(int begin, int count)
        => Rows(count, D, N, x + begin, μ, s, dy + begin, dγ + begin, dβ + begin);
}
