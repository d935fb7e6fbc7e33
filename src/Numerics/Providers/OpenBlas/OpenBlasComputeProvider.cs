using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>
/// Products by the system's OpenBLAS, on <see cref="Control.MaxDegreeOfParallelism"/> threads. Results agree with the
/// other engines to rounding.
/// </summary>
internal sealed unsafe class OpenBlasComputeProvider : IComputeProvider
{
    private const int ColumnMajor = 102, AsStored = 111, Transposed = 112;

    private readonly OpenBlasEntryPoints _library;
    private readonly Lock _gate = new();
    private int _threads;

    internal OpenBlasComputeProvider(OpenBlasEntryPoints library)
    {
        _library = library;
        LinearAlgebra = new ProductLinearAlgebraProvider(this);
    }

    public string Name => "openblas";

    public ILinearAlgebraProvider LinearAlgebra { get; }

    public void Multiply(
        in GemmShape shape, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b, double beta, Span<double> c)
    {
        GemmShape.Check(shape, a, b, c);
        if (HasProducts(shape))
        {
            SetThreads();
            fixed (double* pa = a, pb = b, pc = c)
            {
                _library.Dgemm(
                    ColumnMajor, Code(shape.TransposeA), Code(shape.TransposeB), shape.M, shape.N, shape.K,
                    alpha, pa, shape.LeadingA, pb, shape.LeadingB, beta, pc, shape.LeadingC);
            }
        }
        else
        {
            Product.Multiply(VectorPaths.Best, 1, shape, alpha, a, b, beta, c);
        }
    }

    public void Multiply(
        in GemmShape shape, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta, Span<float> c)
    {
        GemmShape.Check(shape, a, b, c);
        if (HasProducts(shape))
        {
            SetThreads();
            fixed (float* pa = a, pb = b, pc = c)
            {
                _library.Sgemm(
                    ColumnMajor, Code(shape.TransposeA), Code(shape.TransposeB), shape.M, shape.N, shape.K,
                    alpha, pa, shape.LeadingA, pb, shape.LeadingB, beta, pc, shape.LeadingC);
            }
        }
        else
        {
            Product.Multiply(VectorPaths.Best, 1, shape, alpha, a, b, beta, c);
        }
    }

    public void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b,
        double beta, Span<double> c)
    {
        GemmBatch.Check(shape, batch, a, b, c);
        for (int i = 0; i < batch.Count; i++)
        {
            Multiply(shape, alpha, a[(i * batch.StrideA)..], b[(i * batch.StrideB)..], beta, c[(i * batch.StrideC)..]);
        }
    }

    public void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta,
        Span<float> c)
    {
        GemmBatch.Check(shape, batch, a, b, c);
        for (int i = 0; i < batch.Count; i++)
        {
            Multiply(shape, alpha, a[(i * batch.StrideA)..], b[(i * batch.StrideB)..], beta, c[(i * batch.StrideC)..]);
        }
    }

    // BLAS does not define leading dimensions of empty matrices; our engine only scales C there.
    private static bool HasProducts(in GemmShape shape) => shape is { M: > 0, N: > 0, K: > 0 };

    private static int Code(bool transposed) => transposed ? Transposed : AsStored;

    private void SetThreads()
    {
        int threads = Control.MaxDegreeOfParallelism;
        if (Volatile.Read(ref _threads) == threads)
        {
            return;
        }

        lock (_gate)
        {
            if (_threads != threads)
            {
                _library.SetThreads(threads);
                _threads = threads;
            }
        }
    }
}
