using System.Buffers.Binary;
using System.Numerics;

namespace Reference.Plotting.Raster;

/// <summary>
/// The Deflate format (RFC 1951), written by ourselves because compressors differ between runtimes and processors, and our files must not:
/// hash chains for matches, then everything in one block with codes of its own.
/// </summary>
internal sealed class Deflate
{
    private const int MinMatch = 4, MaxMatch = 258, Window = 32768, HashBits = 15, Tries = 12, Literals = 286, Distances = 30, EndOfBlock = 256;
    private static readonly int[] CodeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly List<byte> _out = [];
    private ulong _bits;
    private int _bitCount;

    /// <summary>A word of the format, a literal, length or (after all those) distance, and what follows it in plain bits.</summary>
    private readonly record struct Word(int Symbol, int Extra = 0, int Bits = 0);

    /// <summary>The compressed form.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="stride">A distance worth trying first: the bytes of a row.</param>
    public static byte[] Compress(byte[] data, int stride)
    {
        var deflate = new Deflate();
        deflate.Write(Words(data, stride));
        return [.. deflate._out];
    }

    private static List<Word> Words(byte[] data, int stride)
    {
        var words = new List<Word>();
        int[] head = new int[1 << HashBits], previous = new int[Window];
        Array.Fill(head, -1);
        for (int i = 0; i < data.Length;)
        {
            ReadOnlySpan<byte> here = data.AsSpan(i, Math.Min(MaxMatch, data.Length - i));
            // First a run of one byte, then the row above, then what began with the same bytes.
            (int best, int distance, int next) = (i == 0 ? 0 : here.CommonPrefixLength(data.AsSpan(i - 1)), 1, here.Length < MinMatch ? -1 : head[Hash(here)]);
            for (int at = i - stride, tries = 0; tries <= Tries && best < here.Length; tries++)
            {
                int same = at >= 0 && i - at <= Window && data[at + best] == here[best] ? here.CommonPrefixLength(data.AsSpan(at)) : 0;
                (best, distance) = same > best ? (same, i - at) : (best, distance);
                (at, next) = (next, next < 0 ? -1 : previous[next % Window]);
            }

            Word length = best == MaxMatch ? new Word(285) : Rounded(257, best - 3, 2);
            words.AddRange(best < MinMatch ? [new Word(data[i])] : [length, Rounded(Literals, distance - 1, 1)]);
            best = best < MinMatch ? 1 : best;
            // Long matches are runs of paper: their insides need not be found again.
            for (int k = i; k < i + Math.Min(best, 16) && k + MinMatch <= data.Length; k++)
            {
                ref int latest = ref head[Hash(data.AsSpan(k))];
                (previous[k % Window], latest) = (latest, k);
            }

            i += best;
        }

        words.Add(new Word(EndOfBlock));
        return words;
    }

    /// <summary>A number as a symbol for its leading bits (the first and <paramref name="digits"/> more), and the others as they are.</summary>
    private static Word Rounded(int firstSymbol, int number, int digits)
    {
        int bits = Math.Max(0, BitOperations.Log2((uint)number) - digits);
        return new Word(firstSymbol + (bits << digits) + (number >> bits), number & ((1 << bits) - 1), bits);
    }

    /// <summary>One block: how long each symbol's code is, itself in a code, and then the words.</summary>
    private void Write(List<Word> words)
    {
        var counts = new int[Literals + Distances];
        // A code needs two words, also where there are no distances or no bytes at all.
        counts[Literals] = counts[Literals + 1] = 1;
        words.ForEach(word => counts[word.Symbol]++);
        counts[0] = Math.Max(1, counts[0]);
        PrefixCode literals = new(counts[..Literals], 15), distances = new(counts[Literals..], 15);
        int[] lengths = [.. literals.Lengths, .. distances.Lengths], codes = [.. literals.Codes, .. distances.Codes];
        var lengthCode = new PrefixCode([.. Enumerable.Range(0, CodeLengthOrder.Length).Select(length => lengths.Count(l => l == length))], 7);
        // The last block, with codes of its own, for all symbols.
        Write(0b101, 3);
        Write(Literals - 257, 5);
        Write(Distances - 1, 5);
        Write(CodeLengthOrder.Length - 4, 4);
        Array.ForEach(CodeLengthOrder, length => Write(lengthCode.Lengths[length], 3));
        Array.ForEach(lengths, length => Write(lengthCode.Codes[length], lengthCode.Lengths[length]));
        foreach (Word word in words)
        {
            Write(codes[word.Symbol], lengths[word.Symbol]);
            Write(word.Extra, word.Bits);
        }

        Write(0, 7 & -_bitCount);
    }

    private void Write(int value, int count)
    {
        _bits |= (ulong)(uint)value << _bitCount;
        for (_bitCount += count; _bitCount >= 8; _bitCount -= 8)
        {
            _out.Add((byte)_bits);
            _bits >>= 8;
        }
    }

    private static int Hash(ReadOnlySpan<byte> at) => (int)((BinaryPrimitives.ReadUInt32LittleEndian(at) * 2654435761u) >> (32 - HashBits));
}
