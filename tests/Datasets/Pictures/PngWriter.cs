using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Reference.Numerics;

namespace Reference.Datasets.Tests;

/// <summary>Writes PNG files of every kind, the inverse of what is tested.</summary>
internal static class PngWriter
{
    public static byte[] Encode(
        int width, int height, int depth, int colorType, bool interlaced, byte[] rows, byte[]? palette = null,
            byte[]? transparency = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)colorType, (byte)(interlaced ? 1 : 0));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        byte[] data = packed.ToArray();
        return
        [
            0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10,
            .. Chunk("IHDR", header), .. Chunk("tEXt", [65, 0, 66]),
            .. palette is null ? [] : Chunk("PLTE", palette), .. transparency is null ? []
                : Chunk("tRNS", transparency),
            .. Chunk("IDAT", data[..(data.Length / 2)]), .. Chunk("IDAT", data[(data.Length / 2)..]),
                .. Chunk("IEND", []),
        ];
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] covered = [.. Encoding.ASCII.GetBytes(type), .. data], number = new byte[4], checksum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Checksum(covered));
        return [.. number, .. covered, .. checksum];
    }

    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint r = ~0u;
        foreach (byte b in bytes)
        {
            r ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                r = (r >> 1) ^ ((r & 1) * 0xEDB88320);
            }
        }

        return ~r;
    }

    /// <summary>The rows of an image given by its values (row, column, channel), filtered at random.</summary>
    public static byte[] Rows(RandomStream random, int width, int height, int depth, int channels, bool interlaced,
        Func<int, int, int, int> value)
    {
        (int X, int Y, int DX, int DY)[] passes = interlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)];
        var rows = new List<byte>();
        foreach (var (x0, y0, dx, dy) in passes)
        {
            byte[]? above = null;
            for (int y = y0; y < height && x0 < width; y += dy)
            {
                var bits = new List<int>();
                for (int x = x0; x < width; x += dx)
                {
                    for (int c = 0; c < channels; c++)
                    {
                        bits.AddRange(Enumerable.Range(0, depth).Select(b => value(y, x, c) >> (depth - 1 - b) & 1));
                    }
                }

                byte[] row = [.. bits.Chunk(8).Select(byteBits =>
                    (byte)byteBits.Select((bit, i) => bit << (7 - i)).Sum())];
                int filter = random.Below(5);
                rows.Add((byte)filter);
                rows.AddRange(Filtered(row, above ?? new byte[row.Length], filter, Math.Max(1, depth * channels / 8)));
                above = row;
            }
        }

        return [.. rows];
    }

    private static IEnumerable<byte> Filtered(byte[] row, byte[] above, int filter, int pixel) =>
        row.Select((value, i) =>
    {
        int a = i >= pixel ? row[i - pixel] : 0, b = above[i], c = i >= pixel ? above[i - pixel] : 0;
        int p = a + b - c, nearest = new[] { a, b, c }.MinBy(v => Math.Abs(p - v));
        return (byte)(value - (filter switch { 0 => 0, 1 => a, 2 => b, 3 => (a + b) / 2, _ => nearest }));
    });
}
