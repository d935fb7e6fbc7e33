using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 5, the kernel that layers call (<see cref="Exponential"/>): fused multiply-adds in the widest registers, the
/// right limits at both ends, within 1 ulp, and the same bits on every processor.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class ExpKernel<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y) => Kernels.Exp(x, y, VectorPaths.Best);
}
