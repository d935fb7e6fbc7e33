using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 1, the formula, stable: one loop for the maximum m, one for the exponentials e^(xᵢ − m) and their sum, one for
/// the quotients, with a call for every exponential and a division for every quotient.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class SoftmaxLoops<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        T max = T.NegativeInfinity, sum = T.Zero;
        foreach (T value in x)
        {
            max = T.Max(max, value);
        }

        for (int i = 0; i < x.Length; i++)
        {
            y[i] = T.Exp(x[i] - max);
            sum += y[i];
        }

        for (int i = 0; i < x.Length; i++)
        {
            y[i] /= sum;
        }
    }
}
