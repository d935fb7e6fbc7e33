using System.IO.Compression;

namespace Reference.Datasets;

/// <summary>PNG, all of it that images use: five colour types, five depths, palettes, transparency, interlacing.
/// Sixteen bits become eight.</summary>
internal static class PngImage
{
    public static Picture Decode(byte[] file, string name)
    {
        PngChunks png = PngChunks.Parse(file, name);
        PngHeader header = png.Header;
        CheckColors(png, name);
        byte[] rows = Unpack(png, name);
        bool opacity = header.ColorType is 4 or 6 || png.Transparency is not null;
        int channels = (header.ColorType is 0 or 4 ? 1 : 3) + (opacity ? 1 : 0);
        var picture = new Picture(new ImageShape(header.Height, header.Width, channels),
            new byte[(long)header.Height * header.Width * channels]);
        int at = 0;
        foreach (PngPass pass in header.Passes)
        {
            int length = header.RowBytes(pass.Width);
            Span<byte> above = default;
            for (int y = 0; y < pass.Height; y++)
            {
                Span<byte> row = rows.AsSpan(at + 1, length);
                PngFilter.Undo(rows[at], row, above, Math.Max(1, header.Values * header.Depth / 8), name);
                PngPixels.Write(row, pass, pass.Y + y * pass.StepY, png, picture, name);
                above = row;
                at += 1 + length;
            }
        }

        return picture;
    }

    private static byte[] Unpack(PngChunks png, string name)
    {
        long length = png.Header.Passes.Sum(pass => (1L + png.Header.RowBytes(pass.Width)) * pass.Height);
        if (length > Limits.Bytes || length > Limits.DeflateRatio * png.Packed.Length)
        {
            throw Damaged.File(name, $"at most {Limits.DeflateRatio} times its {png.Packed.Length} packed bytes",
                $"a header that announces {length}");
        }

        using var zlib = new ZLibStream(new MemoryStream(png.Packed), CompressionMode.Decompress);
        byte[] rows = GC.AllocateUninitializedArray<byte>((int)length);
        Limits.ReadExactly(zlib, rows, name, "the rows of the image");
        Limits.ExpectEnd(zlib, name);
        return rows;
    }

    private static void CheckColors(PngChunks png, string name)
    {
        PngHeader header = png.Header;
        if (header.ColorType == 3 && png.Palette.Length == 0)
        {
            throw Damaged.File(name, "a palette", "none");
        }

        int? expected = header.ColorType switch { 0 => 2, 2 => 6, _ => null };
        if (png.Transparency is { } alpha
            && (header.ColorType is 4 or 6
                || (expected is { } bytes ? alpha.Length != bytes : alpha.Length > png.Palette.Length / 3)))
        {
            throw Damaged.File(name, $"a transparency chunk of colour type {header.ColorType}",
                $"{alpha.Length} bytes");
        }
    }
}
