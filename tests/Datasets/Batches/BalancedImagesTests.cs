using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class BalancedImagesTests
{
    [Property(MaxTest = 50)]
    public void Classes_become_equal_and_originals_stay(Seed seed)
    {
        RandomStream random = seed.Stream();
        int count = 5 + random.Below(20);
        int[] labels = [.. Enumerable.Range(0, count)
            .Select(n => n == 0 ? 0 : n == 1 ? 1 : random.Below(4) == 0 ? 1 : 0)];
        var images = new ByteImages([.. Enumerable.Range(1, count).Select(n => (byte)n)], new ImageShape(1, 1, 1));
        var balanced = new BalancedImages(images, labels, new Brightness((2, 2)), random);
        Assert.Equal(balanced.Labels.Count(l => l == 0), balanced.Labels.Count(l => l == 1));
        Assert.Equal(labels, balanced.Labels.Take(count));
        var pixel = new PixelBuffer(new ImageShape(1, 1, 1));
        var copies = new List<int>();
        for (int n = 0; n < balanced.Count; n++)
        {
            balanced.Load(n, pixel);
            int value = (int)Math.Round(255 * pixel.Values[0]);
            int origin = (n < count ? value : value / 2) - 1; // copies are twice as bright
            Assert.Equal(balanced.Labels[n], labels[origin]);
            Assert.True(n >= count || origin == n);
            copies.AddRange(n >= count ? [origin] : []);
        }

        var often = copies.GroupBy(o => o).Select(g => g.Count()).ToList();
        int smaller = Math.Min(labels.Count(l => l == 0), labels.Count(l => l == 1));
        Assert.Equal(Math.Min(copies.Count, smaller), often.Count); // none twice before all once
        Assert.True(often.Count == 0 || often.Max() - often.Min() <= 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => balanced.Load(balanced.Count, pixel));
        Assert.Throws<ArgumentException>(() => new BalancedImages(images, [0], new Brightness((2, 2)), random));
    }
}
