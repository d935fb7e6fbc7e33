using System.Numerics;

namespace Reference.Numerics.Tests;

/// <summary>Layer and batch normalization: their formulas, one result on every path and number of threads.</summary>
public sealed class NormTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(7, 5)]
    [InlineData(64, 9)]
    [InlineData(75, 4)]
    public void Layer_norm_is_its_formula(int D, int N)
    {
        var random = new RandomStream(1);
        double[] x = random.Normals(D * N), γ = random.Normals(D), β = random.Normals(D), dy = random.Normals(D * N),
            y = new double[D * N], dx = new double[D * N], μ = new double[N], s = new double[N],
            dγ = random.Normals(D), dβ = random.Normals(D), dγ0 = [.. dγ], dβ0 = [.. dβ];
        Kernels.LayerNorm(x, γ, β, 1e-3, y, μ, s);
        Kernels.LayerNormGradient(x, γ, μ, s, dy, dγ, dβ, dx);
        for (int n = 0; n < N; n++)
        {
            double[] column = x[(n * D)..((n + 1) * D)], g = dy[(n * D)..((n + 1) * D)];
            double mean = column.Average(), scale = 1 / Math.Sqrt(column.Average(v => (v - mean) * (v - mean)) + 1e-3);
            double[] x̂ = [.. column.Select(v => (v - mean) * scale)], a = [.. g.Zip(γ, (g, γ) => g * γ)];
            double level = a.Average(), slope = a.Zip(x̂, (a, x̂) => a * x̂).Average();
            Assert.Equal(mean, μ[n], 1e-14);
            Assert.Equal(scale, s[n], 1e-12);
            for (int d = 0; d < D; d++)
            {
                Assert.Equal(γ[d] * x̂[d] + β[d], y[n * D + d], 1e-12);
                Assert.Equal(scale * (a[d] - level - x̂[d] * slope), dx[n * D + d], 1e-11);
                dγ0[d] += g[d] * x̂[d];
                dβ0[d] += g[d];
            }
        }

        Assert.All(dγ0.Zip(dγ), p => Assert.Equal(p.First, p.Second, 1e-12));
        Assert.All(dβ0.Zip(dβ), p => Assert.Equal(p.First, p.Second, 1e-12));
    }

    // The rows of a matrix are the columns of its transpose.
    [Theory]
    [InlineData(1, 3)]
    [InlineData(7, 5)]
    [InlineData(64, 9)]
    [InlineData(75, 40)]
    public void Batch_norm_is_layer_norm_of_the_transpose(int C, int N)
    {
        var random = new RandomStream(3);
        double[] x = random.Normals(C * N), γ = random.Normals(C), β = random.Normals(C), dy = random.Normals(C * N),
            y = new double[C * N], dx = new double[C * N], μ = new double[C], σ2 = new double[C], s = new double[C],
            dγ = random.Normals(C), dβ = random.Normals(C), ones = [.. Enumerable.Repeat(1.0, N)],
            zeros = new double[N], ŷ = new double[N], mean = [0], scale = [0], dx̂ = new double[N];
        Kernels.BatchNorm(x, γ, β, 1e-3, y, μ, σ2, s);
        Kernels.BatchNormGradient(x, γ, μ, s, dy, dγ, dβ, dx);
        for (int c = 0; c < C; c++)
        {
            double[] Row(double[] matrix) => [.. Enumerable.Range(0, N).Select(n => matrix[n * C + c])];
            double[] row = Row(x), g = Row(dy);
            Kernels.LayerNorm(row, ones, zeros, 1e-3, ŷ, mean, scale);
            Kernels.LayerNormGradient(row, ones, mean, scale, [.. g.Select(v => γ[c] * v)], new double[N], zeros, dx̂);
            Array.Clear(zeros);
            Assert.Equal(mean[0], μ[c], 1e-14);
            Assert.Equal(scale[0], s[c], 1e-12);
            Assert.Equal(1 / (s[c] * s[c]) - 1e-3, σ2[c], 1e-12);
            Assert.All(ŷ.Zip(Row(y)), p => Assert.Equal(γ[c] * p.First + β[c], p.Second, 1e-12));
            Assert.All(dx̂.Zip(Row(dx)), p => Assert.Equal(p.First, p.Second, 1e-11));
            Assert.Equal(g.Zip(ŷ, (g, x̂) => g * x̂).Sum(), dγ[c], 1e-11);
            Assert.Equal(g.Sum(), dβ[c], 1e-12);
        }
    }

    [Fact]
    public void Every_path_and_number_of_threads_has_the_same_bits()
    {
        foreach ((int D, int N) in new[] { (1, 7), (13, 9), (64, 33), (100, 3), (1003, 140) })
        {
            Same<double>(D, N);
            Same<float>(D, N);
        }
    }

    private static void Same<T>(int D, int N)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[][] first = Pass<T>(D, N, VectorPath.Portable, 1);
        foreach (VectorPath path in VectorPaths.Available)
        {
            foreach (int threads in new[] { 1, 2, 3 })
            {
                T[][] other = Pass<T>(D, N, path, threads);
                Assert.All(first.Index(), a => Assert.True(a.Item.AsSpan().SequenceEqual(other[a.Index])));
            }
        }
    }

    private static T[][] Pass<T>(int D, int N, VectorPath path, int threads)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomStream(2);
        T[] Drawn(int n) => [.. random.Normals(n).Select(T.CreateTruncating)];
        T[] x = Drawn(D * N), γ = Drawn(D), β = Drawn(D), dy = Drawn(D * N), dγ = Drawn(D), dβ = Drawn(D),
            y = new T[D * N], dx = new T[D * N], μ = new T[N], s = new T[N], dγ1 = [.. dγ], dβ1 = [.. dβ];
        Kernels.LayerNorm<T>(x, γ, β, T.CreateTruncating(1e-5), y, μ, s, path, threads);
        Kernels.LayerNormGradient<T>(x, γ, μ, s, dy, dγ, dβ, dx, path, threads);
        Kernels.LayerNormGradient<T>(x, γ, μ, s, dy, dγ1, dβ1, [], path, threads);
        Assert.Equal([dγ, dβ], (T[][])[dγ1, dβ1]);
        T[] ŷ = new T[D * N], dx̂ = new T[D * N], m = new T[D], σ2 = new T[D], scale = new T[D], dγ2 = new T[D],
            dβ2 = new T[D];
        Kernels.BatchNorm<T>(x, γ, β, T.CreateTruncating(1e-5), ŷ, m, σ2, scale, path, threads);
        Kernels.BatchNormGradient<T>(x, γ, m, scale, dy, dγ1, dβ1, [], path, threads);
        Kernels.BatchNormGradient<T>(x, γ, m, scale, dy, dγ2, dβ2, dx̂, path, threads);
        Assert.Equal([dγ2, dβ2], (T[][])[dγ1, dβ1]);
        return [y, μ, s, dγ, dβ, dx, ŷ, m, σ2, scale, dγ2, dβ2, dx̂];
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        double[] six = new double[6], three = new double[3], two = new double[2];
        BadInput.Refuses(() => Kernels.LayerNorm(six, three, two, 1, new double[6], two, two), "β", "3", "2");
        BadInput.Refuses(() => Kernels.LayerNorm(six, three, three, 1, two, two, two), "y", "6", "2");
        BadInput.Refuses(() => Kernels.LayerNorm(six, three, three, 1, new double[6], three, two), "[2]", "[3]");
        BadInput.Refuses(
            () => Kernels.LayerNormGradient(six, three, two, two, new double[6], two, three, []), "dγ", "3", "2");
        BadInput.Refuses(
            () => Kernels.LayerNormGradient(six, three, two, two, new double[6], three, three, two), "dx", "3");
        BadInput.Refuses(
            () => Kernels.BatchNorm(six, three, three, 1, new double[6], three, two, three), "σ2", "3", "2");
        BadInput.Refuses(
            () => Kernels.BatchNormGradient(six, three, three, three, two, three, three, []), "dy", "6", "2");
    }
}
