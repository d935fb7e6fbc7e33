using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>
/// From bytes to normalised doubles in one pass: (pixel/255 − mean_c) / std_c for channel c (S2-102), with mean 0 and
/// deviation 1 plainly pixel/255 (S0-100, S2-101). With mean ½ and deviation ½ the range is [−1, 1] (not [0, 2), as
/// the notes once say).
/// </summary>
internal sealed class PixelScaling
{
    private readonly int _channels;

    // Both repeat with the channels; their length is a multiple of the channels and of eight, the widest vector of
    // doubles.
    private readonly double[] _factors, _offsets;

    public PixelScaling(IReadOnlyList<double> mean, IReadOnlyList<double> deviation)
    {
        Require.SameLength(mean.Count, nameof(mean), deviation.Count, nameof(deviation));
        Require.NotEmpty(mean.Count, nameof(mean));
        Require.Finite([.. mean], nameof(mean));
        foreach (double std in deviation)
        {
            Require.Positive(std, nameof(deviation));
        }

        _channels = mean.Count;
        _factors = [.. Enumerable.Range(0, 8 * _channels).Select(i => 1 / (255 * deviation[i % _channels]))];
        _offsets = [.. Enumerable.Range(0, 8 * _channels)
            .Select(i => -mean[i % _channels] / deviation[i % _channels])];
    }

    /// <summary>Scales one image. The product is rounded before the sum on every path, so vector width changes no
    /// bit.</summary>
    /// <param name="pixels">A whole number of pixels, channel fastest.</param>
    /// <param name="to">As many doubles.</param>
    public void Apply(ReadOnlySpan<byte> pixels, Span<double> to)
    {
        int i = Avx512F.IsSupported ? Eights(pixels, to) : Avx2.IsSupported ? Fours(pixels, to) : 0;
        for (int phase = i % _factors.Length; i < pixels.Length; i++)
        {
            to[i] = pixels[i] * _factors[phase] + _offsets[phase];
            phase = phase + 1 == _factors.Length ? 0 : phase + 1;
        }
    }

    private int Eights(ReadOnlySpan<byte> pixels, Span<double> to)
    {
        ref byte source = ref MemoryMarshal.GetReference(pixels);
        ref double target = ref MemoryMarshal.GetReference(to[..pixels.Length]);
        ref double factors = ref MemoryMarshal.GetArrayDataReference(_factors);
        ref double offsets = ref MemoryMarshal.GetArrayDataReference(_offsets);
        Vector512<double> factor = Vector512.LoadUnsafe(ref factors), offset = Vector512.LoadUnsafe(ref offsets);
        int i = 0;
        for (int phase = 0; i <= pixels.Length - 8; i += 8)
        {
            Vector128<byte> bytes =
                Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, i))).AsByte();
            if (_channels > 1)
            {
                (factor, offset) = (Vector512.LoadUnsafe(ref factors, (nuint)phase),
                    Vector512.LoadUnsafe(ref offsets, (nuint)phase));
                phase = phase + 8 == _factors.Length ? 0 : phase + 8;
            }

            (Avx512F.ConvertToVector512Double(Avx2.ConvertToVector256Int32(bytes)) * factor + offset)
                .StoreUnsafe(ref target, (nuint)i);
        }

        return i;
    }

    private int Fours(ReadOnlySpan<byte> pixels, Span<double> to)
    {
        ref byte source = ref MemoryMarshal.GetReference(pixels);
        ref double target = ref MemoryMarshal.GetReference(to[..pixels.Length]);
        ref double factors = ref MemoryMarshal.GetArrayDataReference(_factors);
        ref double offsets = ref MemoryMarshal.GetArrayDataReference(_offsets);
        int i = 0;
        for (int phase = 0; i <= pixels.Length - 4; i += 4)
        {
            Vector128<byte> bytes =
                Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, i))).AsByte();
            Vector256<double> wide = Avx.ConvertToVector256Double(Sse41.ConvertToVector128Int32(bytes));
            (wide * Vector256.LoadUnsafe(ref factors, (nuint)phase) + Vector256.LoadUnsafe(ref offsets, (nuint)phase))
                .StoreUnsafe(ref target, (nuint)i);
            phase = phase + 4 == _factors.Length ? 0 : phase + 4;
        }

        return i;
    }
}
