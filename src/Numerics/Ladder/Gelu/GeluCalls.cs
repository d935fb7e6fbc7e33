using System.Numerics;
using MathNet.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 1, the definition: x·Φ(x) with Φ(x) = ½ erfc(−x/√2), one call for every number; float is computed in double,
/// the only type that MathNet offers.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class GeluCalls<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        for (int i = 0; i < x.Length; i++)
        {
            double value = double.CreateTruncating(x[i]);
            y[i] = T.CreateTruncating(0.5 * value * SpecialFunctions.Erfc(-value / Constants.Sqrt2));
        }
    }
}
