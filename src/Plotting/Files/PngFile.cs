using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Reference.Plotting.Files;

/// <summary>The PNG format: one byte a pixel when 256 colours suffice, otherwise as Skia writes it.</summary>
public static class PngFile
{
    internal static byte[] Encode(SKBitmap bitmap, double scale)
    {
        // Opaque pixels, blue first: 0xFFRRGGBB. A copy would cost more than the reading.
        ReadOnlySpan<uint> pixels = MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan());
        uint[] palette = IndexedColors.Of(pixels, bitmap.Width, out Dictionary<uint, byte> index);
        if (palette.Length == 0)
        {
            using SKData file = bitmap.Encode(SKEncodedImageFormat.Png, 100);
            return file.ToArray();
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, new ZLibCompressionOptions { CompressionLevel = 6 }))
        {
            IndexedColors.Write(zlib, pixels, bitmap.Width, index);
        }

        // Pixels a metre, so that a figure prints at 100 logical units an inch.
        byte[] density = BigEndian((uint)(100 * scale / 0.0254 + 0.5));
        return
        [
            0x89, .. "PNG\r\n\u001A\n"u8,
            .. Chunk("IHDR"u8, [.. BigEndian((uint)bitmap.Width), .. BigEndian((uint)bitmap.Height), 8, 3, 0, 0, 0]),
            .. Chunk("pHYs"u8, [.. density, .. density, 1]),
            .. Chunk("PLTE"u8, [.. palette.SelectMany(color => BigEndian(color)[1..])]),
            .. Chunk("IDAT"u8, packed.ToArray()),
            .. Chunk("IEND"u8, []),
        ];
    }

    /// <summary>A piece of a PNG file: its length, its name of four letters, the data, and their checksum.</summary>
    public static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
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
