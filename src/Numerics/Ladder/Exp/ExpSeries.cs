using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 2, the function written out: with n = round(x / ln 2) and r = x − n ln 2, eˣ = 2ⁿ eʳ, and for |r| ≤ ½ ln 2 a
/// few terms of the series 1 + r + r²/2! + … are enough. There is no branch and no table, so that the next rung can do
/// the same for several numbers at once. Only for x whose eˣ is a normal number.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class ExpSeries<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>1/k!, up to the first term below the rounding error.</summary>
    internal static readonly T[] Terms = Inverses(typeof(T) == typeof(double) ? 13 : 7);

    /// <summary>1/ln 2, and ln 2 in two parts: the first with so few bits that its product with n is exact.</summary>
    internal static readonly T PerLn2 = T.CreateTruncating(1.4426950408889634);
    internal static readonly T Ln2High = T.CreateTruncating(
        typeof(T) == typeof(double) ? Exponential.Ln2High : Exponential.FloatLn2High);
    internal static readonly T Ln2Low = T.CreateTruncating(
        typeof(T) == typeof(double) ? Exponential.Ln2Low : Exponential.FloatLn2Low);

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        for (int i = 0; i < x.Length; i++)
        {
            T n = T.Round(x[i] * PerLn2), r = x[i] - n * Ln2High - n * Ln2Low;
            T sum = Terms[^1];
            for (int k = Terms.Length - 2; k >= 0; k--)
            {
                sum = sum * r + Terms[k];
            }

            y[i] = T.ScaleB(sum, int.CreateTruncating(n));
        }
    }

    private static T[] Inverses(int last)
    {
        var terms = new T[last + 1];
        double factorial = 1;
        for (int k = 0; k <= last; k++)
        {
            factorial *= Math.Max(1, k);
            terms[k] = T.CreateTruncating(1 / factorial);
        }

        return terms;
    }
}
