using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Reference.Datasets.Tests;

/// <summary>Writes PNG files, good and bad.</summary>
internal static class PngWriter
{
    public static byte[] Encode(
        int width, int height, int depth, int colorType, byte[] rows, byte[]? palette = null,
            byte[]? transparency = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = ((byte)depth, (byte)colorType);
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
}
