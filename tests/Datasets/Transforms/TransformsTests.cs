using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class TransformsTests
{
    private static readonly RandomStream Unused = new(0);

    [Property] // S0-126
    public void A_constant_image_stays_constant_under_resizing(Seed seed)
    {
        RandomStream random = seed.Stream();
        ImageShape shape = Shape(random);
        var image = new PixelBuffer(shape);
        double grey = random.Uniform();
        image.Values.Fill(grey);
        foreach (Interpolation interpolation in Enum.GetValues<Interpolation>())
        {
            PixelBuffer resized = Apply(new Resize(1 + random.Below(20), 1 + random.Below(20), interpolation), image);
            Assert.All(resized.Values.ToArray(), v => Assert.Equal(grey, v, 1e-12));
            Digits.Agree(image.Values.ToArray(),
                Apply(new Resize(shape.Height, shape.Width, interpolation), image).Values.ToArray(), 12);
        }
    }

    [Property] // S3-229
    public void Area_resizing_keeps_the_mean(Seed seed)
    {
        RandomStream random = seed.Stream();
        PixelBuffer image = Image(random, Shape(random));
        PixelBuffer smaller = Apply(new Resize(1 + random.Below(image.Shape.Height),
            1 + random.Below(image.Shape.Width), Interpolation.Area), image);
        for (int c = 0; c < image.Shape.Channels; c++)
        {
            Assert.Equal(image.Plane(c).Cast<double>().Average(), smaller.Plane(c).Cast<double>().Average(), 1e-12);
        }
    }

    [Fact]
    public void Enlarging_a_ramp_bilinearly_gives_a_ramp()
    {
        var ramp = new PixelBuffer(new ImageShape(1, 4, 1), [0, 1, 2, 3]);
        // Middles of the new pixels lie at −0.25, 0.25, 0.75, … from those of the old; beyond the edges nothing is
        // extrapolated.
        Assert.Equal([0, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3], Apply(new Resize(1, 8), ramp).Values.ToArray());
        Assert.Equal([0.0, 0, 1, 1, 2, 2, 3, 3],
            Apply(new Resize(1, 8, Interpolation.Nearest), ramp).Values.ToArray());
        Assert.Equal([0.5, 2.5], Apply(new Resize(1, 2, Interpolation.Area), ramp).Values.ToArray());
        // Shrinking to half: weights ¼ ¾ ¾ ¼ of the four neighbours, over their sum, the missing ones left out.
        Digits.Agree([(0.75 * 0 + 0.75 * 1 + 0.25 * 2) / 1.75, (0.25 * 1 + 0.75 * 2 + 0.75 * 3) / 1.75],
            Apply(new Resize(1, 2), ramp).Values.ToArray(), 14);
        Assert.Equal([1.0, 3], Apply(new Resize(1, 2, Interpolation.Nearest), ramp).Values.ToArray());
        // Height as width: the transposed image gives the transposed result.
        var column = new PixelBuffer(new ImageShape(4, 1, 1), [0, 1, 2, 3]);
        Assert.Equal([0, 0.25, 0.75, 1.25, 1.75, 2.25, 2.75, 3], Apply(new Resize(8, 1), column).Values.ToArray());
    }

    [Fact] // S4-064
    public void The_centre_crop_of_28_to_20_keeps_rows_and_columns_4_to_23()
    {
        PixelBuffer image = Image(new RandomStream(1), new ImageShape(28, 28, 1));
        PixelBuffer crop = Apply(new CentreCrop(20, 20), image);
        Assert.Equal(new ImageShape(20, 20, 1), crop.Shape);
        Assert.Equal(image[4, 4, 0], crop[0, 0, 0]);
        Assert.Equal(image[23, 23, 0], crop[19, 19, 0]);
        Assert.Equal(image[7, 11, 0], crop[3, 7, 0]);
        Assert.Contains("29×20", Assert.Throws<ArgumentException>(() => Apply(new CentreCrop(29, 20), image)).Message,
            StringComparison.Ordinal);
    }

    [Property]
    public void Flipping_twice_gives_the_image_back(Seed seed)
    {
        RandomStream random = seed.Stream();
        PixelBuffer image = Image(random, Shape(random));
        foreach (bool upsideDown in new[] { false, true })
        {
            var flip = new Flip(1, upsideDown);
            PixelBuffer once = Apply(flip, image);
            Assert.Equal(image[0, 0, 0], upsideDown ? once[image.Shape.Height - 1, 0, 0]
                : once[0, image.Shape.Width - 1, 0]);
            Assert.Equal(image.Values.ToArray(), Apply(flip, once).Values.ToArray());
            Assert.Equal(image.Values.ToArray(), Apply(new Flip(0, upsideDown), image).Values.ToArray());
        }
    }

    [Fact]
    public void A_quarter_turn_moves_the_right_edge_to_the_top()
    {
        PixelBuffer image = Image(new RandomStream(2), new ImageShape(5, 5, 2));
        PixelBuffer turned = Apply(new Rotation((90, 90)), image);
        for (int row = 0; row < 5; row++)
        {
            for (int column = 0; column < 5; column++)
            {
                Assert.Equal(image[column, 4 - row, 1], turned[row, column, 1], 1e-12);
            }
        }
    }

    [Property]
    public void Warps_that_do_nothing_change_nothing(Seed seed)
    {
        RandomStream random = seed.Stream();
        PixelBuffer image = Image(random, Shape(random));
        IImageTransform[] idle =
        [
            new Rotation((0, 0)), new Zoom((1, 1)), new Shift((0, 0), (0, 0)),
            new Brightness((1, 1)), new Contrast((1, 1)), new Saturation((1, 1)),
        ];
        Assert.All(idle, step => Digits.Agree(image.Values.ToArray(), Apply(step, image).Values.ToArray(), 12));
    }

    [Fact]
    public void A_shift_moves_down_and_right_and_a_zoom_enlarges()
    {
        var dot = new PixelBuffer(new ImageShape(5, 5, 1));
        dot[1, 1, 0] = 1;
        PixelBuffer moved = Apply(new Shift((0.4, 0.4), (0.2, 0.2)), dot);
        Assert.Equal((1, 1), (moved[3, 2, 0], moved.Values.ToArray().Sum()));
        PixelBuffer zoomed = Apply(new Zoom((2, 2)), dot); // from (−1, −1) off the middle to (−2, −2)
        Assert.Equal(1, zoomed[0, 0, 0]);
        Assert.Equal(0.5, zoomed[0, 1, 0]);
        Assert.Equal(0, zoomed[2, 2, 0]);
    }

    [Fact]
    public void Colours_follow_their_factors()
    {
        var image = new PixelBuffer(new ImageShape(1, 2, 3), [0.2, 0.4, 0.6, 0.8, 0.8, 0.8]);
        double first = 0.299 * 0.2 + 0.587 * 0.4 + 0.114 * 0.6, mean = (first + 0.8) / 2;
        Digits.Agree([0.3, 0.6, 0.9, 1, 1, 1], Apply(new Brightness((1.5, 1.5)), image).Values.ToArray(), 12);
        Digits.Agree([first, first, first, 0.8, 0.8, 0.8], Apply(new Saturation((0, 0)), image).Values.ToArray(), 12);
        Assert.All(Apply(new Contrast((0, 0)), image).Values.ToArray(), v => Assert.Equal(mean, v, 1e-12));
        Assert.Equal(mean + 1.2 * (0.4 - mean), Apply(new Contrast((1.2, 1.2)), image).Values[1], 1e-12);
        Assert.Equal(first + 1.5 * (0.6 - first), Apply(new Saturation((1.5, 1.5)), image).Values[2], 1e-12);
    }

    [Fact] // S2-102
    public void Channels_are_normalised_each_by_its_own_numbers()
    {
        var image = new PixelBuffer(new ImageShape(1, 2, 2), [0, 0.5, 1, 0.75]);
        Assert.Equal([-1, 0, 1, 1], Apply(new NormalizeChannels([0.5, 0.5], [0.5, 0.25]), image).Values.ToArray());
        Assert.Contains(
            "3 channels",
            Assert.Throws<ArgumentException>(() => Apply(new NormalizeChannels([0, 0, 0], [1, 1, 1]), image)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new NormalizeChannels([0], [0]));
    }

    [Theory] // S0-126
    [InlineData("color-resized-16x10.ppm", 10, 16)]
    [InlineData("color-resized-50x60.ppm", 60, 50)]
    public void Bilinear_resizing_agrees_with_what_the_notes_use(string name, int height, int width)
    {
        LabelledImages images =
            new(new ByteImages(Fixture.Expected("color.png").Pixels, Fixture.Expected("color.png").Shape), [0], ["x"]);
        var image = new PixelBuffer(new ImageShape(1, 1, 1));
        images.Images.Load(0, image);
        PixelBuffer resized = Apply(new Resize(height, width), image);
        byte[] expected = PictureFile.Read(Fixture.At(name)).Pixels;
        // The other program rounds to bytes after each of two passes: a value may differ by 1.
        Assert.All(Enumerable.Range(0, expected.Length), i =>
            Assert.Equal(expected[i], 255 * resized.Values[i], 1.01));
    }

    [Fact] // S4-061
    public void Composed_steps_run_in_the_order_of_the_list()
    {
        PixelBuffer image = Image(new RandomStream(3), new ImageShape(6, 6, 1));
        IImageTransform crop = new CentreCrop(4, 4), resize = new Resize(6, 6);
        var cropFirst = new Compose(crop, resize);
        Assert.Equal(new ImageShape(6, 6, 1), cropFirst.Resulting(image.Shape));
        Assert.Equal(new ImageShape(4, 4, 1), new Compose(resize, crop).Resulting(image.Shape));
        Assert.Equal(Apply(resize, Apply(crop, image)).Values.ToArray(), Apply(cropFirst, image).Values.ToArray());
        Assert.Equal(Apply(crop, image).Values.ToArray(),
            Apply(new Compose(resize, new Flip(1), new Flip(1), crop), image).Values.ToArray());
        Assert.Throws<ArgumentException>(() => new Compose());
    }

    [Fact] // S4-063, S4-064
    public void A_transformed_set_has_the_length_of_its_source_and_the_shape_of_its_transform()
    {
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(1), 5);
        var crops = new TransformedImages(digits.Images, new CentreCrop(20, 20), Unused);
        Assert.Equal((5, 400, new ImageShape(20, 20, 1)), (crops.Count, crops.Features, crops.Shape));
        var column = new double[400];
        crops.CopyTo(3, column);
        Assert.Equal(digits.Images[3][digits.Images.Shape.IndexOf(4, 5, 0)] / 255.0, column[1], 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => crops.CopyTo(5, column));
    }

    [Fact]
    public void Random_steps_differ_from_look_to_look_and_repeat_with_the_seed()
    {
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(1), 2);
        IImageTransform step = new Compose(new Rotation((-20, 20)), new Zoom((0.8, 1.2)),
            new Shift((-0.1, 0.1), (-0.1, 0.1)), new Brightness((0.5, 1.5)));
        double[][] Looks(ulong seed)
        {
            var images = new TransformedImages(digits.Images, step, new RandomStream(seed));
            return [.. Enumerable.Range(0, 3).Select(_ => new SampleSet(images, [0, 0], 1)[0].X)];
        }

        double[][] looks = Looks(7);
        Assert.NotEqual(looks[0], looks[1]);
        Assert.Equal(looks, Looks(7));
        Assert.NotEqual(looks, Looks(8));
    }

    [Fact]
    public void Bounds_out_of_order_are_named()
    {
        Assert.Contains("2 and 1", Assert.Throws<ArgumentOutOfRangeException>(() => new Rotation((2, 1))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Zoom((0, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Brightness((-1, 1)));
        Assert.Throws<ArgumentException>(() => new Shift((double.NaN, 1), (0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Flip(1.1));
    }

    internal static PixelBuffer Apply(IImageTransform step, PixelBuffer image)
    {
        var result = new PixelBuffer(new ImageShape(1, 1, 1));
        step.Apply(image, result, Unused);
        Assert.Equal(step.Resulting(image.Shape), result.Shape);
        return result;
    }

    private static ImageShape Shape(RandomStream random) =>
        new(1 + random.Below(9), 1 + random.Below(9), random.Bernoulli(0.5) ? 1 : 3);

    private static PixelBuffer Image(RandomStream random, ImageShape shape) =>
        new(shape, random.Uniforms(shape.Length, 0, 1));
}
