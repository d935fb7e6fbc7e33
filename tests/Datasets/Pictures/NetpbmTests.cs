using System.Text;
using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class NetpbmTests
{
    [Property(MaxTest = 60)]
    public void Text_and_binary_forms_give_the_same_picture(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int width, int height, int channels, int most) = (
            1 + random.Below(6), 1 + random.Below(6), random.Bernoulli(0.5) ? 1 : 3,
                1 + random.Below(random.Bernoulli(0.5) ? 255 : 65535));
        int[] values = [.. Enumerable.Range(0, width * height * channels).Select(_ => random.Below(most + 1))];
        string header = $"# made by hand\n{width} # wide\n{height}\t{most}";
        Picture text = Read($"P{(channels == 1 ? 2 : 3)}{header}\n{string.Join(' ', values)}\n");
        Picture bytes = Read(
        [
            .. Encoding.ASCII.GetBytes($"P{(channels == 1 ? 5 : 6)}{header}\n"),
            .. values.SelectMany(v => most < 256 ? new[] { (byte)v } : [(byte)(v >> 8), (byte)v]),
        ]);
        Assert.Equal(new ImageShape(height, width, channels), text.Shape);
        Assert.Equal(text.Pixels, bytes.Pixels);
        Assert.Equal(values.Select(v => 255.0 * v / most), text.Pixels.Select(p => (double)p), (a, b) =>
            Math.Abs(a - b) <= 0.5 + 1e-9);
    }

    [Theory]
    [InlineData("P2 2 2 255 1 2 3", "7 bytes after the header")]
    [InlineData("P5 2 2 255 abc", "5 bytes after the header of a 2×2×1 image; got 4")]
    [InlineData("P5 2 2 255 abcde", "got 6")]
    [InlineData("P2 1 1 0 0", "1 to 65535; got 0")]
    [InlineData("P2 1 1 70000 0", "got 70000")]
    [InlineData("P2 1 1 9 10", "values of at most 9; got 10")]
    [InlineData("P2 0 1 9 1", "1×0")]
    [InlineData("P2 x", "a number")]
    [InlineData("P2 99999999999 1 1 1", "a number up to")]
    [InlineData("P2 67108864 67108864 1 1", "pixels; got 67108864×67108864")]
    [InlineData("P6 8192 8192 255 a", "201326593 bytes")]
    [InlineData("GIF89a", "save it as PNG")]
    [InlineData("", "begin ")]
    public void A_damaged_image_is_refused(string text, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static Picture Read(string text) => Read(Encoding.ASCII.GetBytes(text));

    private static Picture Read(byte[] bytes) => PictureFile.Read(new MemoryStream(bytes), "image");
}
