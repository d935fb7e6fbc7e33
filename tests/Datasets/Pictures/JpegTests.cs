namespace Reference.Datasets.Tests;

public class JpegTests
{
    [Theory]
    [InlineData("grey-sequential.jpg")]
    [InlineData("grey-progressive.jpg")]
    [InlineData("color-444.jpg")]
    [InlineData("color-444-progressive.jpg")]
    [InlineData("rgb.jpg")]
    [InlineData("color-422.jpg")]
    [InlineData("color-420.jpg")]
    [InlineData("color-420-low.jpg")]
    [InlineData("color-420-progressive.jpg")]
    [InlineData("restart.jpg")]
    [InlineData("restart-progressive.jpg")]
    [InlineData("tall-440.jpg")]
    public void Files_of_other_programs_are_read_exactly(string name) =>
        Assert.Equal(0, Fixture.Difference(Fixture.Expected(name), PictureFile.Read(Fixture.At(name))).Most);

    [Fact]
    public void Printers_colours_become_red_green_and_blue() =>
        Assert.InRange(Fixture.Difference(Fixture.Expected("color.png"),
            PictureFile.Read(Fixture.At("cmyk.jpg"))).Mean, 0, 10);

    [Fact]
    public void Arithmetic_coding_is_read() =>
        Assert.InRange(Fixture.Difference(Fixture.Expected("grey.png"),
            PictureFile.Read(Fixture.At("arithmetic.jpg"))).Mean, 0, 4);

    [Fact]
    public void Rare_kinds_are_refused_with_a_way_out()
    {
        byte[] lossless = GreyJpeg.Of(8, 8, [1]);
        lossless[lossless.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 1] = 0xC3;
        Assert.Contains("save them as PNG", Assert.Throws<InvalidDataException>(() => Read(lossless)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "abcdef", 2)]
    [InlineData(2, "badcfe", 2)]
    [InlineData(3, "fedcba", 2)]
    [InlineData(4, "efcdab", 2)]
    [InlineData(5, "acebdf", 3)]
    [InlineData(6, "ecafdb", 3)]
    [InlineData(7, "fdbeca", 3)]
    [InlineData(8, "bdface", 3)]
    public void The_image_is_turned_by_its_EXIF_orientation(int orientation, string shown, int columns)
    {
        // Six blocks a b / c d / e f of one grey each, 24 rows of 16 columns.
        byte[] exif = [.. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation,
            .. new byte[7]];
        Picture picture = Read(GreyJpeg.Of(24, 16, [-3, -2, -1, 1, 2, 3], exif));
        Assert.Equal(new ImageShape(8 * 6 / columns, 8 * columns, 1), picture.Shape);
        Assert.Equal(shown, string.Concat(Enumerable.Range(0, 6).Select(block =>
        {
            int grey = picture.Pixels[picture.Shape.IndexOf(8 * (block / columns) + 3, 8 * (block % columns) + 3, 0)];
            return "abc def"[(grey - 128) / 10 + 3];
        })));
    }

    [Fact]
    public void What_other_programs_leave_before_the_end_is_passed_over()
    {
        byte[] file = GreyJpeg.Of(8, 16, [2, 3]);
        Picture expected = Read(file);
        Assert.Equal([148, 158], new[] { expected.Pixels[0], expected.Pixels[^1] });
        Assert.Equal(expected.Pixels,
            Read([.. file[..^2], .. Enumerable.Range(1, 99).Select(i => (byte)i), .. file[^2..]]).Pixels);
        Assert.Equal(expected.Pixels, Read([.. file[..^2], 0xFF, 0xD1, .. file[^2..]]).Pixels);
        Assert.Equal(expected.Pixels, Read([.. file, 1, 2, 3]).Pixels);
    }

    [Theory] // tayloraswift/swift-jpeg#32, etemesi254/zune-image#449
    [InlineData(false)]
    [InlineData(true)]
    public void Tables_hold_for_the_scans_that_follow_them(bool colours) =>
        Assert.Equal(Enumerable.Repeat((byte)168, 192), Read(GreyJpeg.ScanByScan(colours)).Pixels);

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        foreach (string name in new[] { "grey-sequential.jpg", "color-420-progressive.jpg", "restart.jpg" })
        {
            byte[] file = Fixture.Bytes(name);
            for (int length = 2; length < file.Length; length += 3)
            {
                Assert.Throws<InvalidDataException>(() => PictureFile.Read(new MemoryStream(file[..length]), name));
            }
        }
    }

    [Fact]
    public void A_size_that_the_file_cannot_hold_takes_no_memory()
    {
        byte[] file = Fixture.Bytes("color-444.jpg");
        int frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (file[frame + 5], file[frame + 6], file[frame + 7], file[frame + 8]) = (0x1F, 0xFF, 0x1F, 0xFF);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains(
            "pixels for each",
            Assert.Throws<InvalidDataException>(() => PictureFile.Read(new MemoryStream(file), "big")).Message,
            StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Endless_scans_are_refused()
    {
        byte[] file = Fixture.Bytes("grey-progressive.jpg");
        int scan = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]),
            next = scan + file.AsSpan(scan).IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC4]);
        byte[] many = [.. file[..scan], .. Enumerable.Repeat(file[scan..next], 120).SelectMany(b => b), 0xFF, 0xD9];
        Assert.Throws<InvalidDataException>(() => Read(many));
    }

    private static Picture Read(byte[] file) => PictureFile.Read(new MemoryStream(file), "image.jpg");
}
