using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reference.Numerics;

/// <summary>
/// Eight rows of eight numbers turned into eight columns inside registers, in three rounds that exchange ever larger
/// pieces.
/// </summary>
internal static unsafe class Transpose8
{
    /// <summary>For double and AVX-512, for float and AVX; elsewhere numbers are copied one by one.</summary>
    internal static bool IsSupported<T>() => typeof(T) == typeof(double) ? Avx512F.IsSupported : Avx.IsSupported;

    /// <summary>The copy for either type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Copy<T>(T* source, nint down, T* target, nint step)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            Copy((double*)source, down, (double*)target, step);
        }
        else
        {
            Copy((float*)source, down, (float*)target, step);
        }
    }

    /// <summary>target[q·step + i] = source[i·down + q] for i, q in 0…7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
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
    private static void Columns(
        Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d, double* target, nint step)
    {
        Vector512<double> upper = Avx512F.Shuffle4x128(a, b, 0x88), lower = Avx512F.Shuffle4x128(c, d, 0x88);
        Vector512<double> upperOdd = Avx512F.Shuffle4x128(a, b, 0xDD), lowerOdd = Avx512F.Shuffle4x128(c, d, 0xDD);
        Avx512F.Shuffle4x128(upper, lower, 0x88).Store(target);
        Avx512F.Shuffle4x128(upper, lower, 0xDD).Store(target + 4 * step);
        Avx512F.Shuffle4x128(upperOdd, lowerOdd, 0x88).Store(target + 2 * step);
        Avx512F.Shuffle4x128(upperOdd, lowerOdd, 0xDD).Store(target + 6 * step);
    }

    /// <summary>The same for floats, in 256-bit registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Copy(float* source, nint down, float* target, nint step)
    {
        Quarters(
            source, down, out Vector256<double> a04, out Vector256<double> a15, out Vector256<double> a26,
            out Vector256<double> a37);
        Quarters(
            source + 4 * down, down, out Vector256<double> b04, out Vector256<double> b15, out Vector256<double> b26,
            out Vector256<double> b37);
        Halves(a04, b04, target, target + 4 * step);
        Halves(a15, b15, target + step, target + 5 * step);
        Halves(a26, b26, target + 2 * step, target + 6 * step);
        Halves(a37, b37, target + 3 * step, target + 7 * step);
    }

    // Of four rows the columns 0 and 4, 1 and 5, 2 and 6, 3 and 7, each in half a register.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quarters(
        float* source, nint down,
        out Vector256<double> c04, out Vector256<double> c15, out Vector256<double> c26, out Vector256<double> c37)
    {
        Vector256<float> r0 = Vector256.Load(source), r1 = Vector256.Load(source + down);
        Vector256<float> r2 = Vector256.Load(source + 2 * down), r3 = Vector256.Load(source + 3 * down);
        Vector256<double> low01 = Avx.UnpackLow(r0, r1).AsDouble(), high01 = Avx.UnpackHigh(r0, r1).AsDouble();
        Vector256<double> low23 = Avx.UnpackLow(r2, r3).AsDouble(), high23 = Avx.UnpackHigh(r2, r3).AsDouble();
        c04 = Avx.UnpackLow(low01, low23);
        c15 = Avx.UnpackHigh(low01, low23);
        c26 = Avx.UnpackLow(high01, high23);
        c37 = Avx.UnpackHigh(high01, high23);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Halves(Vector256<double> upper, Vector256<double> lower, float* first, float* second)
    {
        Avx.Permute2x128(upper, lower, 0x20).AsSingle().Store(first);
        Avx.Permute2x128(upper, lower, 0x31).AsSingle().Store(second);
    }
}
