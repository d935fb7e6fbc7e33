using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 3, the kernel that layers call (<see cref="GeluTanh{T}"/>): one pass, and as ½(1 + tanh u) = σ(2u) no
/// subtraction that cancels for negative x.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class GeluTanhKernel<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y) => Kernels.GeluTanh(x, y, VectorPaths.Best);
}
