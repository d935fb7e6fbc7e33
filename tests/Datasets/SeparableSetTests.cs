using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class SeparableSetTests
{
    [Property(MaxTest = 50)]
    public void Every_point_keeps_the_margin_on_its_labels_side(Seed seed)
    {
        RandomStream random = seed.Stream();
        SeparableSet set = SeparableSet.Draw(random, 1 + random.Below(5), 30, random.Uniform(0.05, 0.5));
        Assert.Equal(1, Math.Sqrt(set.Normal.Sum(v => v * v)), 1e-12);
        for (int n = 0; n < set.Labels.Length; n++)
        {
            double distance = set.Bias;
            for (int i = 0; i < set.Normal.Length; i++)
            {
                Assert.InRange(set.X[i, n], -1, 1);
                distance += set.Normal[i] * set.X[i, n];
            }

            Assert.True((2 * set.Labels[n] - 1) * distance >= set.Margin);
        }
    }

    [Fact]
    public void Equal_seeds_give_equal_sets() =>
        Assert.Equal(SeparableSet.Draw(new RandomStream(3), 2, 10, 0.1).X,
            SeparableSet.Draw(new RandomStream(3), 2, 10, 0.1).X);

    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    [InlineData(double.NaN)]
    public void A_margin_outside_its_range_is_named(double margin) =>
        Assert.Contains(
            $"{margin}",
            Assert.Throws<ArgumentOutOfRangeException>(() =>
                SeparableSet.Draw(new RandomStream(1), 2, 10, margin)).Message,
            StringComparison.Ordinal);
}
