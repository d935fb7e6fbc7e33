using System.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>
/// MathNet's own products for its matrices, and textbook loops over spans: slow, and independent of the fast engines.
/// </summary>
internal sealed class ManagedComputeProvider : IComputeProvider
{
    public string Name => "managed";

    public ILinearAlgebraProvider LinearAlgebra => ManagedLinearAlgebraProvider.Instance;

    public void Multiply(
        in GemmShape shape, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b, double beta, Span<double> c)
    {
        GemmShape.Check(shape, a, b, c);
        Loops(shape, alpha, a, b, beta, c);
    }

    public void Multiply(
        in GemmShape shape, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta, Span<float> c)
    {
        GemmShape.Check(shape, a, b, c);
        Loops(shape, alpha, a, b, beta, c);
    }

    public void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, double alpha,
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, double beta, Span<double> c)
        => Batch(shape, batch, alpha, a, b, beta, c);

    public void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, float alpha,
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta, Span<float> c)
        => Batch(shape, batch, alpha, a, b, beta, c);

    private static void Batch<T>(
        in GemmShape shape, in GemmBatch batch, T alpha, ReadOnlySpan<T> a, ReadOnlySpan<T> b, T beta, Span<T> c)
        where T : IFloatingPointIeee754<T>
    {
        GemmBatch.Check(shape, batch, a, b, c);
        for (int i = 0; i < batch.Count; i++)
        {
            Loops(
                shape, alpha, a[(i * batch.StrideA)..], b[(i * batch.StrideB)..], beta, c[(i * batch.StrideC)..]);
        }
    }

    // The innermost loop follows the columns of A as stored, so it reads contiguous memory.
    private static void Loops<T>(
        in GemmShape shape, T alpha, ReadOnlySpan<T> a, ReadOnlySpan<T> b, T beta, Span<T> c)
        where T : IFloatingPointIeee754<T>
    {
        (int downB, int rightB) = shape.TransposeB ? (shape.LeadingB, 1) : (1, shape.LeadingB);
        for (int j = 0; j < shape.N; j++)
        {
            Span<T> column = c.Slice(j * shape.LeadingC, shape.M);
            for (int i = 0; i < shape.M; i++)
            {
                column[i] = T.IsZero(beta) ? T.Zero : beta * column[i];
            }

            if (shape.TransposeA)
            {
                for (int i = 0; i < shape.M; i++)
                {
                    T sum = T.Zero;
                    for (int p = 0; p < shape.K; p++)
                    {
                        sum += a[i * shape.LeadingA + p] * b[p * downB + j * rightB];
                    }

                    column[i] += alpha * sum;
                }
            }
            else
            {
                for (int p = 0; p < shape.K; p++)
                {
                    ReadOnlySpan<T> columnA = a.Slice(p * shape.LeadingA, shape.M);
                    T factor = alpha * b[p * downB + j * rightB];
                    for (int i = 0; i < columnA.Length; i++)
                    {
                        column[i] += factor * columnA[i];
                    }
                }
            }
        }
    }
}
