using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>Rung 1, the formula ½x(1 + tanh u) with u = √(2/π)(x + 0.044715x³), one call for every number.</summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class GeluTanhCalls<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T Half = T.CreateTruncating(0.5);
    private static readonly T Scale = T.CreateTruncating(Math.Sqrt(2 / Math.PI));
    private static readonly T Cubic = T.CreateTruncating(0.044715);

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        for (int i = 0; i < x.Length; i++)
        {
            T u = Scale * (x[i] + Cubic * x[i] * x[i] * x[i]);
            y[i] = Half * x[i] * (T.One + T.Tanh(u));
        }
    }
}
