using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// A product whose rows all fit into one register, as in a first convolution: A is packed once, B is read in place,
/// and eight columns of C at a time are written from registers. With so few multiplications a column, any other work
/// would cost more than they do.
/// <para>The order of additions is that of <see cref="Blocks"/> for one block of k.</para>
/// </summary>
internal static unsafe class FewRows<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether all rows fit into one register.</summary>
    internal static bool Fits(int m, int n, int k) => m <= V.Lanes && n >= 8 && k <= Blocks.Depth;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Multiply(int m, int n, int k, T alpha, Strided<T> a, Strided<T> b, T beta, T* c, int ldc)
    {
        T* packed = Buffer<T>.ForA(V.Lanes * Blocks.Depth);
        Panels.PackPanel<V, T>(a, m, V.Lanes, k, packed);
        int groups = n / 8;
        EightColumns(groups, m, k, alpha, packed, b, beta, c, ldc);
        for (int j = 8 * groups; j < n; j++)
        {
            V sum = V.Constant(0);
            for (int p = 0; p < k; p++)
            {
                sum = V.MultiplyAdd(b.From(p, j).Origin, V.Load(packed + p * V.Lanes), sum);
            }

            Merge(m, beta == T.Zero, sum, V.All(alpha), V.All(beta), c + j * (nint)ldc);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EightColumns(int groups, int m, int k, T alpha, T* a, Strided<T> b, T beta, T* c, nint ldc)
    {
        nint right = b.Right, right2 = 2 * right, down = b.Down;
        bool fresh = beta == T.Zero;
        V factor = V.All(alpha), keep = V.All(beta);
        T* strip = b.Origin;
        for (; groups > 0; groups--, strip += 8 * right, c += 8 * ldc)
        {
            V c0 = V.Constant(0), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
            T* b0 = strip, b3 = b0 + 3 * right, b6 = b3 + 3 * right, row = a;
            for (int p = 0; p < k; p++, row += V.Lanes, b0 += down, b3 += down, b6 += down)
            {
                V x = V.Load(row);
                c0 = V.MultiplyAdd(b0, x, c0);
                c1 = V.MultiplyAdd(b0 + right, x, c1);
                c2 = V.MultiplyAdd(b0 + right2, x, c2);
                c3 = V.MultiplyAdd(b3, x, c3);
                c4 = V.MultiplyAdd(b3 + right, x, c4);
                c5 = V.MultiplyAdd(b3 + right2, x, c5);
                c6 = V.MultiplyAdd(b6, x, c6);
                c7 = V.MultiplyAdd(b6 + right, x, c7);
            }

            T* c3rd = c + 3 * ldc, c6th = c3rd + 3 * ldc;
            Merge(m, fresh, c0, factor, keep, c);
            Merge(m, fresh, c1, factor, keep, c + ldc);
            Merge(m, fresh, c2, factor, keep, c + 2 * ldc);
            Merge(m, fresh, c3, factor, keep, c3rd);
            Merge(m, fresh, c4, factor, keep, c3rd + ldc);
            Merge(m, fresh, c5, factor, keep, c3rd + 2 * ldc);
            Merge(m, fresh, c6, factor, keep, c6th);
            Merge(m, fresh, c7, factor, keep, c6th + ldc);
        }
    }

    // c ← fma(α, sum, β·c) for the first m numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Merge(int m, bool fresh, V sum, V factor, V keep, T* c)
        => V.StoreFirst(m, fresh ? factor * sum : V.MultiplyAdd(factor, sum, keep * V.LoadFirst(m, c, sum)), c);
}
