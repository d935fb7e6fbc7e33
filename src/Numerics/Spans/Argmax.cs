using System.Numerics;

namespace Reference.Numerics;

public static partial class Kernels
{
    /// <summary>
    /// The index of the largest number, the first of equals. A NaN counts as the largest, so that it is not
    /// overlooked.
    /// </summary>
    /// <param name="x">[n], n ≥ 1</param>
    /// <exception cref="ArgumentException">The span is empty.</exception>
    public static int Argmax<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (x.IsEmpty)
        {
            throw new ArgumentException("Expected at least one number, got none.", nameof(x));
        }

        int best = 0;
        for (int i = 1; i < x.Length && !T.IsNaN(x[best]); i++)
        {
            best = x[i] > x[best] || T.IsNaN(x[i]) ? i : best;
        }

        return best;
    }

    /// <summary>The row of the largest number in every column: the classes that a classifier predicts.</summary>
    /// <param name="rows">D, the length of a column.</param>
    /// <param name="x">[D × N]</param>
    /// <param name="places">[N], written.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is below 1.</exception>
    /// <exception cref="ArgumentException">x does not hold whole columns, or places has another length.</exception>
    public static void ArgmaxColumns<T>(int rows, ReadOnlySpan<T> x, Span<int> places)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Columns(x, rows);
        if (places.Length != x.Length / rows)
        {
            throw new ArgumentException(
                $"places must hold one number for each of {x.Length / rows} columns, got {places.Length}.",
                nameof(places));
        }

        for (int j = 0; j < places.Length; j++)
        {
            places[j] = Argmax(x.Slice(j * rows, rows));
        }
    }
}
