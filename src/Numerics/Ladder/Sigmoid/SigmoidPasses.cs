using System.Numerics;
using System.Numerics.Tensors;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 2, a pass over the span for every operation of the formula: vectorized, but the numbers are read and written
/// four times.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class SigmoidPasses<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        TensorPrimitives.Negate(x, y);
        Kernels.Exp(y, y, VectorPaths.Best);
        TensorPrimitives.Add(y, T.One, y);
        TensorPrimitives.Reciprocal(y, y);
    }
}
