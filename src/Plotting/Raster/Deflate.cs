using System.Numerics;
using System.Runtime.InteropServices;

namespace Reference.Plotting.Raster;

/// <summary>
/// The Deflate format (RFC 1951), written by ourselves because compressors differ between runtimes and processors, and our files must not:
/// hash chains for matches, one dynamic Huffman block for each 64 Ki tokens.
/// </summary>
internal sealed class Deflate
{
    private const int MinMatch = 4, MaxMatch = 258, Window = 32768, HashBits = 15, Tries = 12, BlockTokens = 1 << 16;
    private static readonly int[] LengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] DistanceBase =
        [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly int[] CodeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private static readonly byte[] LengthSymbol = Symbols(LengthBase, MaxMatch);
    private static readonly byte[] DistanceSymbol = Symbols(DistanceBase, Window);

    private readonly List<byte> _out = [];
    private readonly int[] _tokens = new int[BlockTokens];
    private ulong _bits;
    private int _bitCount;
    private int _tokenCount;

    /// <summary>The compressed form.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="stride">A distance worth trying first: the bytes of a row.</param>
    public static byte[] Compress(ReadOnlySpan<byte> data, int stride)
    {
        var deflate = new Deflate();
        deflate.Run(data, stride);
        return [.. deflate._out];
    }

    private void Run(ReadOnlySpan<byte> data, int stride)
    {
        var head = new int[1 << HashBits];
        Array.Fill(head, -1);
        var previous = new int[Window];
        for (int i = 0; i < data.Length;)
        {
            int best = 0, distance = 0, limit = Math.Min(MaxMatch, data.Length - i);
            if (limit >= MinMatch)
            {
                ReadOnlySpan<byte> here = data.Slice(i, limit);
                int row = i >= stride && stride <= Window ? here.CommonPrefixLength(data[(i - stride)..]) : 0;
                int run = i >= 1 ? here.CommonPrefixLength(data[(i - 1)..]) : 0;
                (best, distance) = row > run ? (row, stride) : (run, 1);
                int hash = Hash(here);
                for (int at = head[hash], tries = Tries; at >= 0 && i - at <= Window && tries > 0 && best < limit; at = previous[at % Window], tries--)
                {
                    int length = data[at + best] == here[best] ? here.CommonPrefixLength(data[at..]) : 0;
                    (best, distance) = length > best ? (length, i - at) : (best, distance);
                    if (previous[at % Window] >= at)
                    {
                        break;
                    }
                }

                previous[i % Window] = head[hash];
                head[hash] = i;
            }

            bool isMatch = best >= MinMatch;
            _tokens[_tokenCount++] = isMatch ? (distance << 9) | best : data[i];
            // Long matches are runs of paper: their insides need not be found again.
            for (int k = 1; isMatch && k < Math.Min(best, 16) && i + k + MinMatch <= data.Length; k++)
            {
                int hash = Hash(data[(i + k)..]);
                previous[(i + k) % Window] = head[hash];
                head[hash] = i + k;
            }

            i += isMatch ? best : 1;
            if (_tokenCount == BlockTokens || i >= data.Length)
            {
                Block(last: i >= data.Length);
                _tokenCount = 0;
            }
        }

        Write(0, 7 & -_bitCount);
    }

    private void Block(bool last)
    {
        var literalCounts = new int[286];
        var distanceCounts = new int[30];
        literalCounts[256] = 1;
        foreach (int token in _tokens.AsSpan(0, _tokenCount))
        {
            if (token < 256)
            {
                literalCounts[token]++;
            }
            else
            {
                literalCounts[257 + LengthSymbol[token & 511]]++;
                distanceCounts[DistanceSymbol[token >> 9]]++;
            }
        }

        var literals = new HuffmanCode(literalCounts, 15);
        var distances = new HuffmanCode(distanceCounts, 15);
        Write(last ? 1 : 0, 1);
        Write(2, 2);
        Header(literals, distances);
        foreach (int token in _tokens.AsSpan(0, _tokenCount))
        {
            if (token < 256)
            {
                Write(literals, token);
                continue;
            }

            (int length, int distance) = (token & 511, token >> 9);
            int symbol = LengthSymbol[length];
            Write(literals, 257 + symbol);
            Write(length - LengthBase[symbol], symbol is < 8 or 28 ? 0 : symbol / 4 - 1);
            symbol = DistanceSymbol[distance];
            Write(distances, symbol);
            Write(distance - DistanceBase[symbol], symbol < 4 ? 0 : symbol / 2 - 1);
        }

        Write(literals, 256);
    }

    /// <summary>The code lengths of both codes, themselves Huffman coded (zeros in runs).</summary>
    private void Header(HuffmanCode literals, HuffmanCode distances)
    {
        byte[] lengths = [.. literals.Lengths, .. distances.Lengths];
        var symbols = new List<(int Symbol, int Extra, int Bits)>();
        for (int i = 0; i < lengths.Length;)
        {
            int run = 1;
            while (i + run < lengths.Length && lengths[i + run] == lengths[i] && run < 138)
            {
                run++;
            }

            (int Symbol, int Extra, int Bits) next = (lengths[i], run) switch
            {
                (0, >= 11) => (18, run - 11, 7),
                (0, >= 3) => (17, run - 3, 3),
                _ => (lengths[i], 0, 0),
            };
            symbols.Add(next);
            i += next.Bits > 0 ? run : 1;
        }

        var counts = new int[19];
        symbols.ForEach(symbol => counts[symbol.Symbol]++);
        var code = new HuffmanCode(counts, 7);
        Write(286 - 257, 5);
        Write(30 - 1, 5);
        Write(19 - 4, 4);
        foreach (int symbol in CodeLengthOrder)
        {
            Write(code.Lengths[symbol], 3);
        }

        foreach ((int symbol, int extra, int bits) in symbols)
        {
            Write(code, symbol);
            Write(extra, bits);
        }
    }

    private void Write(HuffmanCode code, int symbol) => Write(code.Codes[symbol], code.Lengths[symbol]);

    private void Write(int value, int count)
    {
        _bits |= (ulong)(uint)value << _bitCount;
        _bitCount += count;
        while (_bitCount >= 8)
        {
            _out.Add((byte)_bits);
            _bits >>= 8;
            _bitCount -= 8;
        }
    }

    private static int Hash(ReadOnlySpan<byte> at) => (int)((MemoryMarshal.Read<uint>(at) * 2654435761u) >> (32 - HashBits));

    private static byte[] Symbols(int[] bases, int limit)
    {
        var symbols = new byte[limit + 1];
        for (int value = bases[0]; value <= limit; value++)
        {
            int symbol = Array.BinarySearch(bases, value);
            symbols[value] = (byte)(symbol >= 0 ? symbol : ~symbol - 1);
        }

        return symbols;
    }
}
