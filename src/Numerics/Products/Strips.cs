using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// One block of A times a strip of B: cut into tiles, the widest first, and what is left over into narrower ones.
/// </summary>
internal static unsafe class Strips<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int WorthFetching = 128;

    /// <summary>C ← α·A·B + β·C for one block and one strip.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="columns">Columns of the strip.</param>
    /// <param name="k">Its depth.</param>
    /// <param name="alpha">The factor of the product.</param>
    /// <param name="a">The block as it stands.</param>
    /// <param name="packed">The block in panels, or null: then it is read where it stands.</param>
    /// <param name="b">The strip.</param>
    /// <param name="beta">The factor of what is in C; 0 does not read it.</param>
    /// <param name="c">The place in C.</param>
    /// <param name="ldc">From a column of C to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Multiply(
        int rows, int columns, int k, T alpha, Strided<T> a, T* packed, Strided<T> b, T beta, T* c, int ldc)
    {
        // Eight columns of three registers need thirty-two registers; the narrower instruction sets have sixteen.
        bool wide = typeof(V) == typeof(Register512<T>);
        int j = 0;
        for (; wide && j <= columns - 8; j += 8)
        {
            Down<Tile8>(rows, k, alpha, a, packed, b.From(0, j), beta, c + (nint)j * ldc, ldc);
        }

        for (; j <= columns - 4; j += 4)
        {
            Down<Tile4>(rows, k, alpha, a, packed, b.From(0, j), beta, c + (nint)j * ldc, ldc);
        }

        if (j <= columns - 2)
        {
            Down<Tile2>(rows, k, alpha, a, packed, b.From(0, j), beta, c + (nint)j * ldc, ldc);
            j += 2;
        }

        if (j < columns)
        {
            Down<Tile1>(rows, k, alpha, a, packed, b.From(0, j), beta, c + (nint)j * ldc, ldc);
        }
    }

    // The tile is written before it is read, so its room need not be cleared.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Down<TTile>(
        int rows, int k, T alpha, Strided<T> a, T* packed, Strided<T> b, T beta, T* c, int ldc)
        where TTile : ITile
    {
        // Room for the largest tile: three registers of 64 bytes by eight columns; before it up to a line for its
        // alignment, after it one that may be read.
        byte* room = stackalloc byte[(3 * 8 * 64) + 128];
        T* tile = (T*)(((nint)room + 63) & ~63);
        int height = 3 * V.Lanes;
        for (int i = 0; i < rows; i += height)
        {
            int count = Math.Min(height, rows - i);
            int registers = (count + V.Lanes - 1) / V.Lanes;
            int padded = registers * V.Lanes;
            T* panel = packed;
            nint step = padded;
            int skip = 0;
            if (packed != null)
            {
                packed += padded * (nint)k;
            }
            else if (padded == count)
            {
                panel = a.Origin + i;
                step = a.Right;
            }
            else if (rows >= padded)
            {
                // The last rows do not fill a register: their tile begins higher up and its first rows, computed once
                // more, are not stored.
                skip = padded - count;
                panel = a.Origin + i - skip;
                step = a.Right;
            }
            else
            {
                // There is nothing above, and reading on would leave the matrix.
                panel = Buffer<T>.ForA(height * Blocks.Depth);
                Panels.PackPanel<V, T>(a.From(i, 0), count, padded, k, panel);
            }

            if (count == padded)
            {
                // This piece of C is needed after the tile, if that takes long enough to fetch it.
                if (k >= WorthFetching)
                {
                    Prefetch.Columns(c + i, count, TTile.Columns, ldc);
                }

                Tile<TTile>(registers, k, alpha, panel, step, b, beta, c + i, ldc);
            }
            else
            {
                Tile<TTile>(registers, k, T.One, panel, step, b, T.Zero, tile, padded);
                Merge(count, padded, TTile.Columns, alpha, tile + skip, beta, c + i, ldc);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile<TTile>(
        int registers, int k, T alpha, T* a, nint step, Strided<T> b, T beta, T* c, nint ldc)
        where TTile : ITile
    {
        switch (registers)
        {
            case 3: TTile.Multiply<Column3<V, T>, T>(
                k, a, step, b.Origin, b.Right, b.Down, alpha, beta, c, ldc); break;
            case 2: TTile.Multiply<Column2<V, T>, T>(
                k, a, step, b.Origin, b.Right, b.Down, alpha, beta, c, ldc); break;
            default: TTile.Multiply<Column1<V, T>, T>(
                k, a, step, b.Origin, b.Right, b.Down, alpha, beta, c, ldc); break;
        }
    }

    // c ← fma(α, tile, β·c)
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Merge(int rows, int padded, int columns, T alpha, T* tile, T beta, T* c, int ldc)
    {
        V factor = V.All(alpha), keep = V.All(beta);
        for (int j = 0; j < columns; j++, tile += padded, c += ldc)
        {
            int i = 0;
            for (; i <= rows - V.Lanes; i += V.Lanes)
            {
                V product = V.Load(tile + i);
                V.Store(
                    beta == T.Zero ? factor * product : V.MultiplyAdd(factor, product, keep * V.Load(c + i)), c + i);
            }

            if (i < rows)
            {
                // The tile is padded, so its last register can be read whole; C's cannot.
                V product = V.Load(tile + i);
                V rest = beta == T.Zero
                    ? factor * product
                    : V.MultiplyAdd(factor, product, keep * V.LoadFirst(rows - i, c + i, keep));
                V.StoreFirst(rows - i, rest, c + i);
            }
        }
    }
}
