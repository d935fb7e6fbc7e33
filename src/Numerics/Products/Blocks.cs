using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// C ← α·A·B + β·C on one thread, blocked for the caches: a strip of eight columns of B stays in the first-level cache
/// while a packed block of A is read from the second; C is read and written once for every <see cref="Depth"/> steps
/// of k.
/// <para>Each element is c ← fma(α, s, β·c) with s one chain of fused multiply-adds over a block of k, block after
/// block (β = 1 after the first). This order is fixed and depends neither on tiles nor on threads nor on register
/// widths. A transposed matrix times one vector has its own order (<see cref="MatrixVector"/>).</para>
/// </summary>
internal static unsafe class Blocks
{
    /// <summary>Steps of k in a block. Fixed: it is part of the result.</summary>
    internal const int Depth = 512;

    /// <summary>Packing A pays from this number of columns of B on.</summary>
    private const int PackFrom = 128;

    /// <summary>The size in bytes that is assumed to fit into the first-level cache.</summary>
    internal const int FirstCache = 32 << 10;

    /// <summary>Columns of B that are packed at a time, where B must be packed.</summary>
    private const int Width = 1024;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Multiply<V, T>(
        int m, int n, int k, T alpha, Strided<T> a, Strided<T> b, T beta, T* c, int ldc, bool band = false)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (k == 0)
        {
            Scale(m, n, beta, c, ldc);
            return;
        }

        if (n == 1 && a.Down == 1)
        {
            MatrixVector.Multiply<V, T>(m, k, alpha, a, b, beta, c);
            return;
        }

        // A column that is a band of a wider product is added up as that product is.
        if (n == 1 && !band && a.Right == 1 && b.Down == 1)
        {
            MatrixVector.MultiplyTransposed<V, T>(m, k, alpha, a, b.Origin, beta, c);
            return;
        }

        if (k == 1)
        {
            OuterProduct.Multiply<V, T>(m, n, alpha, a, b, beta, c, ldc);
            return;
        }

        if (FewRows<V, T>.Fits(m, n, k))
        {
            FewRows<V, T>.Multiply(m, n, k, alpha, a, b, beta, c, ldc);
            return;
        }

        int height = 3 * V.Lanes;
        // Whole panels on every path; with their depth less than half a second-level cache of a megabyte.
        int blockRows = 768 / sizeof(T);
        // A panel that even the first rows do not fill must be packed anyway: once, if several strips meet it.
        bool packA = a.Down != 1 || n >= PackFrom || (m < height && m % V.Lanes != 0 && n > 8);
        // Rows of B that lie in the first cache anyway are read across where they stand.
        bool packB = b.Down != 1 && m >= height && (long)n * k * sizeof(T) > FirstCache;
        for (int j = 0; j < n; j += Width)
        {
            int columns = Math.Min(Width, n - j);
            for (int p = 0; p < k; p += Depth)
            {
                int depth = Math.Min(Depth, k - p);
                Strided<T> strip = b.From(p, j);
                if (packB)
                {
                    T* packed = Buffer<T>.ForB(Width * Depth);
                    Panels.CopyColumns(strip, depth, columns, packed, depth);
                    strip = new(packed, 1, depth);
                }

                for (int i = 0; i < m; i += blockRows)
                {
                    int rows = Math.Min(blockRows, m - i);
                    Strided<T> block = a.From(i, p);
                    T* packed = null;
                    if (packA)
                    {
                        packed = Buffer<T>.ForA(blockRows * Depth);
                        Panels.PackRows<V, T>(block, rows, depth, packed);
                    }

                    Strips<V, T>.Multiply(
                        rows, columns, depth, alpha, block, packed, strip, p == 0 ? beta : T.One,
                        c + i + (nint)j * ldc, ldc);
                }
            }
        }
    }

    // Without a single product C ← β·C, and β = 0 clears it unread.
    private static void Scale<T>(int m, int n, T beta, T* c, int ldc)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int j = 0; j < n; j++)
        {
            for (int i = 0; i < m; i++)
            {
                T* element = c + (nint)j * ldc + i;
                *element = beta == T.Zero ? T.Zero : beta * *element;
            }
        }
    }
}
