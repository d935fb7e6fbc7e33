using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

// A small matrix: the sums of some rows stay in registers, four or eight, while all columns pass by.
internal static unsafe partial class MatrixVector
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FourRegisters<V, T>(int k, T alpha, Strided<T> a, Strided<T> x, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FourLines<V, T> sums = default;
        T* column = a.Origin, factor = x.Origin;
        for (int p = 0; p < k; p++, column += a.Right, factor += x.Down)
        {
            sums = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.Load(column), V.All(*factor), sums);
        }

        Merge(alpha, sums, beta, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EightRegisters<V, T>(int k, T alpha, Strided<T> a, Strided<T> x, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FourLines<V, T> upper = default, lower = default;
        T* column = a.Origin, factor = x.Origin;
        for (int p = 0; p < k; p++, column += a.Right, factor += x.Down)
        {
            V f = V.All(*factor);
            upper = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.Load(column), f, upper);
            lower = FourLines<V, T>.MultiplyAdd(FourLines<V, T>.Load(column + 4 * V.Lanes), f, lower);
        }

        Merge(alpha, upper, beta, y);
        Merge(alpha, lower, beta, y + 4 * V.Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Merge<V, T>(T alpha, FourLines<V, T> sums, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (first, second, third, fourth) = sums;
        Merge(alpha, first, beta, y);
        Merge(alpha, second, beta, y + V.Lanes);
        Merge(alpha, third, beta, y + 2 * V.Lanes);
        Merge(alpha, fourth, beta, y + 3 * V.Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Merge<V, T>(T alpha, V sum, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => V.Store(beta == T.Zero ? V.All(alpha) * sum : V.MultiplyAdd(V.All(alpha), sum, V.All(beta) * V.Load(y)), y);
}
