using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 2, what the library runs (<see cref="Gelu{T}"/>): one series for the error function in every register, instead
/// of a choice among seven for every number; within 6 ulp.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class GeluKernel<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y) => Kernels.Gelu(x, y, VectorPaths.Best);
}
