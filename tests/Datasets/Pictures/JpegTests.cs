namespace Reference.Datasets.Tests;

public class JpegTests
{
    [Theory]
    [InlineData("grey-sequential.jpg", 1)]
    [InlineData("grey-progressive.jpg", 1)]
    [InlineData("color-444.jpg", 2)]
    [InlineData("color-444-progressive.jpg", 2)]
    [InlineData("rgb.jpg", 1)]
    [InlineData("color-422.jpg", 3)]
    [InlineData("color-420.jpg", 3)]
    [InlineData("color-420-low.jpg", 3)]
    [InlineData("color-420-progressive.jpg", 3)]
    [InlineData("restart.jpg", 3)]
    [InlineData("restart-progressive.jpg", 3)]
    [InlineData("tall-440.jpg", 3)]
    public void Files_of_other_programs_are_read_up_to_rounding(string name, int most)
    {
        // The other program computes in integers: a value may differ by 1, one that comes from three by 2, and by 3
        // where colours are stretched first.
        Picture picture = PictureFile.Read(Fixture.At(name)), expected = Fixture.Expected(name);
        (int worst, double mean) = Fixture.Difference(expected, picture);
        Assert.InRange(worst, 0, most);
        Assert.InRange(mean, 0, 0.5);
        Assert.Equal(expected.Shape.Channels, picture.Shape.Channels);
    }

    [Theory]
    [InlineData("arithmetic.jpg", "save them as PNG")]
    [InlineData("cmyk.jpg", "as PNG")]
    public void Rare_kinds_are_refused_with_a_way_out(string name, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => PictureFile.Read(Fixture.At(name))).Message,
            StringComparison.Ordinal);

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
            "blocks in",
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
        Assert.Contains(
            "at most 100",
            Assert.Throws<InvalidDataException>(() => PictureFile.Read(new MemoryStream(many), "many")).Message,
            StringComparison.Ordinal);
    }
}
