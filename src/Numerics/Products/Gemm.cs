namespace Reference.Numerics;

/// <summary>
/// Products of matrices in spans, on the provider in use; <see cref="MatrixView"/> reads more like the formula. Y =
/// W·X for W [D × H], X [H × N] is
/// <code>Gemm.Multiply(new GemmShape(D, N, H), 1, W, X, 0, Y)</code>
/// and ∂L/∂W += δ·Xᵀ is
/// <code>Gemm.Multiply(new GemmShape(D, H, N) { TransposeB = true }, 1, δ, X, 1, dW)</code>
/// </summary>
public static class Gemm
{
    /// <inheritdoc cref="IComputeProvider.Multiply(in GemmShape, double,
    /// ReadOnlySpan{double}, ReadOnlySpan{double}, double, Span{double})"/>
    public static void Multiply(
        in GemmShape shape, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b, double beta, Span<double> c)
        => ComputeProvider.Current.Multiply(shape, alpha, a, b, beta, c);

    /// <inheritdoc cref="IComputeProvider.Multiply(in GemmShape, double,
    /// ReadOnlySpan{double}, ReadOnlySpan{double}, double, Span{double})"/>
    public static void Multiply(
        in GemmShape shape, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta, Span<float> c)
        => ComputeProvider.Current.Multiply(shape, alpha, a, b, beta, c);

    /// <inheritdoc cref="IComputeProvider.MultiplyBatch(in GemmShape, in GemmBatch, double,
    /// ReadOnlySpan{double}, ReadOnlySpan{double}, double, Span{double})"/>
    public static void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, double alpha,
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, double beta, Span<double> c)
        => ComputeProvider.Current.MultiplyBatch(shape, batch, alpha, a, b, beta, c);

    /// <inheritdoc cref="IComputeProvider.MultiplyBatch(in GemmShape, in GemmBatch, double,
    /// ReadOnlySpan{double}, ReadOnlySpan{double}, double, Span{double})"/>
    public static void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, float alpha,
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta, Span<float> c)
        => ComputeProvider.Current.MultiplyBatch(shape, batch, alpha, a, b, beta, c);
}
