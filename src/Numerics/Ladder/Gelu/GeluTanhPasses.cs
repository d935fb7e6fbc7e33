using System.Numerics;
using System.Numerics.Tensors;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 2, a pass over the span for every operation of the formula: each pass is vectorized, but the numbers are read
/// and written eight times.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class GeluTanhPasses<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        if (x.Overlaps(y))
        {
            throw new ArgumentException("y must lie apart from x: every pass but the first reads both.", nameof(y));
        }

        TensorPrimitives.Multiply(x, x, y);
        TensorPrimitives.Multiply(y, T.CreateTruncating(0.044715 * Math.Sqrt(2 / Math.PI)), y);
        TensorPrimitives.Add(y, T.CreateTruncating(Math.Sqrt(2 / Math.PI)), y);
        TensorPrimitives.Multiply(x, y, y);
        TensorPrimitives.Tanh(y, y);
        TensorPrimitives.Add(y, T.One, y);
        TensorPrimitives.Multiply(x, y, y);
        TensorPrimitives.Multiply(y, T.CreateTruncating(0.5), y);
    }
}
