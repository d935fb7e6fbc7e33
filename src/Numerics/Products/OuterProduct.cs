using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// C ← α·a·bᵀ + β·C for one column a and one row b: every number of C is written once, so memory limits the speed, and
/// a tile of C in registers would gain nothing. The order is that of <see cref="Blocks"/> for k = 1.
/// </summary>
internal static unsafe class OuterProduct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Multiply<V, T>(int m, int n, T alpha, Strided<T> a, Strided<T> b, T beta, T* c, nint ldc)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* column = a.Origin;
        if (a.Down != 1)
        {
            column = Buffer<T>.ForA(m);
            for (int i = 0; i < m; i++)
            {
                column[i] = *a.From(i, 0).Origin;
            }
        }

        int j = 0;
        for (; beta == T.Zero && j <= n - 4; j += 4, c += 4 * ldc)
        {
            WriteFour<V, T>(m, alpha, column, b.Origin + j * b.Right, b.Right, c, ldc);
        }

        for (; j < n; j++, c += ldc)
        {
            T* factor = b.Origin + j * b.Right;
            if (beta == T.Zero)
            {
                Write<V, T>(m, alpha, column, *factor, c);
            }
            else
            {
                Add<V, T>(m, alpha, column, *factor, beta, c);
            }
        }
    }

    // Four columns at a time, for which a is read once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void WriteFour<V, T>(int m, T alpha, T* a, T* b, nint right, T* c, nint ldc)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V scale = V.All(alpha), zero = V.Constant(0), b0 = V.All(b[0]), b1 = V.All(b[right]), b2 = V.All(b[2 * right]),
            b3 = V.All(b[3 * right]);
        T* c1 = c + ldc, c2 = c1 + ldc, c3 = c2 + ldc;
        int i = 0;
        for (; i <= m - V.Lanes; i += V.Lanes)
        {
            V x = V.Load(a + i);
            V.Store(scale * V.MultiplyAdd(x, b0, zero), c + i);
            V.Store(scale * V.MultiplyAdd(x, b1, zero), c1 + i);
            V.Store(scale * V.MultiplyAdd(x, b2, zero), c2 + i);
            V.Store(scale * V.MultiplyAdd(x, b3, zero), c3 + i);
        }

        if (i < m)
        {
            V x = V.LoadFirst(m - i, a + i, zero);
            V.StoreFirst(m - i, scale * V.MultiplyAdd(x, b0, zero), c + i);
            V.StoreFirst(m - i, scale * V.MultiplyAdd(x, b1, zero), c1 + i);
            V.StoreFirst(m - i, scale * V.MultiplyAdd(x, b2, zero), c2 + i);
            V.StoreFirst(m - i, scale * V.MultiplyAdd(x, b3, zero), c3 + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Write<V, T>(int m, T alpha, T* a, T b, T* c)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V scale = V.All(alpha), factor = V.All(b), zero = V.Constant(0);
        int i = 0;
        for (; i <= m - V.Lanes; i += V.Lanes)
        {
            V.Store(scale * V.MultiplyAdd(V.Load(a + i), factor, zero), c + i);
        }

        if (i < m)
        {
            V.StoreFirst(m - i, scale * V.MultiplyAdd(V.LoadFirst(m - i, a + i, zero), factor, zero), c + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Add<V, T>(int m, T alpha, T* a, T b, T beta, T* c)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V scale = V.All(alpha), factor = V.All(b), keep = V.All(beta), zero = V.Constant(0);
        int i = 0;
        for (; i <= m - V.Lanes; i += V.Lanes)
        {
            V.Store(V.MultiplyAdd(scale, V.MultiplyAdd(V.Load(a + i), factor, zero), keep * V.Load(c + i)), c + i);
        }

        if (i < m)
        {
            V product = V.MultiplyAdd(V.LoadFirst(m - i, a + i, zero), factor, zero);
            V.StoreFirst(m - i, V.MultiplyAdd(scale, product, keep * V.LoadFirst(m - i, c + i, zero)), c + i);
        }
    }
}
