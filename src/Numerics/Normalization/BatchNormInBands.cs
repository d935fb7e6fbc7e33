using System.Numerics;

namespace Reference.Numerics;

/// <summary>
/// Batch normalization of some rows, four registers of them at a time; several threads share all rows.
/// </summary>
internal sealed unsafe class BatchNormInBands<V, T>(
    int rows, int C, int N, int threads, T* x, T* γ, T* β, T ε, T* y, T* μ, T* σ2, T* s) : WorkInBands(rows, threads)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal static void Rows(int count, int C, int N, T* x, T* γ, T* β, T ε, T* y, T* μ, T* σ2, T* s)
    {
        T* room = BandRoom<T>.For(C, N, 4 * V.Lanes);
        int i = 0;
        for (; i <= count - 4 * V.Lanes; i += 4 * V.Lanes)
        {
            BatchNorm<Twice<Twice<V, T>, T>, T, AllRows<Twice<Twice<V, T>, T>, T>>.Forward(
                default, C, N, x + i, γ + i, β + i, ε, y + i, μ + i, σ2 + i, s + i, room);
        }

        for (; i < count; i += V.Lanes)
        {
            BatchNorm<V, T, LastRows<V, T>>.Forward(
                new(count - i), C, N, x + i, γ + i, β + i, ε, y + i, μ + i, σ2 + i, s + i, room);
        }
    }

    /// <inheritdoc/>
    protected override void Band(int begin, int count) => Rows(
        count, C, N, x + begin, γ + begin, β + begin, ε, y + begin, μ + begin, σ2 + begin, s + begin);
}

/// <summary>Its gradient.</summary>
internal sealed unsafe class BatchNormGradientInBands<V, T>(
    int rows, int C, int N, int threads, T* x, T* γ, T* μ, T* s, T* dy, T* dγ, T* dβ, T* dx)
        : WorkInBands(rows, threads)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal static void Rows(int count, int C, int N, T* x, T* γ, T* μ, T* s, T* dy, T* dγ, T* dβ, T* dx)
    {
        T* room = dx == null ? null : BandRoom<T>.For(C, N, 2 * 4 * V.Lanes);
        int i = 0;
        for (; i <= count - 4 * V.Lanes; i += 4 * V.Lanes)
        {
            BatchNorm<Twice<Twice<V, T>, T>, T, AllRows<Twice<Twice<V, T>, T>, T>>.Backward(
                default, C, N, x + i, γ + i, μ + i, s + i, dy + i, dγ + i, dβ + i, dx == null ? dx : dx + i, room);
        }

        for (; i < count; i += V.Lanes)
        {
            BatchNorm<V, T, LastRows<V, T>>.Backward(
                new(count - i), C, N, x + i, γ + i, μ + i, s + i, dy + i, dγ + i, dβ + i,
                dx == null ? dx : dx + i, room);
        }
    }

    /// <inheritdoc/>
    protected override void Band(int begin, int count) => Rows(
        count, C, N, x + begin, γ + begin, μ + begin, s + begin, dy + begin, dγ + begin, dβ + begin,
        dx == null ? dx : dx + begin);
}

/// <summary>
/// Room for a copy of some rows: columns a page or more apart fall on the same places of the caches, which hold only a
/// few of them at a time.
/// </summary>
internal static unsafe class BandRoom<T>
    where T : unmanaged
{
    private const int Page = 4096, Largest = 1 << 19;

    /// <summary>Null where columns are nearer, or the rows are too many for the second cache.</summary>
    internal static T* For(int C, int N, int rows)
        => (long)C * sizeof(T) >= Page && (long)N * rows * sizeof(T) <= Largest ? Buffer<T>.ForA(N * rows) : null;
}
