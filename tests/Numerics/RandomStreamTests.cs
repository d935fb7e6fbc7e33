using Reference.Numerics;

namespace Reference.Numerics.Tests;

public sealed class RandomStreamTests
{
    // Computed by a separate transcription of xoshiro256++ and SplitMix64 that reproduces the published first outputs
    // 41943041, 58720359, 3588806011781223 of the state (1, 2, 3, 4).
    [Theory]
    [InlineData(0UL, 0x53175D61490B23DFUL, 0x61DA6F3DC380D507UL,
        0x5C0FDF91EC9A7BFCUL, 0x02EEBF8C3BBE5E1AUL, 0x7ECA04EBAF4A5EEAUL)]
    [InlineData(1UL, 0xCFC5D07F6F03C29BUL, 0xBF424132963FE08DUL,
        0x19A37D5757AAF520UL, 0xBF08119F05CD56D6UL, 0x2F47184B86186FA4UL)]
    [InlineData(42UL, 0xD0764D4F4476689FUL, 0x519E4174576F3791UL,
        0xFBE07CFB0C24ED8CUL, 0xB37D9F600CD835B8UL, 0xCB231C3874846A73UL)]
    [InlineData(ulong.MaxValue, 0x56CCF8CE948E27B2UL, 0xE68588432E5A5B90UL,
        0xE3E9B5A48119CA8BUL, 0x460F19495532AE73UL, 0xA7D62040EA9263E1UL)]
    public void The_bits_are_those_of_xoshiro256_plus_plus(ulong seed, params ulong[] expected)
    {
        var random = new RandomStream(seed);
        Assert.Equal(expected, expected.Select(_ => random.NextBits()));
    }

    [Fact]
    public void Uniform_takes_the_upper_53_bits()
    {
        var random = new RandomStream(42);
        Assert.Equal((0xD0764D4F4476689FUL >> 11) / 9007199254740992.0, random.Uniform());
        Assert.Equal(2 + 3 * ((0x519E4174576F3791UL >> 11) / 9007199254740992.0), random.Uniform(2, 5));
    }

    [Fact]
    public void Uniform_fills_the_unit_interval_evenly()
    {
        int[] counts = new int[16];
        var random = new RandomStream(7);
        for (int i = 0; i < 160_000; i++)
        {
            counts[(int)(16 * random.Uniform())]++;
        }

        // χ² with 15 degrees of freedom exceeds 37.7 once in a thousand seeds.
        Assert.InRange(counts.Sum(c => (c - 10_000.0) * (c - 10_000.0) / 10_000), 3, 37.7);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(int.MaxValue)]
    public void Below_stays_below_and_reaches_every_part(int count)
    {
        int[] thirds = new int[3];
        var random = new RandomStream(11);
        for (int i = 0; i < 3000; i++)
        {
            int value = random.Below(count);
            Assert.InRange(value, 0, count - 1);
            thirds[(int)(3L * value / count)]++;
        }

        // Three standard deviations of a third of 3000 draws are 78; of ten values, thirds hold 4, 3 and 3.
        if (count != 1)
        {
            int[] expected = count == 10 ? [1200, 900, 900] : [1000, 1000, 1000];
            Assert.All(thirds.Zip(expected), t => Assert.InRange(t.First - t.Second, -78, 78));
        }
    }

    [Fact]
    public void Streams_of_neighbouring_seeds_are_uncorrelated()
    {
        const int n = 20_000;
        var a = new RandomStream(1);
        var b = new RandomStream(2);
        double correlation = Enumerable.Range(0, n).Sum(_ => (a.Uniform() - 0.5) * (b.Uniform() - 0.5)) * 12 / n;
        // Its standard deviation is 1/√n = 0.007.
        Assert.InRange(correlation, -0.021, 0.021);
    }

    [Fact]
    public void Normal_has_the_moments_of_the_normal_distribution()
    {
        const int n = 200_000;
        double[] z = new RandomStream(1).Normals(n);
        // The standard deviations of the four sample moments are √(1, 2, 15, 96)/√n.
        Assert.Equal(0, z.Average(), 3 * Math.Sqrt(1.0 / n));
        Assert.Equal(1, z.Average(x => x * x), 3 * Math.Sqrt(2.0 / n));
        Assert.Equal(0, z.Average(x => x * x * x), 3 * Math.Sqrt(15.0 / n));
        Assert.Equal(3, z.Average(x => x * x * x * x), 3 * Math.Sqrt(96.0 / n));
        Assert.Equal(0, z.Zip(z.Skip(1), (x, y) => x * y).Average(), 3 * Math.Sqrt(1.0 / n));
        Assert.Equal(5 + 2 * z[0], new RandomStream(1).Normal(5, 2), 1e-15);
    }

    [Fact]
    public void Shuffle_gives_every_order_equally_often()
    {
        var random = new RandomStream(3);
        var counts = new Dictionary<string, int>();
        for (int i = 0; i < 24_000; i++)
        {
            char[] items = ['a', 'b', 'c', 'd'];
            random.Shuffle<char>(items);
            string order = new(items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, counts.Count);
        // χ² with 23 degrees of freedom exceeds 49.7 once in a thousand seeds.
        Assert.InRange(counts.Values.Sum(c => (c - 1000.0) * (c - 1000.0) / 1000), 6, 49.7);
    }

    [Fact]
    public void Bernoulli_is_true_with_its_probability()
    {
        var random = new RandomStream(8);
        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => random.Bernoulli(0.2)), 2000 - 120, 2000 + 120);
        Assert.DoesNotContain(Enumerable.Range(0, 100), _ => random.Bernoulli(0));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(random.Bernoulli(1)));
    }

    [Fact]
    public void Filling_a_span_draws_the_same_numbers_one_by_one()
    {
        ulong[] bits = new ulong[5];
        double[] uniform = new double[5], normal = new double[5];
        new RandomStream(9).Fill(bits);
        new RandomStream(9).FillUniform(uniform, -2, 3);
        new RandomStream(9).FillNormal(normal);
        var random = new RandomStream(9);
        Assert.Equal(bits.Select(_ => random.NextBits()), bits);
        Assert.Equal(new RandomStream(9).Uniforms(5, -2, 3), uniform);
        Assert.Equal(new RandomStream(9).Normals(5), normal);
    }

    [Fact]
    public void Arguments_outside_their_range_are_refused_by_name()
    {
        var random = new RandomStream(1);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => random.Below(0));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => random.Normals(-1));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => random.Uniform(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => random.Uniform(0, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => random.Uniform(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => random.Uniform(double.MinValue, double.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => random.Uniforms(0, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => random.FillUniform([], 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("deviation", () => random.Normal(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("deviation", () => random.Normal(0, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("deviation", () => random.Normal(double.PositiveInfinity, 1));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => random.Bernoulli(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => random.Bernoulli(-0.1));
    }
}
