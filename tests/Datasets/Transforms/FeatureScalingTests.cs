using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class FeatureScalingTests
{
    [Property]
    public void Min_max_fills_the_unit_interval_and_z_scores_have_mean_0_and_deviation_1(Seed seed)
    {
        RandomStream random = seed.Stream();
        var x = new double[3, 2 + random.Below(20)];
        for (int i = 0; i < x.Length; i++)
        {
            x[i / x.GetLength(1), i % x.GetLength(1)] = random.Normal(5, 3);
        }

        var samples = new ColumnSamples(x);
        double[][] minMax = Scaled(FeatureScaling.MinMax(samples), samples),
            z = Scaled(FeatureScaling.ZScore(samples), samples);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal((0.0, 1.0), (minMax.Min(c => c[i]), minMax.Max(c => c[i])));
            Assert.Equal(0, z.Average(c => c[i]), 1e-10);
            Assert.Equal(1, z.Average(c => c[i] * c[i]), 1e-10);
        }

        FeatureScaling scaling = FeatureScaling.ZScore(samples);
        double[] column = [1, 2, 3];
        scaling.Apply(column);
        scaling.Invert(column);
        Digits.Agree([1, 2, 3], column, 10);
    }

    [Fact]
    public void Only_the_training_samples_count()
    {
        var all = new ColumnSamples(new double[,] { { 0, 2, 100 } });
        FeatureScaling scaling = FeatureScaling.ZScore(new Subset(all, [0, 1]));
        Assert.Equal((1.0, 1.0), (scaling.Shift[0], scaling.Scale[0]));
        Assert.Equal([[-1.0], [1.0], [99.0]], Scaled(scaling, all));
    }

    [Fact]
    public void A_feature_that_never_varies_becomes_0()
    {
        var samples = new ColumnSamples(new double[,] { { 0.1, 0.1, 0.1 }, { 1, 2, 3 } });
        Assert.All(Scaled(FeatureScaling.ZScore(samples), samples), c => Assert.Equal(0, c[0], 1e-15));
        Assert.All(Scaled(FeatureScaling.MinMax(samples), samples), c => Assert.Equal(0, c[0]));
    }

    [Theory] // squares of deviations would be ∞ or 0
    [InlineData(1e200)]
    [InlineData(1e-200)]
    [InlineData(1e-320)]
    public void Deviations_whose_squares_leave_the_doubles_are_right(double size)
    {
        var samples = new ColumnSamples(new double[,] { { -size, size, size, -size } });
        FeatureScaling scaling = FeatureScaling.ZScore(samples);
        Assert.Equal(1, scaling.Scale[0] / size, 1e-14);
        Assert.Equal([[-1.0], [1.0], [1.0], [-1.0]], Scaled(scaling, samples));
    }

    [Fact] // a spread of ∞ would make NaN of the largest sample, and a range next to it 0 of all
    public void A_spread_that_is_no_double_is_refused()
    {
        ColumnSamples whole = new(new double[,] { { -1.7e308, 1.7e308 } }),
            half = new(new double[,] { { 0, 1.7e308 } });
        BadInput.Refuses(() => FeatureScaling.MinMax(whole), "spread", "finite");
        BadInput.Refuses(() => FeatureScaling.ZScore(whole), "spread", "finite");
        Assert.Equal([[0.0], [1.0]], Scaled(FeatureScaling.MinMax(half), half));
    }

    [Fact]
    public void A_range_of_roundings_only_becomes_0() => Assert.All(
        Scaled(FeatureScaling.MinMax(new ColumnSamples(new double[,] { { 0.1 + 0.2, 0.3 } })),
            new ColumnSamples(new double[,] { { 0.1 + 0.2, 0.3 } })), c => Assert.Equal(0, c[0], 1e-15));

    [Fact]
    public void A_feature_that_varies_by_rounding_only_becomes_0()
    {
        // The bound is 1000 · 2⁻⁵² · 0.3 = 6.7e-14.
        var values = new double[1, 1000];
        for (int n = 0; n < 1000; n++)
        {
            values[0, n] = n < 500 ? 0.1 + 0.2 : 0.3;
        }

        var samples = new ColumnSamples(values);
        Assert.All(Scaled(FeatureScaling.ZScore(samples), samples), c => Assert.Equal(0, c[0], 1e-13));
    }

    [Fact]
    public void Other_features_are_refused()
    {
        FeatureScaling scaling = FeatureScaling.MinMax(new ColumnSamples(new double[,] { { 1, 2 } }));
        Assert.Throws<ArgumentException>(() => scaling.Of(new ColumnSamples(new double[2, 2])));
        Assert.Throws<ArgumentException>(() => scaling.Apply(new double[2]));
        Assert.Throws<ArgumentException>(() =>
            FeatureScaling.MinMax(new Subset(new ColumnSamples(new double[,] { { 1 } }), [])));
    }

    private static double[][] Scaled(FeatureScaling scaling, ISamples samples)
    {
        ISamples scaled = scaling.Of(samples);
        return [.. Enumerable.Range(0, scaled.Count).Select(n =>
        {
            var column = new double[scaled.Features];
            scaled.CopyTo(n, column);
            return column;
        })];
    }
}
