using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>
/// Products in C#, on the widest registers the processor has and on <see cref="Control.MaxDegreeOfParallelism"/>
/// threads where that pays. The bits are the same on every processor, with or without AVX, and for any number of
/// threads.
/// </summary>
public sealed class SimdComputeProvider : IComputeProvider
{
    private readonly VectorPath _path;
    private readonly int? _threads;

    /// <summary>The provider for this processor.</summary>
    public SimdComputeProvider()
        : this(VectorPaths.Best, null)
    {
    }

    /// <summary>The provider on given registers and a given number of threads.</summary>
    internal SimdComputeProvider(VectorPath path, int? threads)
    {
        _path = path;
        _threads = threads;
        LinearAlgebra = new SimdLinearAlgebraProvider(this);
    }

    /// <inheritdoc/>
    public string Name => "simd";

    /// <inheritdoc/>
    public ILinearAlgebraProvider LinearAlgebra { get; }

    private int Threads => _threads ?? Control.MaxDegreeOfParallelism;

    /// <inheritdoc/>
    public void Multiply(
        in GemmShape shape, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b, double beta, Span<double> c)
    {
        GemmShape.Check(shape, a, b, c);
        Product.Multiply(_path, Threads, shape, alpha, a, b, beta, c);
    }

    /// <inheritdoc/>
    public void Multiply(
        in GemmShape shape, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta, Span<float> c)
    {
        GemmShape.Check(shape, a, b, c);
        Product.Multiply(_path, Threads, shape, alpha, a, b, beta, c);
    }

    /// <inheritdoc/>
    public void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b,
        double beta, Span<double> c)
    {
        GemmBatch.Check(shape, batch, a, b, c);
        Product.MultiplyBatch(_path, Threads, shape, batch, alpha, a, b, beta, c);
    }

    /// <inheritdoc/>
    public void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta,
        Span<float> c)
    {
        GemmBatch.Check(shape, batch, a, b, c);
        Product.MultiplyBatch(_path, Threads, shape, batch, alpha, a, b, beta, c);
    }
}
