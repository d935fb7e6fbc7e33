using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class PngTests
{
    [Theory]
    [InlineData("bits.png")]
    [InlineData("grey.png")]
    [InlineData("color.png")]
    [InlineData("palette.png")]
    [InlineData("interlaced-grey.png")]
    [InlineData("interlaced-color.png")]
    [InlineData("interlaced-palette.png")]
    public void Files_of_other_programs_are_read_exactly(string name)
    {
        Picture expected = Fixture.Expected(name);
        Assert.Equal(0,
            Fixture.Difference(expected, PictureFile.Read(Fixture.At(name))
            .WithChannels(expected.Shape.Channels)).Most);
    }

    [Property(MaxTest = 150)]
    public void Every_colour_type_depth_and_interlacing_is_read(Seed seed)
    {
        RandomStream random = seed.Stream();
        int type = new[] { 0, 2, 3, 4, 6 }[random.Below(5)];
        int[] depths = type switch { 0 => [1, 2, 4, 8, 16], 3 => [1, 2, 4, 8], _ => [8, 16] };
        int depth = depths[random.Below(depths.Length)], channels = type switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        (int width, int height, bool interlaced) = (1 + random.Below(20), 1 + random.Below(20), random.Bernoulli(0.5));
        int colors = type == 3 ? 1 + random.Below(1 << depth) : 1 << depth;
        var values = new Dictionary<(int, int, int), int>();
        int Value(int y, int x, int c) => values.TryGetValue((y, x, c), out int v) ? v
            : values[(y, x, c)] = random.Below(Math.Min(colors, 1 << depth));
        // Of sixteen bits the upper eight are read; fewer are stretched.
        int EightBits(int value) => depth == 16 ? value >> 8 : value * 255 / ((1 << depth) - 1);
        byte[]? palette = type == 3 ? [.. Enumerable.Range(0, 3 * colors).Select(_ => (byte)random.Below(256))] : null;
        byte[] rows = PngWriter.Rows(random, width, height, depth, channels, interlaced, Value);
        int[] clear = [.. Enumerable.Range(0, channels).Select(c => Value(0, 0, c))];
        byte[]? transparency = random.Bernoulli(0.5) ? null : type switch
        {
            0 or 2 => [.. clear.SelectMany(v => new[] { (byte)(v >> 8), (byte)v })],
            3 => [.. Enumerable.Range(0, 1 + random.Below(colors)).Select(_ => (byte)random.Below(256))],
            _ => null,
        };
        Picture picture =
            PictureFile.Read(new MemoryStream(PngWriter.Encode(width, height, depth, type, interlaced, rows, palette,
            transparency)), "png");
        bool opacity = type is 4 or 6 || transparency is not null;
        int shown = type is 0 && !opacity ? 1 : 3, last = channels - 1;
        Assert.Equal(new ImageShape(height, width, shown + (opacity ? 1 : 0)), picture.Shape);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int at = picture.Shape.IndexOf(y, x, 0), index = Value(y, x, 0);
                for (int c = 0; c < shown; c++)
                {
                    Assert.Equal(palette is not null ? palette[3 * index + c]
                        : EightBits(Value(y, x, type is 0 or 4 ? 0 : c)), picture.Pixels[at + c]);
                }

                if (picture.Shape.Channels > shown)
                {
                    int expected = type is 4 or 6 ? EightBits(Value(y, x, last))
                        : type == 3 ? (index < transparency!.Length ? transparency[index] : 255)
                        : Enumerable.Range(0, channels).All(c => Value(y, x, c) == clear[c]) ? 0 : 255;
                    Assert.Equal(expected, picture.Pixels[at + shown]);
                }
            }
        }
    }

    [Fact]
    public void Every_kind_of_damage_is_refused_with_what_was_expected()
    {
        byte[] good = Png(2, 2, 8, 0, [0, 1, 2, 0, 3, 4]);
        Refused(good[..^1], "a chunk at byte");
        Refused(good[..40], "got 7 bytes");
        Refused([.. good.Select((b, i) => i == 20 ? (byte)(b ^ 1) : b)], "checksum");
        foreach (byte[] header in new[] { Png(0, 2, 8, 0, [0]), Png(2, 2, 3, 0, [0]), Png(2, 2, 8, 5, [0]) })
        {
            Refused(header, "damaged or of a rare kind");
        }

        Refused(Png(2, 2, 8, 3, new byte[6]), "InvalidInput"); // no palette
        Refused(Png(2, 2, 8, 0, [0, 1, 2, 5, 3, 4]), "ErrorInInput"); // row filter 5
        Refused(Png(2, 2, 8, 0, [0, 1, 2, 0, 3]), "Incomplete");
        Refused([.. good[..33], .. PngWriter.Chunk("IHDR", new byte[13]), .. good[33..]], "rare kind");
        Refused([.. good[..8], .. good[33..]], "rare kind");
        Refused([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0, 1, 2, 3, 4], "a chunk at byte 8");

        static byte[] Png(int width, int height, int depth, int type, byte[] rows) =>
            PngWriter.Encode(width, height, depth, type, false, rows);
        static void Refused(byte[] file, string why)
        {
            string message = Assert.Throws<InvalidDataException>(() =>
                PictureFile.Read(new MemoryStream(file), "x.png")).Message;
            Assert.StartsWith("x.png: ", message, StringComparison.Ordinal);
            Assert.Contains(why, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bomb_takes_no_memory()
    {
        byte[] bomb = PngWriter.Encode(8000, 8000, 16, 6, false, new byte[100]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains(
            "8256 pixels",
            Assert.Throws<InvalidDataException>(() => PictureFile.Read(new MemoryStream(bomb), "bomb")).Message,
            StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Throws<InvalidDataException>(() =>
            PictureFile.Read(new MemoryStream(PngWriter.Encode(1 << 14, 1 << 13, 8, 0, false, [0])), "bomb"));
    }

    [Fact]
    public void Transparent_parts_are_laid_on_white()
    {
        var picture = new Picture(new ImageShape(1, 2, 4), [100, 0, 200, 255, 0, 0, 0, 102]);
        Assert.Equal([100, 0, 200, 153, 153, 153], picture.WithChannels(3).Pixels);
        Assert.Equal([(byte)Math.Round(29.9 + 22.8), 153], picture.WithChannels(1).Pixels);
        Assert.Equal([7, 7, 7], new Picture(new ImageShape(1, 1, 1), [7]).WithChannels(3).Pixels);
        Assert.Throws<ArgumentOutOfRangeException>(() => picture.WithChannels(2));
        Assert.Throws<ArgumentException>(() => new Picture(new ImageShape(1, 1, 2), [7, 7]));
        Assert.Throws<ArgumentException>(() => new Picture(new ImageShape(1, 1, 1), [7, 7]));
    }
}
