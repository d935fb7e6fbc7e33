using System.Numerics;

namespace Reference.Numerics;

/// <summary>The product of <see cref="Blocks"/> on the chosen registers and on as many threads as pay.</summary>
internal static unsafe class Product
{
    // Below this a second thread costs more than it takes over (about 50 µs of one core).
    private const double WorthAThread = 6e6;

    internal static void Multiply<T>(
        VectorPath path, int threads, in GemmShape shape, T alpha,
        ReadOnlySpan<T> a, ReadOnlySpan<T> b, T beta, Span<T> c, double worthAThread = WorthAThread)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (shape.M == 0 || shape.N == 0)
        {
            return;
        }

        threads = Work.ThreadsFor(threads, shape.Operations, worthAThread);
        fixed (T* pa = a, pb = b, pc = c)
        {
            switch (path)
            {
                case VectorPath.Avx512: Multiply<Register512<T>, T>(threads, shape, alpha, pa, pb, beta, pc); break;
                case VectorPath.Avx2: Multiply<Register256<T>, T>(threads, shape, alpha, pa, pb, beta, pc); break;
                default: Multiply<Register128<T>, T>(threads, shape, alpha, pa, pb, beta, pc); break;
            }
        }
    }

    private static void Multiply<V, T>(int threads, in GemmShape shape, T alpha, T* a, T* b, T beta, T* c)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var left = Strided<T>.Stored(a, shape.LeadingA, shape.TransposeA);
        var right = Strided<T>.Stored(b, shape.LeadingB, shape.TransposeB);
        if (MostlyZeros<V, T>.Multiply(threads, shape, alpha, left, right, beta, c))
        {
            return;
        }

        if (threads == 1)
        {
            Blocks.Multiply<V, T>(shape.M, shape.N, shape.K, alpha, left, right, beta, c, shape.LeadingC);
        }
        else
        {
            new ProductInParts<V, T>(shape, alpha, left, right, beta, c).Run(threads);
        }
    }

    internal static void MultiplyBatch<T>(
        VectorPath path,
        int threads,
        in GemmShape shape,
        in GemmBatch batch,
        T alpha,
        ReadOnlySpan<T> a,
        ReadOnlySpan<T> b,
        T beta,
        Span<T> c,
        double worthAThread = WorthAThread)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Work.Threads(threads, shape.Operations * batch.Count, 2 * worthAThread, 0.125) == 1)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                Multiply(
                    path, 1, shape, alpha, a[(i * batch.StrideA)..], b[(i * batch.StrideB)..], beta,
                    c[(i * batch.StrideC)..]);
            }

            return;
        }

        fixed (T* pa = a, pb = b, pc = c)
        {
            Work work = path switch
            {
                VectorPath.Avx512 => new BatchInParts<Register512<T>, T>(shape, batch, alpha, pa, pb, beta, pc),
                VectorPath.Avx2 => new BatchInParts<Register256<T>, T>(shape, batch, alpha, pa, pb, beta, pc),
                _ => new BatchInParts<Register128<T>, T>(shape, batch, alpha, pa, pb, beta, pc),
            };
            work.Run(batch.Count, threads);
        }
    }
}
