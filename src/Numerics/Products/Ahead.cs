using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Reference.Numerics;

/// <summary>
/// Hints to the processor to fetch what will be needed next while the current tile computes: fetching is then hidden behind some thousand multiply-adds.
/// Hints never fault and never change a result.
/// </summary>
internal static unsafe class Ahead
{
    private const int LineBytes = 64;

    /// <summary>The piece of C that the tile about to be computed goes into.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Tile<T>(T* c, int rows, int columns, int ldc)
        where T : unmanaged
    {
        for (int j = 0; j < columns; j++)
        {
            Lines((byte*)(c + (nint)j * ldc), 0, rows * sizeof(T));
        }
    }

    /// <summary>The next strip of B, one share with each of the tiles that the current one meets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Strip<T>(Strided<T> b, int rows, int columns, int share, int shares)
        where T : unmanaged
    {
        if (b.Down == 1)
        {
            int bytes = rows * sizeof(T);
            int begin = (int)((long)bytes * share / shares), end = (int)((long)bytes * (share + 1) / shares);
            for (int j = 0; j < columns; j++)
            {
                Lines((byte*)(b.Origin + j * b.Right), begin, end);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Lines(byte* origin, int begin, int end)
    {
        if (Sse.IsSupported)
        {
            for (int i = begin; i < end; i += LineBytes)
            {
                Sse.Prefetch0(origin + i);
            }
        }
    }
}
