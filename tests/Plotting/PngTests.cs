using System.Buffers.Binary;
using System.IO.Compression;
using Reference.Numerics;
using Reference.Plotting.Raster;

namespace Reference.Plotting.Tests;

public sealed class PngTests
{
    [Property(MaxTest = 60)]
    public void What_is_compressed_comes_back(ulong seed, byte kind)
    {
        var random = new RandomStream(seed);
        byte[] data = new byte[random.Below(kind % 3 == 0 ? 300 : 70_000)];
        for (int i = 0; i < data.Length; i++)
        {
            // Noise, sparse noise on paper, or repetitions at all distances.
            data[i] = (byte)(kind % 3 == 0 ? random.Below(256)
                : kind % 3 == 1 ? (random.Below(50) == 0 ? random.Below(4) : 0)
                : i > 40 && random.Below(9) > 0 ? data[i - 1 - random.Below(40)]
                : i);
        }

        Assert.Equal(data, Inflate(Deflate.Compress(data, 1 + random.Below(2000))));
    }

    [Fact]
    public void Nothing_and_a_single_byte_come_back_too() =>
        Assert.All(new byte[][] { [], [0], [7] }, data => Assert.Equal(data, Inflate(Deflate.Compress(data, 1))));

    [Fact]
    public void Paper_compresses_to_almost_nothing_and_noise_hardly_grows()
    {
        Assert.InRange(Deflate.Compress(new byte[2_000_000], 1801).Length, 1, 3000);
        var random = new RandomStream(3);
        byte[] noise = [.. Enumerable.Range(0, 100_000).Select(_ => (byte)random.Below(256))];
        Assert.Equal(noise, Inflate(Deflate.Compress(noise, 100)));
        Assert.InRange(Deflate.Compress(noise, 100).Length, 100_000, 101_000);
    }

    [Fact]
    public void No_code_is_longer_than_allowed_and_every_code_is_complete()
    {
        // Fibonacci counts make the deepest tree.
        int[] counts = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 0, 6765];
        foreach (int limit in (int[])[7, 15])
        {
            var code = new PrefixCode(counts, limit);
            Assert.InRange(code.Lengths.Max(), 5, limit);
            Assert.Equal(1, code.Lengths.Where(length => length > 0).Sum(length => Math.Pow(2, -length)));
            Assert.Equal(0, code.Lengths[19]);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(256)]
    [InlineData(5000)]
    public void Few_colours_are_kept_exactly_in_a_palette_and_many_unrelated_ones_as_they_are(int colors)
    {
        var random = new RandomStream((ulong)colors);
        uint[] some = [.. Enumerable.Range(0, colors).Select(_ => (uint)random.Below(1 << 24))];
        uint[] pixels = [.. Enumerable.Range(0, 90 * 70).Select(i => some[i < colors ? i : random.Below(colors)])];
        byte[] png = PngFile.Encode(pixels, 90, 70, 2);
        Assert.Equal(colors <= 256 ? 3 : 2, png[25]);
        Assert.Equal(pixels, Decode(png));
    }

    [Fact]
    public void A_picture_of_a_few_hundred_colours_is_off_by_less_than_the_eye_sees()
    {
        var bitmap = new Bitmap(300, 200, 1);
        Drawing.FigureDrawing.Draw(
            new Figure("t", new Panel { Series = [HeatMap.Of((x, y) => x * y, (0, 1), (0, 1)), Line.Of(x => x, 0, 1)] }) { Width = 300, Height = 200 },
            bitmap);
        Assert.InRange(bitmap.Pixels.Distinct().Count(), 257, 100_000);
        uint[] decoded = Decode(PngFile.Encode(bitmap.Pixels, 300, 200, 1));
        Assert.All(bitmap.Pixels.Zip(decoded), pair =>
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
        byte[] png = new PngRenderer { Scale = 1.5 }.Render(new Figure("t", new Panel()) { Width = 300, Height = 200 });
        Assert.Equal((450, 300), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal(".png", new PngRenderer().Extension);
    }

    /// <summary>The pixels of a PNG file, its checksums verified by the reader's own arithmetic.</summary>
    internal static uint[] Decode(byte[] png)
    {
        var data = new List<byte>();
        byte[] palette = [];
        int width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), type = png[25];
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            string name = System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
            byte[] chunk = png[(at + 8)..(at + 8 + length)];
            data.AddRange(name == "IDAT" ? chunk : []);
            palette = name == "PLTE" ? chunk : palette;
            Assert.Equal(Crc(png.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            at += 12 + length;
        }

        using var stream = new ZLibStream(new MemoryStream([.. data]), CompressionMode.Decompress);
        var rows = new MemoryStream();
        stream.CopyTo(rows);
        byte[] raw = rows.ToArray();
        var pixels = new uint[width * height];
        int bytes = type == 3 ? 1 : 3, stride = 1 + bytes * width;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int at = y * stride + 1 + bytes * x;
                uint above = raw[y * stride] == 2 && y > 0 ? pixels[(y - 1) * width + x] : 0;
                uint Channel(int k, int shift) => (uint)(byte)(raw[at + k] + (above >> shift)) << shift;
                pixels[y * width + x] = type == 3
                    ? (uint)((palette[3 * raw[at]] << 16) | (palette[3 * raw[at] + 1] << 8) | palette[3 * raw[at] + 2])
                    : Channel(0, 16) | Channel(1, 8) | Channel(2, 0);
            }
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

    private static byte[] Inflate(byte[] packed)
    {
        using var stream = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
