using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>The operands of a product or of a batch of them, and room for the result.</summary>
internal sealed record Matrices<T>(T[] A, T[] B, T[] C);

/// <summary>Operands for a shape.</summary>
internal static class Matrices
{
    /// <summary>Numbers from −1 to 1.</summary>
    internal static Matrices<double> Random(GemmShape shape, int count)
    {
        var random = new RandomStream(1);
        return new(
            random.Uniforms(count * shape.M * shape.K, -1, 1), random.Uniforms(count * shape.K * shape.N, -1, 1),
            new double[count * shape.M * shape.N]);
    }

    /// <summary>Normal numbers, at a cache line as the results of layers are.</summary>
    internal static MatrixView Normal(RandomStream random, int rows, int columns)
    {
        MatrixView x = MatrixView.Aligned(rows, columns);
        random.FillNormal(x.Span);
        return x;
    }

    /// <summary>Matrices one after the other.</summary>
    internal static GemmBatch Batch(GemmShape shape, int count)
        => new(count, shape.M * shape.K, shape.K * shape.N, shape.M * shape.N);
}
