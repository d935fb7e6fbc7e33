using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

// A larger one: the sums of some rows stay in the first cache, and one column after the other, or four at a time, is
// added to them.
internal static unsafe partial class MatrixVector
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void ColumnByColumn<V, T>(int rows, int columns, T* a, nint right, T* x, nint step, T* sums)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (; columns > 0; columns--, a += right, x += step)
        {
            V factor = V.All(*x);
            nint i = 0;
            for (; i <= rows - 4 * V.Lanes; i += 4 * V.Lanes)
            {
                T* here = a + i, sum = sums + i;
                V.Store(V.MultiplyAdd(V.Load(here), factor, V.Load(sum)), sum);
                V.Store(V.MultiplyAdd(V.Load(here + V.Lanes), factor, V.Load(sum + V.Lanes)), sum + V.Lanes);
                V.Store(
                    V.MultiplyAdd(V.Load(here + 2 * V.Lanes), factor, V.Load(sum + 2 * V.Lanes)), sum + 2 * V.Lanes);
                V.Store(
                    V.MultiplyAdd(V.Load(here + 3 * V.Lanes), factor, V.Load(sum + 3 * V.Lanes)), sum + 3 * V.Lanes);
            }

            for (; i <= rows - V.Lanes; i += V.Lanes)
            {
                V.Store(V.MultiplyAdd(V.Load(a + i), factor, V.Load(sums + i)), sums + i);
            }

            for (; i < rows; i++)
            {
                sums[i] = T.FusedMultiplyAdd(a[i], *x, sums[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void FourColumns<V, T>(int rows, T* a, nint right, T* x, nint step, T* sums)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* a1 = a + right, a2 = a1 + right, a3 = a2 + right;
        V x0 = V.All(x[0]), x1 = V.All(x[step]), x2 = V.All(x[2 * step]), x3 = V.All(x[3 * step]);
        int i = 0;
        for (; i <= rows - V.Lanes; i += V.Lanes)
        {
            V sum = V.MultiplyAdd(V.Load(a + i), x0, V.Load(sums + i));
            sum = V.MultiplyAdd(V.Load(a1 + i), x1, sum);
            sum = V.MultiplyAdd(V.Load(a2 + i), x2, sum);
            V.Store(V.MultiplyAdd(V.Load(a3 + i), x3, sum), sums + i);
        }

        for (; i < rows; i++)
        {
            T sum = T.FusedMultiplyAdd(a[i], x[0], sums[i]);
            sum = T.FusedMultiplyAdd(a1[i], x[step], sum);
            sum = T.FusedMultiplyAdd(a2[i], x[2 * step], sum);
            sums[i] = T.FusedMultiplyAdd(a3[i], x[3 * step], sum);
        }
    }
}
