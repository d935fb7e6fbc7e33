using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 2, the kernel that layers call (<see cref="Gelu{T}"/>): one ratio of polynomials for all numbers,
/// where a scalar function chooses among seven; within 4 ulp.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class GeluKernel<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y) => Kernels.Gelu(x, y, VectorPaths.Best);
}
