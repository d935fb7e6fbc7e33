using System.Numerics;
using System.Runtime.InteropServices;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 3, the same series on a whole register: one instruction computes as many numbers as a <see cref="Vector{T}"/>
/// holds. Rounding is an addition of 1.5·2⁵² (2²³ for float), after which the lowest bits are n; shifted into the
/// exponent field they are 2ⁿ. The last, incomplete register is padded with zeros. Only for x whose eˣ is a normal
/// number.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
public sealed class ExpVectors<T> : IFunctionRung<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Vector<T> Shift = new(
        T.CreateTruncating(typeof(T) == typeof(double) ? 6755399441055744.0 : 12582912.0));
    private static readonly Vector<T>[] Terms = [.. ExpSeries<T>.Terms.Select(term => new Vector<T>(term))];

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<T> x, Span<T> y)
    {
        Lengths.Equal(x, y);
        ReadOnlySpan<Vector<T>> from = MemoryMarshal.Cast<T, Vector<T>>(x);
        Span<Vector<T>> to = MemoryMarshal.Cast<T, Vector<T>>(y);
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = Of(from[i]);
        }

        int done = from.Length * Vector<T>.Count;
        Span<T> last = stackalloc T[Vector<T>.Count];
        x[done..].CopyTo(last);
        Of(new Vector<T>(last)).CopyTo(last);
        last[..(y.Length - done)].CopyTo(y[done..]);
    }

    /// <summary>eˣ in every lane.</summary>
    internal static Vector<T> Of(Vector<T> x)
    {
        Vector<T> shifted = x * ExpSeries<T>.PerLn2 + Shift, n = shifted - Shift;
        Vector<T> r = x - n * ExpSeries<T>.Ln2High - n * ExpSeries<T>.Ln2Low;
        Vector<T> sum = Terms[^1];
        for (int k = Terms.Length - 2; k >= 0; k--)
        {
            sum = sum * r + Terms[k];
        }

        return sum * PowerOfTwo(shifted);
    }

    private static Vector<T> PowerOfTwo(Vector<T> shifted) => typeof(T) == typeof(double)
        ? Vector.As<long, T>(Vector.ShiftLeft(Vector.As<T, long>(shifted) + new Vector<long>(1023), 52))
        : Vector.As<int, T>(Vector.ShiftLeft(Vector.As<T, int>(shifted) + new Vector<int>(127), 23));
}
