using System.Runtime.InteropServices;

namespace Reference.Numerics;

/// <summary>
/// A thread's buffer for packed blocks, kept from call to call: after the first product nothing is allocated.
/// </summary>
internal static unsafe class Buffer<T>
    where T : unmanaged
{
    [ThreadStatic]
    private static T[]? t_a;

    [ThreadStatic]
    private static T[]? t_b;

    [ThreadStatic]
    private static T[]? t_numbers;

    internal static T* ForA(int length) => Aligned(ref t_a, length);

    internal static T* ForB(int length) => Aligned(ref t_b, length);

    internal static T* ForNumbers(int length) => Aligned(ref t_numbers, length);

    // On the pinned heap, so that a pointer stays valid, and on a cache line.
    private static T* Aligned(ref T[]? room, int length)
    {
        if (room is null || room.Length < length + 64)
        {
            room = GC.AllocateUninitializedArray<T>(length + 64, pinned: true);
        }

        return (T*)(((nint)Marshal.UnsafeAddrOfPinnedArrayElement(room, 0) + 63) & ~63);
    }
}
