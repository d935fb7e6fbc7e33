using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>Whether all numbers are 0 or 1: x² − x, rounded once, is 0 only there, and NaN for NaN and ∞.</summary>
internal static unsafe class ZeroOrOne
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static bool All<V>(int length, double* x)
        where V : unmanaged, IVector<V, double>
    {
        V zero = V.Constant(0), sum = zero;
        for (int i = 0; i < length; i += V.Lanes)
        {
            V v = i <= length - V.Lanes ? V.Load(x + i) : V.LoadFirst(length - i, x + i, zero);
            sum += V.Abs(V.MultiplyAdd(v, v, zero - v));
        }

        return V.Sum(sum) == 0;
    }
}

public static partial class Kernels
{
    /// <summary>Whether all numbers are 0 or 1, without a branch, which would be guessed wrong at every other 1.
    /// </summary>
    /// <param name="x">[n]</param>
    public static bool AllZeroOrOne(ReadOnlySpan<double> x) => AllZeroOrOne(x, VectorPaths.Best);

    internal static unsafe bool AllZeroOrOne(ReadOnlySpan<double> x, VectorPath path)
    {
        fixed (double* px = x)
        {
            return path switch
            {
                VectorPath.Avx512 => ZeroOrOne.All<Register512<double>>(x.Length, px),
                VectorPath.Avx2 => ZeroOrOne.All<Register256<double>>(x.Length, px),
                _ => ZeroOrOne.All<Register128<double>>(x.Length, px),
            };
        }
    }
}
