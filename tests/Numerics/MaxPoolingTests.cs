using Reference.Testing;
using static Reference.Testing.BadInput;

namespace Reference.Numerics.Tests;

/// <summary>Maxima of windows, with the gradient at the first of equals.</summary>
public class MaxPoolingTests
{
    // Small whole numbers, so that windows have ties; windows overlap or lie apart, and some are smaller.
    [Property(MaxTest = 60)]
    public void Every_path_takes_the_first_of_the_greatest(Seed seed)
    {
        RandomStream random = seed.Stream();
        int channels = 1 + random.Below(19), pixels = 4 + random.Below(9), count = 1 + random.Below(3),
            image = pixels * channels;
        int[] order = [.. Enumerable.Range(0, pixels)];
        random.Shuffle<int>(order);
        int[][] windows = random.Below(2) == 0
            ? [.. order.Chunk(2 + random.Below(2)).Select(w => w.Select(p => p * channels).ToArray())]
            : [.. Enumerable.Range(0, 5).Select(_ =>
                Enumerable.Range(0, 1 + random.Below(4)).Select(_ => random.Below(pixels) * channels).ToArray())];
        double[] x = [.. random.Normals(count * image).Select(v => Math.Round(2 * v))];
        var pooling = new MaxPooling(image, channels, windows);
        Assert.Equal(windows.Length * channels, pooling.Outputs);
        double[] dy = random.Normals(count * pooling.Outputs), y = new double[dy.Length], dx = new double[x.Length];
        for (int i = 0; i < y.Length; i++)
        {
            (int n, int w, int c) = (i / pooling.Outputs, i % pooling.Outputs / channels, i % channels);
            int at = windows[w].Select(p => n * image + p + c).MaxBy(p => x[p]);
            y[i] = x[at];
            dx[at] += dy[i];
        }

        foreach (VectorPath path in VectorPaths.Available)
        {
            double[] max = new double[y.Length], chosen = new double[y.Length], gradient = random.Normals(x.Length);
            pooling.Forward(x, max, chosen, path);
            Assert.Equal(y, max);
            pooling.Backward(chosen, dy, gradient, path);
            Assert.Equal(dx, gradient);
        }
    }

    [Fact]
    public void Threads_share_the_images()
    {
        var random = new RandomStream(3);
        var pooling = new MaxPooling(90, 10, [[0, 20], [40, 60], [80, 10]]);
        int count = Kernels.ThreadedFrom / 90 + 5;
        double[] x = random.Normals(count * 90), dy = random.Normals(count * 30);
        double[][] one = Passes(1);
        foreach (int threads in new[] { 2, 3, 7 })
        {
            Assert.Equal(one, Passes(threads));
        }

        double[][] Passes(int threads)
        {
            double[] y = new double[dy.Length], chosen = new double[dy.Length], dx = new double[x.Length];
            pooling.Forward(x, y, chosen, threads: threads);
            pooling.Backward(chosen, dy, dx, threads: threads);
            return [y, chosen, dx];
        }
    }

    [Fact]
    public void NaN_passes_from_every_place()
    {
        var pooling = new MaxPooling(4, 1, [[0, 1, 2, 3]]);
        foreach (VectorPath path in VectorPaths.Available)
        {
            for (int i = 0; i < 4; i++)
            {
                double[] x = [1, 2, 3, 4], y = [0], chosen = [0];
                x[i] = double.NaN;
                pooling.Forward(x, y, chosen, path);
                Assert.True(double.IsNaN(y[0]));
            }
        }
    }

    [Fact]
    public void Windows_outside_and_other_lengths_are_refused()
    {
        Refuses(() => new MaxPooling(4, 2, [[0, 3]]), "image of 4 numbers");
        Refuses(() => new MaxPooling(4, 2, [[-1]]), "image of 4 numbers");
        Refuses(() => new MaxPooling(4, 2, [[0], []]), "image of 4 numbers");
        Refuses(() => new MaxPooling(4, 0, [[0]]), "channels");
        var pooling = new MaxPooling(4, 2, [[0, 2]]);
        Refuses(() => pooling.Forward(new double[5], new double[2], new double[2]), "got 5");
        Refuses(() => pooling.Forward(new double[8], new double[2], new double[2]), "got 8 for 2");
        Refuses(() => pooling.Backward(new double[1], new double[2], new double[4]), "1 choices");
    }
}
