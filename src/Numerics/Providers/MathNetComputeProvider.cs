using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>
/// One of MathNet's native providers for its matrices. These have no products over spans with leading dimensions, so
/// those run on <see cref="SimdComputeProvider"/>.
/// </summary>
internal sealed class MathNetComputeProvider(string name, ILinearAlgebraProvider provider) : IComputeProvider
{
    private readonly SimdComputeProvider _spans = new();

    public string Name => name;

    public ILinearAlgebraProvider LinearAlgebra => provider;

    public void Multiply(
        in GemmShape shape, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b, double beta, Span<double> c)
        => _spans.Multiply(shape, alpha, a, b, beta, c);

    public void Multiply(
        in GemmShape shape, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta, Span<float> c)
        => _spans.Multiply(shape, alpha, a, b, beta, c);

    public void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b,
        double beta, Span<double> c)
        => _spans.MultiplyBatch(shape, batch, alpha, a, b, beta, c);

    public void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta,
        Span<float> c)
        => _spans.MultiplyBatch(shape, batch, alpha, a, b, beta, c);
}
