using System.Numerics;
using System.Numerics.Tensors;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 4, the vectorized function of .NET: the same on the widest registers, with the loop unrolled.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class ExpLibrary<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        TensorPrimitives.Exp(x, y);
    }
}
