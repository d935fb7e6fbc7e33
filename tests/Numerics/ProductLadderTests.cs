using Reference.Numerics.Ladder;

namespace Reference.Numerics.Tests;

public sealed class ProductLadderTests
{
    public static TheoryData<string> Rungs => [.. ProductLadder.Rungs.Select(rung => rung.GetType().Name)];

    [Theory]
    [MemberData(nameof(Rungs))]
    public void Every_rung_computes_the_product(string name)
    {
        IProductRung rung = ProductLadder.Rungs.Single(r => r.GetType().Name == name);
        var random = new RandomStream(1);
        foreach (int n in new[] { 0, 1, 2, 3, 4, 7, 8, 9, 16, 17, 33, 64, 65, 100 })
        {
            double[] a = random.Normals(n * n), b = random.Normals(n * n), c = random.Normals(n * n);
            double[] expected = TripleLoop.Multiply(new GemmShape(n, n, n), 1, a, b, 0, c);
            rung.Multiply(n, a, b, c);
            // Sums of n products of normal numbers in other orders.
            Assert.All(expected.Zip(c), p => Assert.Equal(p.First, p.Second, 1e-15 * (n + 3) * 4));
        }
    }

    [Theory]
    [MemberData(nameof(Rungs))]
    public void No_rung_reads_or_writes_past_what_it_is_given(string name)
    {
        IProductRung rung = ProductLadder.Rungs.Single(r => r.GetType().Name == name);
        Assert.ThrowsAny<Exception>(() => rung.Multiply(50, new double[100], new double[100], new double[100]));
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var random = new RandomStream(2);
        double[] a = random.Normals(300 * 300), b = random.Normals(300 * 300), c = new double[300 * 300],
            d = new double[300 * 300];
        new Packed().Multiply(300, a, b, c);
        new Threaded().Multiply(300, a, b, d);
        Assert.Equal(c, d);
    }
}
