using System.Buffers.Binary;

namespace Reference.Plotting.Raster;

/// <summary>The PNG format: one byte a pixel when 256 colours suffice, otherwise three, each row the difference from the one above.</summary>
internal static class PngFile
{
    public static byte[] Encode(uint[] pixels, int width, int height, double scale)
    {
        var file = new List<byte> { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10 };
        byte[]? indexed = IndexedColors.Of(pixels, width, height, out uint[] palette);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)(indexed is null ? 2 : 3));
        Chunk(file, "IHDR", header);
        // Pixels a metre, so that a figure prints at 100 logical units an inch.
        var density = new byte[9];
        BinaryPrimitives.WriteInt32BigEndian(density, (int)(100 * scale / 0.0254 + 0.5));
        BinaryPrimitives.WriteInt32BigEndian(density.AsSpan(4), (int)(100 * scale / 0.0254 + 0.5));
        density[8] = 1;
        Chunk(file, "pHYs", density);
        if (indexed is not null)
        {
            Chunk(file, "PLTE", [.. palette.SelectMany(color => new[] { (byte)(color >> 16), (byte)(color >> 8), (byte)color })]);
        }

        byte[] rows = indexed ?? TrueColor(pixels, width, height);
        byte[] packed = Deflate.Compress(rows, rows.Length / height);
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Adler32(rows));
        Chunk(file, "IDAT", [0x78, 0x9C, .. packed, .. checksum]);
        Chunk(file, "IEND", []);
        return [.. file];
    }

    private static byte[] TrueColor(uint[] pixels, int width, int height)
    {
        var rows = new byte[height * (3 * width + 1)];
        for (int y = 0, to = 0; y < height; y++)
        {
            rows[to++] = 2;
            for (int x = 0; x < width; x++)
            {
                uint pixel = pixels[y * width + x], above = y > 0 ? pixels[(y - 1) * width + x] : 0;
                rows[to++] = (byte)((pixel >> 16) - (above >> 16));
                rows[to++] = (byte)((pixel >> 8) - (above >> 8));
                rows[to++] = (byte)(pixel - above);
            }
        }

        return rows;
    }

    private static void Chunk(List<byte> file, string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [(byte)type[0], (byte)type[1], (byte)type[2], (byte)type[3], .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.AddRange(number);
        file.AddRange(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(chunk));
        file.AddRange(number);
    }

    private static uint Crc32(byte[] data)
    {
        uint crc = ~0u;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }

    private static uint Adler32(byte[] data)
    {
        uint a = 1, b = 0;
        // 5552 is the longest stretch whose sums cannot overflow.
        for (int from = 0; from < data.Length; from += 5552)
        {
            foreach (byte value in data.AsSpan(from, Math.Min(5552, data.Length - from)))
            {
                a += value;
                b += a;
            }

            (a, b) = (a % 65521, b % 65521);
        }

        return (b << 16) | a;
    }
}
