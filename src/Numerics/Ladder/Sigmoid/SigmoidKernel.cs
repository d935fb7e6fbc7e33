using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 4, the kernel that layers call (<see cref="Sigmoid{T}"/>): one pass, one division, an exponential that never
/// overflows, so that σ(−740) keeps its digits; within 2 ulp.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class SigmoidKernel<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y) => Kernels.Sigmoid(x, y, VectorPaths.Best);
}
