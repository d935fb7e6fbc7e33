using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// A cache line of partial results: number i of a span is added to lane i mod 8 for double, mod 16 for float (a scalar
/// product has four such lines). Every path keeps this many lanes and joins them in the same order, so a sum has the
/// same bits on all.
/// </summary>
internal static unsafe class Lanes<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of lanes of the widest register.</summary>
    internal static int Count => 64 / sizeof(T);

    /// <summary>The lane that number <paramref name="i"/> belongs to.</summary>
    internal static int Of(int i) => i & (Count - 1);

    /// <summary>Halves are added until one number is left; the lanes are overwritten.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static T Sum(T* lanes)
    {
        for (int half = Count / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                lanes[i] += lanes[i + half];
            }
        }

        return lanes[0];
    }
}
