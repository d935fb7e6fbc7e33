using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 1, one call for every number: the function of the system's mathematical library. No work is shared between
/// calls.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class ExpCalls<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = T.Exp(x[i]);
        }
    }
}
