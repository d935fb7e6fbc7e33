using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using BenchmarkDotNet.Attributes;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// A batch of 64 digits out of 60,000: 50,176 bytes become doubles. Goal: gathered at random and normalised within 1.5
/// times a widening in order.
/// </summary>
public class DataBatchLadder
{
    private const int Count = 60_000, Size = 64, Pixels = 784;

    private readonly byte[] _bytes = new byte[Count * Pixels];
    private readonly double[] _wide = new double[Size * Pixels];
    private IEnumerator<Batch> _shuffled = null!, _ordered = null!;
    private Batches _shuffledBatches = null!, _orderedBatches = null!;
    private int _at;

    /// <summary>Random bytes as images of 28×28: what they show does not matter here.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStream(1);
        Span<ulong> eights = MemoryMarshal.Cast<byte, ulong>(_bytes.AsSpan());
        for (int i = 0; i < eights.Length; i++)
        {
            eights[i] = random.NextBits();
        }

        var images = new LabelledImages(
            new ByteImages(_bytes, new ImageShape(28, 28, 1)), new int[Count], DrawnDigits.Classes);
        SampleSet set = images.ToSampleSet(0.1307, 0.3081);
        (_shuffledBatches, _orderedBatches) = (new Batches(set, Size, random), new Batches(set, Size));
        (_shuffled, _ordered) = (_shuffledBatches.Epoch().GetEnumerator(), _orderedBatches.Epoch().GetEnumerator());
    }

    /// <summary>Bytes in order to doubles, one at a time, without normalising.</summary>
    [Benchmark]
    public double InOrderScalar()
    {
        ReadOnlySpan<byte> from = Next();
        Span<double> to = _wide;
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = from[i];
        }

        return to[7];
    }

    /// <summary>
    /// Bytes in order to doubles, eight at a time where the processor has such instructions, without normalising.
    /// </summary>
    [Benchmark(Baseline = true)]
    public double InOrderVectors()
    {
        if (!Avx512F.IsSupported)
        {
            return InOrderScalar();
        }

        ref byte from = ref MemoryMarshal.GetReference(Next());
        ref double to = ref MemoryMarshal.GetArrayDataReference(_wide);
        for (int i = 0; i < Size * Pixels; i += 8)
        {
            Vector128<byte> bytes = Vector128.CreateScalarUnsafe(
                Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, i))).AsByte();
            Avx512F.ConvertToVector512Double(Avx2.ConvertToVector256Int32(bytes)).StoreUnsafe(ref to, (nuint)i);
        }

        return to;
    }

    /// <summary>Our batches, without shuffling.</summary>
    [Benchmark]
    public double BatchInOrder() => Next(ref _ordered, _orderedBatches);

    /// <summary>Our batches, shuffled anew every epoch.</summary>
    [Benchmark]
    public double BatchShuffled() => Next(ref _shuffled, _shuffledBatches);

    private ReadOnlySpan<byte> Next()
    {
        _at = (_at + 1) % (Count / Size);
        return _bytes.AsSpan(_at * Size * Pixels, Size * Pixels);
    }

    private static double Next(ref IEnumerator<Batch> epoch, Batches batches)
    {
        if (!epoch.MoveNext())
        {
            epoch = batches.Epoch().GetEnumerator();
            epoch.MoveNext();
        }

        return epoch.Current.X[0, 0];
    }
}
