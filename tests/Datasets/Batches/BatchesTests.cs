using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class BatchesTests
{
    [Property] // S0-102, S0-189, S0-190
    public void Every_sample_comes_once_an_epoch_and_its_column_is_its_own(Seed seed)
    {
        RandomStream random = seed.Stream();
        int count = 1 + random.Below(40), size = 1 + random.Below(12);
        SampleSet set = Numbered(count);
        var batches = new Batches(set, size, random.Bernoulli(0.5) ? random : null);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            var seen = new List<int>();
            var sizes = new List<int>();
            foreach (Batch batch in batches.Epoch())
            {
                sizes.Add(batch.Count);
                for (int j = 0; j < batch.Count; j++)
                {
                    int n = batch.Indices[j];
                    Assert.Equal([n, 10 * n], batch.X.Column(j).ToArray());
                    Assert.Equal(n % 3, batch.Labels[j]);
                    Assert.Equal(1, batch.Y[n % 3, j]);
                    Assert.Equal(1, batch.Y.Column(j).Sum());
                    seen.Add(n);
                }
            }

            Assert.Equal(Enumerable.Range(0, count), seen.Order());
            Assert.Equal(batches.Count, sizes.Count);
            Assert.Equal((count + size - 1) / size, sizes.Count);
            Assert.All(sizes[..^1], s => Assert.Equal(size, s));
        }
    }

    [Theory]
    [InlineData(60_000, 64, 938, 32)] // S2-104, S2-099
    [InlineData(10_000, 64, 157, 16)]
    [InlineData(60_000, 10, 6_000, 10)] // S0-102
    [InlineData(10_000, 10, 1_000, 10)]
    [InlineData(9_600, 32, 300, 32)] // S0-129
    [InlineData(2_400, 32, 75, 32)]
    [InlineData(2, 1, 2, 1)] // S2-066
    [InlineData(3, 2, 2, 1)] // S0-190
    public void The_notes_batch_counts(int samples, int size, int count, int last)
    {
        var batches = new Batches(Numbered(samples), size);
        Assert.Equal(count, batches.Count);
        Assert.Equal(last, batches.Epoch().Last().Count);
    }

    [Fact] // S0-107: the training order changes from epoch to epoch and with the seed, the test order never
    public void The_order_is_new_in_each_epoch_only_with_a_stream()
    {
        SampleSet set = Numbered(50);
        var shuffled = new Batches(set, 7, new RandomStream(1));
        int[] first = Order(shuffled), second = Order(shuffled);
        Assert.NotEqual(first, second);
        Assert.Equal(first, Order(new Batches(set, 7, new RandomStream(1))));
        Assert.NotEqual(first, Order(new Batches(set, 7, new RandomStream(2))));
        var plain = new Batches(set, 7);
        Assert.Equal(Enumerable.Range(0, 50), Order(plain));
        Assert.Equal(Enumerable.Range(0, 50), Order(plain));
    }

    [Fact] // S2-099: 64 images of one channel, 28×28
    public void A_batch_of_digits_is_784_by_64()
    {
        var images = new ByteImages(new byte[65 * 784], new ImageShape(28, 28, 1));
        Batch batch = new Batches(new SampleSet(images, new int[65], 10), 64).Epoch().First();
        Assert.Equal((784, 64, 10, 64),
            (batch.X.RowCount, batch.X.ColumnCount, batch.Y.RowCount, batch.Y.ColumnCount));
    }

    [Fact]
    public void Steady_epochs_allocate_nothing_that_grows_with_the_batch()
    {
        var images = new ByteImages(new byte[512 * 784], new ImageShape(28, 28, 1));
        var batches = new Batches(new SampleSet(images, new int[512], 10), 64, new RandomStream(1));
        Assert.Equal(512, batches.Epoch().Sum(b => b.Count));
        long before = GC.GetAllocatedBytesForCurrentThread();
        int seen = 0;
        foreach (Batch batch in batches.Epoch())
        {
            seen += batch.Count;
        }

        Assert.Equal(512, seen);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2000);
    }

    [Fact]
    public void Targets_need_not_be_classes()
    {
        var set = new SampleSet(new ColumnSamples(new double[,] { { 1, 2, 3, 4, 5 }, { 0, 7, 0, 8, 0 } }),
            new ColumnSamples(new double[,] { { 0.1, 0.2, 0.3, 0.4, 0.5 } }));
        Batch batch = new Batches(set, 9).Epoch().Single();
        Assert.Equal((2, 5, 1, 5), (batch.X.RowCount, batch.X.ColumnCount, batch.Y.RowCount, batch.Y.ColumnCount));
        Assert.Equal((4, 8, 0.4), (batch.X[0, 3], batch.X[1, 3], batch.Y[0, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Batches(set, 0));
        Assert.Throws<ArgumentException>(() => new Batches(set.At([]), 1));
    }

    private static int[] Order(Batches batches) => [.. batches.Epoch().SelectMany(b => b.Indices.ToArray())];

    private static SampleSet Numbered(int count)
    {
        var x = new double[2, count];
        for (int n = 0; n < count; n++)
        {
            (x[0, n], x[1, n]) = (n, 10 * n);
        }

        return new(new ColumnSamples(x), [.. Enumerable.Range(0, count).Select(n => n % 3)], 3);
    }
}
