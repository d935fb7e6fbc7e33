using System.Numerics;
using System.Numerics.Tensors;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 2, the function of .NET: vectors of exponentials. It does not subtract the maximum: fast, but [1000, 1001]
/// gives NaN.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class SoftmaxUnstable<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        if (!x.IsEmpty)
        {
            TensorPrimitives.SoftMax(x, y);
        }
    }
}
