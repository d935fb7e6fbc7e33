using System.Buffers.Binary;
using System.IO.Compression;
using Reference.Numerics;
using Reference.Plotting.Files;
using SkiaSharp;

namespace Reference.Plotting.Tests;

public sealed class PngTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(256)]
    [InlineData(5000)]
    public void Few_colours_are_kept_exactly_in_a_palette_and_many_unrelated_ones_as_they_are(int colors)
    {
        var random = new RandomStream((ulong)colors);
        uint[] some = [.. Enumerable.Range(0, colors).Select(_ => (uint)random.Below(1 << 24))];
        uint[] pixels = [.. Enumerable.Range(0, 90 * 70).Select(i => some[i < colors ? i : random.Below(colors)])];
        byte[] png = Encode(pixels, 90);
        Assert.Equal(colors <= 256, png[25] == 3);
        using SKBitmap read = SKBitmap.Decode(png);
        Assert.Equal(pixels, read.Pixels.Select(pixel => (uint)pixel & 0xFFFFFF));
    }

    [Fact]
    public void A_picture_of_a_few_hundred_colours_is_off_by_less_than_the_eye_sees()
    {
        uint[] pixels = [.. Enumerable.Range(0, 300 * 200)
            .Select(i => (uint)(((i % 300 / 12) << 19) | ((i / 300 / 10) << 11)))];
        Assert.InRange(pixels.Distinct().Count(), 257, 2000);
        uint[] decoded = Decode(Encode(pixels, 300));
        Assert.All(pixels.Zip(decoded), pair =>
        {
            for (int shift = 0; shift < 24; shift += 8)
            {
                Assert.InRange((int)(pair.First >> shift & 255) - (int)(pair.Second >> shift & 255), -18, 18);
            }
        });
    }

    [Fact]
    public void The_size_in_pixels_is_the_logical_size_times_the_scale()
    {
        byte[] png = new PngRenderer
            { Scale = 1.5 }.Render(
                new Figure("t", new Panel { Series = [new Line([0], [0])] }) { Width = 300, Height = 200 });
        Assert.Equal((450, 300),
            (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)),
            BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(".png", new PngRenderer().Extension);
    }

    [Fact]
    public void What_Skia_reads_is_what_was_drawn()
    {
        byte[] png = new PngRenderer { Scale = 1 }.Render(Sheets.All[0].Figures[0]);
        using SKBitmap read = SKBitmap.Decode(png);
        Assert.True(read.Pixels.Select(pixel => (uint)pixel & 0xFFFFFF).SequenceEqual(Decode(png)));
    }

    /// <summary>The pixels of a PNG file, its checksums verified by the reader's own arithmetic.</summary>
    internal static uint[] Decode(byte[] png)
    {
        var data = new List<byte>();
        byte[] palette = [];
        int width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)),
            height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), type = png[25];
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            string name = System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            byte[] chunk = png[(at + 8)..(at + 8 + length)];
            data.AddRange(name == "IDAT" ? chunk : []);
            palette = name == "PLTE" ? chunk : palette;
            Assert.Equal(Crc(png.AsSpan(at + 4, length + 4)),
                BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            at += 12 + length;
        }

        using var stream = new ZLibStream(new MemoryStream([.. data]), CompressionMode.Decompress);
        var rows = new MemoryStream();
        stream.CopyTo(rows);
        byte[] raw = rows.ToArray();
        Assert.Equal(3, type);
        var pixels = new uint[width * height];
        for (int i = 0; i < pixels.Length; i++)
        {
            int color = 3 * raw[i + i / width + 1];
            pixels[i] = (uint)((palette[color] << 16) | (palette[color + 1] << 8) | palette[color + 2]);
        }

        return pixels;
    }

    /// <summary>The remainder of the message by the polynomial of PNG, bit by bit from the definition.</summary>
    private static uint Crc(ReadOnlySpan<byte> message)
    {
        uint remainder = uint.MaxValue;
        foreach (byte value in message)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                bool carry = ((remainder ^ (uint)(value >> bit)) & 1) != 0;
                remainder = (remainder >> 1) ^ (carry ? 0xEDB88320 : 0);
            }
        }

        return ~remainder;
    }

    private static byte[] Encode(uint[] pixels, int width)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, pixels.Length / width, SKColorType.Bgra8888,
            SKAlphaType.Premul));
        for (int i = 0; i < pixels.Length; i++)
        {
            bitmap.SetPixel(i % width, i / width, new SKColor(pixels[i] | 0xFF000000));
        }

        return PngFile.Encode(bitmap, 2);
    }
}
