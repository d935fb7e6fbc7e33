using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>Products of contrastive divergence, whose right factor is mostly zeros, against the same with none.
/// </summary>
internal static class ZeroComparisons
{
    /// <summary>W·V and P·Vᵀ of 784 × 256 units and 64 samples, of whose numbers 13 % are not 0.</summary>
    internal static void Measure(Func<int, Action, double> turn, Action<Comparison> measure)
    {
        var random = new RandomStream(1);
        foreach (int threads in (int[])[1, 2])
        {
            foreach (GemmShape shape in (GemmShape[])[new(256, 64, 784), new(256, 784, 128) { TransposeB = true }])
            {
                double[] a = random.Normals(shape.M * shape.K), dense = random.Normals(shape.K * shape.N),
                    few = [.. dense.Select(v => random.Bernoulli(0.13) ? v : 0)], c = new double[shape.M * shape.N];
                measure(new(
                    $"{shape.M}×{shape.K} · {shape.K}×{shape.N}, mostly 0, {threads} thread(s)", "none 0",
                    () => turn(threads, () => Gemm.Multiply(shape, 1, a, few, 0, c)),
                    () => turn(threads, () => Gemm.Multiply(shape, 1, a, dense, 0, c))));
            }
        }
    }
}
