using System.Numerics;
using System.Numerics.Tensors;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 2, from the functions of .NET: tanh x = 1 − 2/(1 + e²ˣ), a pass over the span for every operation. Vectorized,
/// but the numbers are read and written five times, and near 0 the difference of two numbers near 1 cancels: the
/// absolute error is small, the relative error is not.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class TanhPasses<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        T two = T.One + T.One;
        TensorPrimitives.Multiply(x, two, y);
        Kernels.Exp(y, y, VectorPaths.Best);
        TensorPrimitives.Add(y, T.One, y);
        TensorPrimitives.Divide(two, y, y);
        TensorPrimitives.Subtract(T.One, y, y);
    }
}
