namespace Reference.Datasets;

/// <summary>From the bytes of a PNG row to pixels: bits are taken apart, palettes looked up, transparent colours made
/// transparent.</summary>
internal static class PngPixels
{
    public static void Write(ReadOnlySpan<byte> row, PngPass pass, int y, PngChunks png, Picture picture, string name)
    {
        PngHeader header = png.Header;
        Span<int> values = stackalloc int[4];
        for (int x = 0; x < pass.Width; x++)
        {
            for (int v = 0; v < header.Values; v++)
            {
                values[v] = Value(row, x * header.Values + v, header.Depth);
            }

            int at = picture.Shape.IndexOf(y, pass.X + x * pass.StepX, 0);
            Write(values[..header.Values], png, picture.Pixels.AsSpan(at, picture.Shape.Channels), name);
        }
    }

    private static void Write(ReadOnlySpan<int> values, PngChunks png, Span<byte> pixel, string name)
    {
        if (png.Header.ColorType == 3)
        {
            int index = values[0];
            if (3 * index >= png.Palette.Length)
            {
                throw Damaged.File(name, $"colours below {png.Palette.Length / 3}, the size of the palette",
                    $"{index}");
            }

            png.Palette.AsSpan(3 * index, 3).CopyTo(pixel);
            if (png.Transparency is { } opacities)
            {
                pixel[3] = index < opacities.Length ? opacities[index] : (byte)255;
            }

            return;
        }

        for (int v = 0; v < values.Length; v++)
        {
            pixel[v] = ToByte(values[v], png.Header.Depth);
        }

        if (png.Transparency is { } color)
        {
            bool transparent = true;
            for (int v = 0; v < values.Length; v++)
            {
                transparent &= values[v] == (color[2 * v] << 8 | color[2 * v + 1]);
            }

            pixel[^1] = transparent ? (byte)0 : (byte)255;
        }
    }

    private static int Value(ReadOnlySpan<byte> row, int index, int depth) => depth switch
    {
        8 => row[index],
        16 => row[2 * index] << 8 | row[2 * index + 1],
        _ => row[index * depth / 8] >> (8 - depth - index * depth % 8) & ((1 << depth) - 1),
    };

    private static byte ToByte(int value, int depth) =>
        (byte)(depth == 16 ? (value + 128) / 257 : value * 255 / ((1 << depth) - 1));
}
