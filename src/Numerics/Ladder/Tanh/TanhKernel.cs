using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 4, what the library runs (<see cref="Tanh{T}"/>): e²ˣ − 1 by its own series, so that no digit is lost near 0,
/// where rung 2 loses all of them; each number read and written once; within 2 ulp.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class TanhKernel<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y) => Kernels.Tanh(x, y, VectorPaths.Best);
}
