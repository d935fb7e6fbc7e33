using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class PlanarSetsTests
{
    [Property(MaxTest = 30)]
    public void Without_blur_a_blob_is_its_centre(Seed seed)
    {
        RandomStream random = seed.Stream();
        var centers = new double[3, 4];
        for (int i = 0; i < centers.Length; i++)
        {
            centers[i / 4, i % 4] = random.Normal();
        }

        LabelledPoints set = Blobs.Draw(random, centers, 10, 0);
        Assert.Equal(4, set.Classes);
        for (int n = 0; n < 10; n++)
        {
            Assert.Equal(n % 4, set.Labels[n]);
            Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(centers[i, n % 4], set.X[i, n]));
        }
    }

    [Fact]
    public void A_blob_has_the_deviation_it_was_asked_for()
    {
        LabelledPoints set = Blobs.Draw(new RandomStream(5), new double[,] { { 3 }, { -2 } }, 20_000, 0.5);
        // 20,000 draws: the standard error of the mean is 0.0035, that of the deviation 0.0025.
        Assert.Equal(3, Row(set, 0).Average(), 0.015);
        Assert.Equal(-2, Row(set, 1).Average(), 0.015);
        Assert.Equal(0.25, Row(set, 0).Average(v => (v - 3) * (v - 3)), 0.012);
    }

    [Property(MaxTest = 20)]
    public void A_spirals_angle_follows_its_radius(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int classes, double turns) = (2 + random.Below(4), random.Uniform(-2, 2));
        LabelledPoints set = Spirals.Draw(random, classes, 60, turns, 0);
        for (int n = 0; n < 60; n++)
        {
            double radius = Math.Sqrt(set.X[0, n] * set.X[0, n] + set.X[1, n] * set.X[1, n]);
            double angle = 2 * Math.PI * (turns * radius + (double)set.Labels[n] / classes);
            Assert.Equal(radius * Math.Cos(angle), set.X[0, n], 1e-9);
            Assert.Equal(radius * Math.Sin(angle), set.X[1, n], 1e-9);
        }
    }

    [Fact] // S4-124
    public void The_notes_xor_set_has_25_points_at_each_corner()
    {
        LabelledPoints set = NoisyXor.Draw(new RandomStream(9));
        double squares = 0;
        for (int n = 0; n < 100; n++)
        {
            int corner = n / 25;
            (int x, int y) = (corner / 2, corner % 2);
            Assert.Equal(x ^ y, set.Labels[n]);
            Assert.Equal(x, set.X[0, n], 0.06);
            Assert.Equal(y, set.X[1, n], 0.06);
            squares += (set.X[0, n] - x) * (set.X[0, n] - x) + (set.X[1, n] - y) * (set.X[1, n] - y);
        }

        // 200 draws of deviation 0.01: the standard error of the deviation is 0.0005.
        Assert.Equal(0.01, Math.Sqrt(squares / 200), 0.002);
    }

    [Fact]
    public void Equal_seeds_give_equal_sets_and_different_ones_do_not()
    {
        Func<ulong, double[,]>[] sets =
        [
            s => Blobs.Draw(new RandomStream(s), new double[,] { { 1, 2 } }, 9, 0.1).X,
            s => Spirals.Draw(new RandomStream(s), 3, 9, 1, 0.1).X, s => NoisyXor.Draw(new RandomStream(s), 8).X,
        ];
        Assert.All(sets, draw => Assert.Equal(draw(4), draw(4)));
        Assert.All(sets, draw => Assert.NotEqual(draw(4), draw(5)));
    }

    [Fact]
    public void Bad_sizes_and_deviations_are_refused()
    {
        var random = new RandomStream(1);
        Assert.Contains("-0.1", Assert.Throws<ArgumentOutOfRangeException>(() =>
            Spirals.Draw(random, 2, 9, 1, -0.1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Spirals.Draw(random, 2, 9, 1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Spirals.Draw(random, 3, 2, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Spirals.Draw(random, 1, 9, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Blobs.Draw(random, new double[,] { { 1, 2, 3 } }, 2, 0));
        Assert.Throws<ArgumentException>(() => Blobs.Draw(random, new double[,] { { double.NaN } }, 2, 0));
        Assert.Contains("99", Assert.Throws<ArgumentException>(() => NoisyXor.Draw(random, 99)).Message,
            StringComparison.Ordinal);
    }

    private static IEnumerable<double> Row(LabelledPoints set, int row) =>
        Enumerable.Range(0, set.Labels.Length).Select(n => set.X[row, n]);
}
