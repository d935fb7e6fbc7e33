using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Reference.Numerics;

/// <summary>
/// Asks for memory before it is needed, so that the tiles do not wait for it. A hint: it changes no result and may
/// name any address.
/// </summary>
internal static unsafe class Ahead
{
    private const int Line = 64;

    /// <summary>
    /// The cache lines of <paramref name="columns"/> pieces of <paramref name="count"/> neighbours,
    /// <paramref name="step"/> apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Fetch<T>(T* first, int count, int columns, nint step)
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
