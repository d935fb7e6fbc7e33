using System.Numerics;
using System.Numerics.Tensors;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 3, the same after subtracting the maximum: right for large scores, at the cost of two more passes. The
/// exponentials are computed twice, for their sum and for the quotients.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class SoftmaxShifted<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        if (!x.IsEmpty)
        {
            TensorPrimitives.Subtract(x, TensorPrimitives.Max(x), y);
            TensorPrimitives.SoftMax(y, y);
        }
    }
}
