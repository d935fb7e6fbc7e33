using System.Numerics;
using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>The notes' race, S0-042: a million additions one by one, and several in each instruction.</summary>
public static class MillionSums
{
    /// <summary>One element after the other, each a boxed object as in a Python list. // [n]</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static IReadOnlyList<object> Boxed(IReadOnlyList<object> a, IReadOnlyList<object> b)
    {
        Require.SameLength(a.Count, nameof(a), b.Count, nameof(b));
        var sums = new List<object>(a.Count);
        for (int i = 0; i < a.Count; i++)
        {
            sums.Add((double)a[i] + (double)b[i]);
        }

        return sums;
    }

    /// <summary>One element after the other. // [n]</summary>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    public static double[] OneByOne(double[] a, double[] b)
    {
        Require.SameLength(a.Length, nameof(a), b.Length, nameof(b));
        var sums = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            sums[i] = a[i] + b[i];
        }

        return sums;
    }

    /// <summary>As many at once as the processor's registers hold. // [n]</summary>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    public static double[] Vectorized(double[] a, double[] b)
    {
        Require.SameLength(a.Length, nameof(a), b.Length, nameof(b));
        var sums = new double[a.Length];
        int i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(a, i) + new Vector<double>(b, i)).CopyTo(sums, i);
        }

        for (; i < a.Length; i++)
        {
            sums[i] = a[i] + b[i];
        }

        return sums;
    }
}
