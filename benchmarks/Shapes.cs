using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>The products that are measured: squares are the easy case, the others are what networks ask for.</summary>
internal static class Shapes
{
    /// <summary>From inside one register tile to beyond every cache.</summary>
    internal static IReadOnlyList<int> Squares { get; } = [8, 16, 32, 64, 128, 256, 512, 1024, 2048];

    /// <summary>Convolutions by columns, dense layers, a recurrent step, one sample, and the transposes of their backward passes.</summary>
    internal static IReadOnlyList<GemmShape> OfNetworks { get; } =
    [
        new(6, 6760, 9), new(16, 1210, 54), new(120, 10, 400), new(128, 64, 784), new(512, 32, 256), new(512, 1, 512), new(512, 1, 512) { TransposeA = true },
        new(512, 512, 1) { TransposeB = true }, new(784, 64, 128) { TransposeA = true }, new(128, 784, 64) { TransposeB = true }, new(256, 32, 512) { TransposeA = true },
    ];
}
