using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 4, the kernel that layers call (<see cref="Softmax"/>): the maximum; exponentials and their sum in one pass;
/// one product with the reciprocal of the sum. A column that fits into two registers of 512 bits stays there
/// throughout.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class SoftmaxKernel<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
        => Kernels.SoftmaxColumns(Math.Max(1, x.Length), x, y, VectorPaths.Best);
}
