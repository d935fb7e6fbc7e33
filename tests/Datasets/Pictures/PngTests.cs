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

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    [InlineData(4, 2)]
    [InlineData(6, 4)]
    public void Sixteen_bits_become_their_upper_eight_and_opacity_a_fourth_channel(int type, int values)
    {
        var random = new RandomStream((ulong)type);
        foreach (int depth in new[] { 8, 16 })
        {
            byte[][] pixels = [.. Enumerable.Range(0, 35)
                .Select(_ => new byte[values * depth / 8].Select(_ => (byte)random.Below(256)).ToArray())];
            byte[] rows = [.. pixels.Chunk(7).SelectMany(row => (byte[])[0, .. row.SelectMany(p => p)])];
            Picture picture = PictureFile.Read(new MemoryStream(PngWriter.Encode(7, 5, depth, type, rows)), "png");
            byte[][] upper = [.. pixels.Select(p => p.Chunk(depth / 8).Select(value => value[0]).ToArray())];
            // Grey with opacity is shown as red, green and blue.
            Assert.Equal(upper.SelectMany(p => type == 4 ? [p[0], p[0], p[0], p[1]] : p), picture.Pixels);
            Assert.Equal(new ImageShape(5, 7, type == 4 ? 4 : values), picture.Shape);
        }
    }

    [Fact]
    public void A_transparent_colour_has_opacity_0()
    {
        byte[] grey = PngWriter.Encode(2, 1, 8, 0, [0, 9, 7], null, [0, 7]),
            palette = PngWriter.Encode(2, 1, 8, 3, [0, 1, 0], [1, 2, 3, 4, 5, 6], [70]);
        Assert.Equal([9, 9, 9, 255, 7, 7, 7, 0], PictureFile.Read(new MemoryStream(grey), "png").Pixels);
        Assert.Equal([4, 5, 6, 255, 1, 2, 3, 70], PictureFile.Read(new MemoryStream(palette), "png").Pixels);
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
            PngWriter.Encode(width, height, depth, type, rows);
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
        byte[] bomb = PngWriter.Encode(8000, 8000, 16, 6, new byte[100]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains(
            "8256 pixels",
            Assert.Throws<InvalidDataException>(() => PictureFile.Read(new MemoryStream(bomb), "bomb")).Message,
            StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Throws<InvalidDataException>(() =>
            PictureFile.Read(new MemoryStream(PngWriter.Encode(1 << 14, 1 << 13, 8, 0, [0])), "bomb"));
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
