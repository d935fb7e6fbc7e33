namespace Reference.Datasets.Tests;

/// <summary>Writes baseline JPEG files of 8×8 blocks that are each one grey.</summary>
internal static class GreyJpeg
{
    /// <summary>The image whose block k is 128 + 10·greys[k], row after row.</summary>
    public static byte[] Of(int height, int width, int[] greys, byte[]? exif = null)
    {
        // With a quantization of 80, a step of the coefficient is 80 / 8 = 10 greys. Huffman tables: the number of
        // bits of a difference, 0 to 4, in three bits; "0" for the end of a block.
        string bits = "";
        int before = 0;
        foreach (int grey in greys)
        {
            int difference = grey - before, length = 32 - int.LeadingZeroCount(Math.Abs(difference));
            int coded = difference < 0 ? difference + (1 << length) - 1 : difference;
            bits += $"{length:b3}{(length == 0 ? "" : coded.ToString($"b{length}"))}0";
            before = grey;
        }

        bits = bits.PadRight((bits.Length + 7) / 8 * 8, '1');
        return
        [
            0xFF, 0xD8,
            .. exif is null ? [] : Segment(0xE1, exif),
            .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)80, 64)]),
            .. Segment(0xC0, [8, 0, (byte)height, 0, (byte)width, 1, 1, 0x11, 0]),
            .. Segment(0xC4, [0, 0, 0, 5, .. new byte[13], 0, 1, 2, 3, 4]),
            .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            .. bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2)),
            0xFF, 0xD9,
        ];
    }

    /// <summary>
    /// An image of 8×8 whose three components, 168 throughout, have a scan each: another quantization table follows
    /// the first scan, or the colours come first and other Huffman tables follow them.
    /// </summary>
    public static byte[] ScanByScan(bool colours)
    {
        byte[] Quantization(byte step) => Segment(0xDB, [0, .. Enumerable.Repeat(step, 64)]);
        byte[] Huffman(byte table) => [.. Segment(0xC4, [table, 1, 1, .. new byte[14], 0, 5]),
            .. Segment(0xC4, [(byte)(0x10 + table), 1, .. new byte[15], 0])];
        byte[] Scan(byte component, byte table) => [.. Segment(0xDA, [1, component, (byte)(17 * table), 0, 63, 0]),
            (byte)(component == 1 ? 0b1010_1000 : 0b0011_1111)]; // 20 steps, or none
        byte[] head = [0xFF, 0xD8, .. Quantization(16),
            .. Segment(0xC0, [8, 0, 8, 0, 8, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])];
        return colours
            ? [.. head, .. Huffman(1), .. Scan(2, 1), .. Scan(3, 1), .. Huffman(0), .. Scan(1, 0), 0xFF, 0xD9]
            : [.. head, .. Huffman(0), .. Scan(1, 0), .. Quantization(8), .. Scan(2, 0), .. Scan(3, 0), 0xFF, 0xD9];
    }

    private static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)((body.Length + 2) & 255), .. body];
}
