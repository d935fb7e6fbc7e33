using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Reference.Numerics;

/// <summary>Prefetches memory for the tiles. A hint: it changes no result, and any address is allowed.</summary>
internal static unsafe class Prefetch
{
    private const int Line = 64;

    /// <summary>
    /// Prefetches <paramref name="columns"/> columns of <paramref name="count"/> numbers, <paramref name="step"/>
    /// apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Columns<T>(T* first, int count, int columns, nint step)
        where T : unmanaged
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        for (int j = 0; j < columns; j++, first += step)
        {
            for (byte* place = (byte*)first; place < (byte*)(first + count); place += Line)
            {
                Sse.Prefetch0(place);
            }
        }
    }
}
