using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 4, the kernel that layers call (<see cref="Tanh{T}"/>): e²ˣ − 1 by its own series, so that no digits cancel
/// near 0 as in rung 2; each number is read and written once; within 2 ulp.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class TanhKernel<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y) => Kernels.Tanh(x, y, VectorPaths.Best);
}
