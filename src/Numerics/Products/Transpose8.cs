using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reference.Numerics;

/// <summary>Eight rows of eight doubles turned into eight columns inside registers, in three rounds that exchange ever larger pieces.</summary>
internal static unsafe class Transpose8
{
    internal static bool IsSupported => Avx512F.IsSupported;

    /// <summary>target[q·step + i] = source[i·down + q] for i, q in 0…7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Copy(double* source, nint down, double* target, nint step)
    {
        Vector512<double> r0 = Vector512.Load(source), r1 = Vector512.Load(source + down);
        Vector512<double> r2 = Vector512.Load(source + 2 * down), r3 = Vector512.Load(source + 3 * down);
        Vector512<double> r4 = Vector512.Load(source + 4 * down), r5 = Vector512.Load(source + 5 * down);
        Vector512<double> r6 = Vector512.Load(source + 6 * down), r7 = Vector512.Load(source + 7 * down);

        // Pairs of rows: even places, then odd ones.
        Vector512<double> even01 = Avx512F.UnpackLow(r0, r1), odd01 = Avx512F.UnpackHigh(r0, r1);
        Vector512<double> even23 = Avx512F.UnpackLow(r2, r3), odd23 = Avx512F.UnpackHigh(r2, r3);
        Vector512<double> even45 = Avx512F.UnpackLow(r4, r5), odd45 = Avx512F.UnpackHigh(r4, r5);
        Vector512<double> even67 = Avx512F.UnpackLow(r6, r7), odd67 = Avx512F.UnpackHigh(r6, r7);

        // Quarters 0 and 2 (0x88), or 1 and 3 (0xDD), of two registers.
        Columns(even01, even23, even45, even67, target, step);
        Columns(odd01, odd23, odd45, odd67, target + step, step);
    }

    // Columns 0, 2, 4 and 6 of what was unpacked.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d, double* target, nint step)
    {
        Vector512<double> upper = Avx512F.Shuffle4x128(a, b, 0x88), lower = Avx512F.Shuffle4x128(c, d, 0x88);
        Vector512<double> upperOdd = Avx512F.Shuffle4x128(a, b, 0xDD), lowerOdd = Avx512F.Shuffle4x128(c, d, 0xDD);
        Avx512F.Shuffle4x128(upper, lower, 0x88).Store(target);
        Avx512F.Shuffle4x128(upper, lower, 0xDD).Store(target + 4 * step);
        Avx512F.Shuffle4x128(upperOdd, lowerOdd, 0x88).Store(target + 2 * step);
        Avx512F.Shuffle4x128(upperOdd, lowerOdd, 0xDD).Store(target + 6 * step);
    }
}
