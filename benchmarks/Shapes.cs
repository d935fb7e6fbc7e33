using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>The products that are measured: squares are the easy case, the others are what networks ask for.</summary>
internal static class Shapes
{
    /// <summary>From inside one register tile to beyond every cache.</summary>
    internal static IReadOnlyList<int> Squares { get; } = [8, 16, 32, 64, 128, 256, 512, 1024, 2048];

    /// <summary>
    /// Convolutions by columns, dense layers, a recurrent step, one sample, and the transposes of their backward
    /// passes.
    /// </summary>
    internal static IReadOnlyList<GemmShape> OfNetworks { get; } =
    [
        new(6, 6760, 9), new(16, 1210, 54), new(120, 10, 400), new(128, 64, 784), new(512, 32, 256), new(512, 1, 512),
        new(512, 1, 512) { TransposeA = true },
        new(512, 512, 1) { TransposeB = true }, new(784, 64, 128) { TransposeA = true },
        new(128, 784, 64) { TransposeB = true },
        new(256, 32, 512) { TransposeA = true },
    ];

    /// <summary>
    /// Matrices times vectors and outer products, the matrix in the first cache, the second, the third, and beyond.
    /// </summary>
    internal static IReadOnlyList<GemmShape> OfVectors { get; } =
    [
        .. new[] { 64, 256, 1024, 4096 }.SelectMany(
            n => new GemmShape[]
            {
                new(n, 1, n), new(n, 1, n) { TransposeA = true }, new(n, n, 1) { TransposeB = true },
            }),
    ];

    /// <summary>
    /// Products and how many of them: all of the above, and batches of small ones, as the heads of attention are.
    /// </summary>
    internal static IEnumerable<(GemmShape Shape, int Count)> OfPeers =>
    [
        .. Squares.Select(
            n => new GemmShape(n, n, n)).Concat(OfNetworks).Concat(OfVectors).Select(shape => (shape, 1)),
        (new(64, 64, 64), 8), (new(64, 64, 64), 96), (new(64, 64, 64) { TransposeA = true }, 96),
        (new(64, 64, 64) { TransposeB = true }, 96),
    ];

    /// <summary>Whether every number of the largest matrix is used once only.</summary>
    internal static bool IsBoundByMemory(GemmShape shape) => Math.Min(shape.M, Math.Min(shape.N, shape.K)) == 1;
}
