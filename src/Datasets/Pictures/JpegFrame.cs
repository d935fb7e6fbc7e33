namespace Reference.Datasets;

/// <summary>One component of a JPEG image, brightness or one of two colour differences: its blocks of 8×8
/// frequencies.</summary>
/// <param name="Id">What scans call it.</param>
/// <param name="Across">Its blocks side by side in one unit of the image.</param>
/// <param name="Down">Its blocks one above the other in one unit of the image.</param>
/// <param name="Quantization">Which quantization table.</param>
internal sealed record JpegComponent(byte Id, int Across, int Down, byte Quantization)
{
    /// <summary>In values of this component.</summary>
    public (int Width, int Height) Size { get; set; }

    /// <summary>In blocks, for whole units.</summary>
    public (int Wide, int High) Blocks { get; set; }

    /// <summary>64 frequencies a block in zigzag order, row by row of blocks.</summary>
    public short[] Frequencies { get; set; } = [];

    public JpegHuffman? Dc { get; set; }

    public JpegHuffman? Ac { get; set; }

    /// <summary>The last block's mean, from which the next is a difference.</summary>
    public int LastDc { get; set; }
}

/// <summary>The size and the components of a JPEG image.</summary>
internal sealed record JpegFrame(ImageShape Shape, bool Progressive, JpegComponent[] Components)
{
    public int Across { get; } = Components.Max(c => c.Across);

    public int Down { get; } = Components.Max(c => c.Down);

    public int UnitsWide => (Shape.Width + 8 * Across - 1) / (8 * Across);

    public int UnitsHigh => (Shape.Height + 8 * Down - 1) / (8 * Down);

    public static JpegFrame Parse(ReadOnlySpan<byte> data, bool progressive, int fileLength, string name)
    {
        if (data.Length < 6 || data[0] != 8 || data[5] is not (1 or 3) || data.Length != 6 + 3 * data[5])
        {
            string came = data.Length < 6 ? "a short frame header" : $"{data[0]} bits, {data[5]} components";
            throw Damaged.File(name,
                "8 bits a value and one or three components (save images in CMYK or 12 bits as PNG)", came);
        }

        var components = new JpegComponent[data[5]];
        for (int i = 0; i < components.Length; i++)
        {
            ReadOnlySpan<byte> c = data.Slice(6 + 3 * i, 3);
            components[i] = c[1] >> 4 is >= 1 and <= 4 && (c[1] & 15) is >= 1 and <= 4 && c[2] < 4
                ? new(c[0], components.Length == 1 ? 1 : c[1] >> 4, components.Length == 1 ? 1 : c[1] & 15, c[2])
                : throw Damaged.File(name, "sampling factors 1 to 4 and a quantization table 0 to 3",
                    Convert.ToHexString(c));
        }

        var frame = new JpegFrame(PictureFile.Size(data[1] << 8 | data[2], data[3] << 8 | data[4], components.Length,
            name), progressive, components);
        frame.Allocate(fileLength, name);
        return frame;
    }

    private void Allocate(int fileLength, string name)
    {
        foreach (JpegComponent c in Components)
        {
            c.Size = ((Shape.Width * c.Across + Across - 1) / Across, (Shape.Height * c.Down + Down - 1) / Down);
            c.Blocks = (UnitsWide * c.Across, UnitsHigh * c.Down);
        }

        // Every block costs a bit at least, so an image of more blocks than the file has bits is a false promise.
        long blocks = Components.Sum(c => (long)c.Blocks.Wide * c.Blocks.High),
            most = Math.Min(8L * fileLength, Limits.Pixels / 16);
        if (blocks > most)
        {
            throw Damaged.File(name, $"at most {most} blocks in {fileLength} bytes",
                $"a header that announces {blocks}");
        }

        foreach (JpegComponent c in Components)
        {
            c.Frequencies = new short[64 * c.Blocks.Wide * c.Blocks.High];
        }
    }
}
