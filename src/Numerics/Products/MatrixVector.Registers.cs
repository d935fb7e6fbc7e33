using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

// A small matrix: the sums of some rows stay in registers, four or eight, while all columns pass by.
internal static unsafe partial class MatrixVector
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRegisters<V, T>(int k, T alpha, Strided<T> a, Strided<T> x, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V s0 = V.Constant(0), s1 = s0, s2 = s0, s3 = s0;
        T* column = a.Origin, factor = x.Origin;
        for (int p = 0; p < k; p++, column += a.Right, factor += x.Down)
        {
            V f = V.All(*factor);
            s0 = V.MultiplyAdd(V.Load(column), f, s0);
            s1 = V.MultiplyAdd(V.Load(column + V.Lanes), f, s1);
            s2 = V.MultiplyAdd(V.Load(column + 2 * V.Lanes), f, s2);
            s3 = V.MultiplyAdd(V.Load(column + 3 * V.Lanes), f, s3);
        }

        Merge(alpha, s0, beta, y);
        Merge(alpha, s1, beta, y + V.Lanes);
        Merge(alpha, s2, beta, y + 2 * V.Lanes);
        Merge(alpha, s3, beta, y + 3 * V.Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightRegisters<V, T>(int k, T alpha, Strided<T> a, Strided<T> x, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V s0 = V.Constant(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        T* column = a.Origin, factor = x.Origin;
        for (int p = 0; p < k; p++, column += a.Right, factor += x.Down)
        {
            V f = V.All(*factor);
            s0 = V.MultiplyAdd(V.Load(column), f, s0);
            s1 = V.MultiplyAdd(V.Load(column + V.Lanes), f, s1);
            s2 = V.MultiplyAdd(V.Load(column + 2 * V.Lanes), f, s2);
            s3 = V.MultiplyAdd(V.Load(column + 3 * V.Lanes), f, s3);
            s4 = V.MultiplyAdd(V.Load(column + 4 * V.Lanes), f, s4);
            s5 = V.MultiplyAdd(V.Load(column + 5 * V.Lanes), f, s5);
            s6 = V.MultiplyAdd(V.Load(column + 6 * V.Lanes), f, s6);
            s7 = V.MultiplyAdd(V.Load(column + 7 * V.Lanes), f, s7);
        }

        Merge(alpha, s0, beta, y);
        Merge(alpha, s1, beta, y + V.Lanes);
        Merge(alpha, s2, beta, y + 2 * V.Lanes);
        Merge(alpha, s3, beta, y + 3 * V.Lanes);
        Merge(alpha, s4, beta, y + 4 * V.Lanes);
        Merge(alpha, s5, beta, y + 5 * V.Lanes);
        Merge(alpha, s6, beta, y + 6 * V.Lanes);
        Merge(alpha, s7, beta, y + 7 * V.Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Merge<V, T>(T alpha, V sum, T beta, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => V.Store(beta == T.Zero ? V.All(alpha) * sum : V.MultiplyAdd(V.All(alpha), sum, V.All(beta) * V.Load(y)), y);
}
