using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Reference.Plotting.Files;

/// <summary>The PNG format: one byte a pixel when 256 colours suffice, otherwise three, each row the difference from
/// the one above.</summary>
internal static class PngFile
{
    public static byte[] Encode(SKBitmap bitmap, double scale)
    {
        (int width, int height) = (bitmap.Width, bitmap.Height);
        // Opaque pixels, blue first: 0x00RRGGBB.
        uint[] pixels = MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan()).ToArray();
        pixels = Array.ConvertAll(pixels, pixel => pixel & 0xFFFFFF);
        byte[]? indexed = IndexedColors.Of(pixels, width, out uint[] palette);
        byte[] rows = indexed ?? TrueColor(pixels, width);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, new ZLibCompressionOptions { CompressionLevel = 6 }))
        {
            zlib.Write(rows);
        }

        // Pixels a metre, so that a figure prints at 100 logical units an inch.
        uint density = (uint)(100 * scale / 0.0254 + 0.5);
        return
        [
            0x89, .. "PNG\r\n\u001A\n"u8,
            .. Chunk("IHDR"u8, [.. BigEndian((uint)width), .. BigEndian((uint)height), 8,
                (byte)(indexed is null ? 2 : 3), 0, 0, 0]),
            .. Chunk("pHYs"u8, [.. BigEndian(density), .. BigEndian(density), 1]),
            .. indexed is null ? [] : Chunk("PLTE"u8, [.. palette.SelectMany(color => BigEndian(color)[1..])]),
            .. Chunk("IDAT"u8, packed.ToArray()),
            .. Chunk("IEND"u8, []),
        ];
    }

    private static byte[] TrueColor(uint[] pixels, int width)
    {
        var rows = new List<byte>(4 * pixels.Length);
        for (int i = 0; i < pixels.Length; i++)
        {
            rows.AddRange(i % width == 0 ? [2] : Array.Empty<byte>());
            uint above = i < width ? 0 : pixels[i - width];
            rows.Add((byte)((pixels[i] >> 16) - (above >> 16)));
            rows.Add((byte)((pixels[i] >> 8) - (above >> 8)));
            rows.Add((byte)(pixels[i] - above));
        }

        return [.. rows];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] named = [.. type, .. data];
        return [.. BigEndian((uint)data.Length), .. named, .. BigEndian(Crc32(named))];
    }

    private static byte[] BigEndian(uint number) =>
        [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static uint Crc32(byte[] data)
    {
        uint crc = ~0u;
        for (int bit = 0; bit < 8 * data.Length; bit++)
        {
            crc ^= bit % 8 == 0 ? data[bit / 8] : 0u;
            crc = (crc >> 1) ^ (0xEDB88320u & (uint)-(int)(crc & 1));
        }

        return ~crc;
    }
}
