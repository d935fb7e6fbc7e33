using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// Whether c·x is finite for all numbers: 0·(c·x) is 0 where it is and NaN otherwise, and a sum keeps a NaN.
/// </summary>
internal static unsafe class Finite
{
    internal static bool All<T>(VectorPath path, int length, T* x, double scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => path switch
        {
            VectorPath.Avx512 => All<Twice<Register512<T>, T>, T>(length, x, scale),
            VectorPath.Avx2 => All<Twice<Register256<T>, T>, T>(length, x, scale),
            _ => All<Register128<T>, T>(length, x, scale),
        };

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static bool All<V, T>(int length, T* x, double scale)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V zero = V.Constant(0), sum = zero;
        int i = 0;
        for (; i <= length - V.Lanes; i += V.Lanes)
        {
            sum = V.MultiplyAdd(scale * V.Load(x + i), zero, sum);
        }

        T rest = V.Sum(sum);
        for (; i < length; i++)
        {
            rest += T.CreateChecked(scale) * x[i] * T.Zero;
        }

        return rest == T.Zero;
    }
}

/// <summary>The same in bands, on several threads.</summary>
internal sealed unsafe class FiniteInParts<T>(
    VectorPath path, int length, int threads, T* x, double scale) : WorkInBands(length, threads)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private int _broken;

    /// <summary>The result, valid when all parts are done.</summary>
    internal bool All => Volatile.Read(ref _broken) == 0;

    /// <inheritdoc/>
    protected override void Band(int begin, int count)
    {
        if (!Finite.All(path, count, x + begin, scale))
        {
            Volatile.Write(ref _broken, 1);
        }
    }
}
