using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class ByteImagesTests
{
    private static readonly byte[] AllBytes = [.. Enumerable.Range(0, 256).Select(b => (byte)b)];

    [Fact] // S0-100, S2-101
    public void Bytes_become_zero_to_one()
    {
        var column = new double[256];
        new ByteImages(AllBytes, new ImageShape(16, 16, 1)).CopyTo(0, column);
        Assert.Equal((0.0, 1.0), (column[0], column[255]));
        Assert.All(AllBytes, b => Assert.Equal(b / 255.0, column[b], 1e-15));
    }

    [Fact] // S2-102: the range is [−1, 1], not [0, 2) as line 1057 of the notes says
    public void Mean_and_deviation_one_half_give_minus_one_to_one()
    {
        ByteImages images = new ByteImages(AllBytes, new ImageShape(16, 16, 1)).Normalized([0.5], [0.5]);
        var column = new double[256];
        images.CopyTo(0, column);
        Assert.Equal((-1.0, 1.0), (column[0], column[255]));
        Assert.Equal(-0.0039215686, column[127], 5e-11);
        Assert.Equal(0.0039215686, column[128], 5e-11);
        Assert.All(AllBytes, b => Assert.Equal(b, (byte)Math.Round((column[b] * 0.5 + 0.5) * 255)));
        Assert.Equal((-1.0, 1.0), (column.Min(), column.Max()));
    }

    [Property]
    public void Every_channel_is_scaled_by_its_own_numbers(Seed seed)
    {
        RandomStream random = seed.Stream();
        var shape = new ImageShape(1 + random.Below(9), 1 + random.Below(9), 1 + random.Below(4));
        byte[] pixels = [.. Enumerable.Range(0, 2 * shape.Length).Select(_ => (byte)random.Below(256))];
        double[] mean = random.Uniforms(shape.Channels, 0, 1), deviation = random.Uniforms(shape.Channels, 0.1, 2);
        ByteImages images = new ByteImages(pixels, shape).Normalized(mean, deviation);
        var column = new double[shape.Length];
        images.CopyTo(1, column);
        for (int i = 0; i < shape.Length; i++)
        {
            int c = i % shape.Channels;
            // Three roundings of numbers below 12: 4e-15 is ample.
            Assert.Equal((pixels[shape.Length + i] / 255.0 - mean[c]) / deviation[c], column[i], 4e-15 / deviation[c]);
            // The same bits as one value after the other, whatever the width of vectors.
            Assert.Equal(pixels[shape.Length + i] * (1 / (255 * deviation[c])) + -mean[c] / deviation[c], column[i]);
        }
    }

    [Fact]
    public void A_loaded_image_is_not_normalised()
    {
        ByteImages images = new ByteImages([0, 255, 51, 102], new ImageShape(1, 2, 1)).Normalized([0.5], [0.25]);
        var buffer = new PixelBuffer(new ImageShape(3, 3, 3));
        images.Load(1, buffer);
        Assert.Equal(new ImageShape(1, 2, 1), buffer.Shape);
        Assert.Equal([0.2, 0.4], buffer.Values.ToArray());
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_named()
    {
        Assert.Contains(
            "7 bytes",
            Assert.Throws<ArgumentException>(() => new ByteImages(new byte[7], new ImageShape(2, 1, 1))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ByteImages(new byte[7], default));
        var images = new ByteImages(new byte[6], new ImageShape(1, 1, 3));
        Assert.Contains("3 and 1", Assert.Throws<ArgumentException>(() => images.Normalized([0], [1])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => images.Normalized([0, 0, 0], [1, 0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => images[2].Length);
        Assert.Throws<ArgumentException>(() => images.CopyTo(0, new double[4]));
        Assert.Throws<ArgumentException>(() => new LabelledImages(images, [0], ["a"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LabelledImages(images, [0, 1], ["a"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageShape(0, 1, 1));
        Assert.Throws<ArgumentException>(() => new ImageShape(1 << 16, 1 << 16, 1));
    }

    [Property] // S0-100, S2-099
    public void Channels_first_and_last_are_each_others_inverse(Seed seed)
    {
        RandomStream random = seed.Stream();
        var shape = new ImageShape(1 + random.Below(5), 1 + random.Below(5), 1 + random.Below(4));
        double[] image = random.Normals(shape.Length), planes = new double[shape.Length],
            back = new double[shape.Length];
        ChannelOrder.ToChannelsFirst<double>(image, shape, planes);
        for (int c = 0; c < shape.Channels; c++)
        {
            for (int p = 0; p < shape.Height * shape.Width; p++)
            {
                Assert.Equal(
                    image[shape.IndexOf(p / shape.Width, p % shape.Width, c)],
                    planes[(c * shape.Height + p / shape.Width) * shape.Width + p % shape.Width]);
            }
        }

        ChannelOrder.ToChannelsLast<double>(planes, shape, back);
        Assert.Equal(image, back);
        Assert.Throws<ArgumentException>(() =>
            ChannelOrder.ToChannelsLast<double>(planes, shape, new double[shape.Length + 1]));
    }

    [Fact]
    public void A_buffer_is_written_by_row_column_and_channel()
    {
        var buffer = new PixelBuffer(new ImageShape(2, 2, 2), [0, 1, 2, 3, 4, 5, 6, 7]);
        Assert.Equal(5, buffer[1, 0, 1]);
        Assert.Equal(new double[,] { { 1, 3 }, { 5, 7 } }, buffer.Plane(1));
        buffer[0, 0, 0] = 9;
        Assert.Equal(9, buffer.Values[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Plane(2));
        Assert.Throws<ArgumentException>(() => new PixelBuffer(new ImageShape(1, 1, 1), [1, 2]));
    }
}
