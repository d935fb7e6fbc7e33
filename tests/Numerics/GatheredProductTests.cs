using Reference.Testing;
using static Reference.Testing.BadInput;

namespace Reference.Numerics.Tests;

/// <summary>Products whose right factor is gathered from an image.</summary>
public class GatheredProductTests
{
    // Every path and number of threads has the bits of one chain of fused multiply-adds.
    [Property(MaxTest = 60)]
    public void Every_path_is_the_chain_of_multiply_adds(Seed seed)
    {
        RandomStream random = seed.Stream();
        int M = 1 + random.Below(35), K = random.Below(20), N = 1 + random.Below(30), count = 1 + random.Below(4);
        var border = new Border(
            1 + random.Below(5), 1 + random.Below(6), random.Below(2), random.Below(2), random.Below(3),
            random.Below(3));
        int[] down = Below(random, K, border.Framed / 2 + 1),
            right = Below(random, N, border.Framed - border.Framed / 2);
        var product = new GatheredProduct(M, border, down, right);
        double[] images = random.Normals(count * border.Inside), shared = random.Normals(M * K),
            own = random.Normals(count * M * K), bias = random.Normals(M), old = random.Normals(M * N);
        double[] each = new double[count * M * N], sum = [.. old];
        for (int n = 0; n < count; n++)
        {
            double X(int place)
            {
                (int r, int c) = Math.DivRem(place, border.FramedLength);
                (r, c) = (r - border.Top, c - border.Left);
                return r >= 0 && r < border.Rows && c >= 0 && c < border.Length
                    ? images[n * border.Inside + r * border.Length + c]
                    : 0;
            }

            for (int j = 0; j < N; j++)
            {
                for (int m = 0; m < M; m++)
                {
                    double chain = bias[m], further = sum[j * M + m];
                    for (int i = 0; i < K; i++)
                    {
                        double x = X(down[i] + right[j]);
                        chain = Math.FusedMultiplyAdd(x, shared[i * M + m], chain);
                        further = Math.FusedMultiplyAdd(x, own[n * M * K + i * M + m], further);
                    }

                    (each[(n * N + j) * M + m], sum[j * M + m]) = (chain, further);
                }
            }
        }

        foreach (VectorPath path in VectorPaths.Available)
        {
            foreach (int threads in new[] { 1, 3 })
            {
                var c = new double[each.Length];
                product.Each(shared, images, bias, c, M * N, threads, path);
                Assert.Equal(each, c);
                double[] total = [.. old];
                product.AddSum(own, images, total, threads, path);
                Assert.Equal(sum, total);
            }
        }
    }

    // Few rows, eight taps side by side: tap i goes to lane i mod 8, and halves of the lanes are added.
    [Property(MaxTest = 30)]
    public void Dots_add_their_lanes_in_one_order_on_every_path(Seed seed)
    {
        RandomStream random = seed.Stream();
        int M = 1 + random.Below(4), N = 1 + random.Below(11), count = 1 + random.Below(3);
        int[] begins = Below(random, 6 + random.Below(5), 20), right = Below(random, N, 30),
            down = [.. begins.SelectMany(b => Enumerable.Range(b, 8))];
        var border = new Border(7, 8, 0, 1, 0, 0);
        double[] a = random.Normals(M * down.Length), images = random.Normals(count * 56), bias = random.Normals(M);
        var expected = new double[count * M * N];
        for (int i = 0; i < expected.Length; i++)
        {
            (int n, int j, int m) = (i / M / N, i / M % N, i % M);
            var lanes = new double[8];
            for (int k = 0; k < down.Length; k++)
            {
                int at = down[k] + right[j];
                lanes[k % 8] = Math.FusedMultiplyAdd(a[k * M + m], at < 56 ? images[n * 56 + at] : 0, lanes[k % 8]);
            }

            double[] halves = [.. Enumerable.Range(0, 4).Select(l => lanes[l] + lanes[l + 4])];
            expected[i] = halves[0] + halves[2] + (halves[1] + halves[3]) + bias[m];
        }

        var product = new GatheredProduct(M, border, down, right);
        foreach (VectorPath path in VectorPaths.Available)
        {
            var c = new double[expected.Length];
            product.Each(a, images, bias, c, M * N, 1, path);
            Assert.Equal(expected, c);
        }
    }

    // Enough work for threads.
    [Fact]
    public void Threads_do_not_change_the_bits()
    {
        var random = new RandomStream(1);
        var border = new Border(30, 90, 1, 1, 3, 3);
        int[] down = Below(random, 27, 300), right = Below(random, 900, 2000);
        var product = new GatheredProduct(20, border, down, right);
        double[] images = random.Normals(48 * border.Inside), a = random.Normals(20 * 27),
            own = random.Normals(48 * 540);
        double[] one = new double[48 * 18_000], two = new double[48 * 18_000], sum1 = new double[18_000],
            sum2 = new double[18_000];
        product.Each(a, images, [], one, 18_000, 1);
        product.Each(a, images, [], two, 18_000, 2);
        Assert.Equal(one, two);
        product.AddSum(own, images, sum1, 1);
        product.AddSum(own, images, sum2, 2);
        Assert.Equal(sum1, sum2);
    }

    [Fact]
    public void Places_outside_and_short_spans_are_refused()
    {
        var border = new Border(2, 3, 0, 0, 0, 0);
        Refuses(() => new GatheredProduct(1, border, [0], [6]), "6 numbers");
        Refuses(() => new GatheredProduct(1, border, [-1], [0]), "-1");
        Refuses(() => new GatheredProduct(0, border, [0], [0]), "rows");
        var product = new GatheredProduct(2, border, [0, 1], [0, 4]);
        Refuses(() => product.Each(new double[3], new double[6], [], new double[4], 4), "at least 4", "got 3");
        Refuses(() => product.Each(new double[4], new double[7], [], new double[4], 4), "images of 6", "got 7");
        Refuses(() => product.Each(new double[4], new double[6], [], new double[3], 4), "at least 4", "got 3");
        Refuses(() => product.Each(new double[4], new double[12], [], new double[8], 0), "stride");
        Refuses(() => product.AddSum(new double[3], new double[6], new double[4]), "at least 4", "got 3");
    }

    private static int[] Below(RandomStream random, int count, int limit) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Below(limit))];
}
