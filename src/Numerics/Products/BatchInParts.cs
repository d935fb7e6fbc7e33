using System.Numerics;

namespace Reference.Numerics;

/// <summary>A batch of products that threads take one by one.</summary>
internal sealed unsafe class BatchInParts<V, T>(
    GemmShape shape, GemmBatch batch, T alpha, T* a, T* b, T beta, T* c) : Work
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Part(int part) => Blocks.Multiply<V, T>(
        shape.M,
        shape.N,
        shape.K,
        alpha,
        Strided<T>.Stored(a + (nint)part * batch.StrideA, shape.LeadingA, shape.TransposeA),
        Strided<T>.Stored(b + (nint)part * batch.StrideB, shape.LeadingB, shape.TransposeB),
        beta,
        c + (nint)part * batch.StrideC,
        shape.LeadingC);
}
