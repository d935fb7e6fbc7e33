using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>
/// An engine for products: the same chapter code runs on each. MathNet's matrices go through
/// <see cref="LinearAlgebra"/>; layers, which work on blocks of buffers, call the products over spans.
/// </summary>
public interface IComputeProvider
{
    /// <summary>The name by which it is chosen.</summary>
    string Name { get; }

    /// <summary>The provider for MathNet's dense matrices.</summary>
    ILinearAlgebraProvider LinearAlgebra { get; }

    /// <summary>
    /// C ← α·op(A)·op(B) + β·C. With β = 0 C is not read; for α ≠ 0 NaN and ±∞ propagate as in the textbook sum.
    /// </summary>
    /// <param name="shape">Dimensions, transposes and leading dimensions.</param>
    /// <param name="alpha">The factor of the product.</param>
    /// <param name="a">[M × K], or [K × M] where transposed.</param>
    /// <param name="b">[K × N], or [N × K] where transposed.</param>
    /// <param name="beta">The factor of the old C.</param>
    /// <param name="c">[M × N], apart from a and b.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A dimension is negative, or a leading dimension smaller than the number of rows.
    /// </exception>
    /// <exception cref="ArgumentException">A span is too short for its matrix, or C overlaps an operand.</exception>
    void Multiply(
        in GemmShape shape, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b, double beta, Span<double> c);

    /// <inheritdoc
    ///   cref="Multiply(in GemmShape, double, ReadOnlySpan{double}, ReadOnlySpan{double}, double, Span{double})"/>
    void Multiply(
        in GemmShape shape, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta, Span<float> c);

    /// <summary>
    /// Several products of one shape: C[i] ← α·op(A[i])·op(B[i]) + β·C[i], with the matrices at equal distances.
    /// </summary>
    /// <param name="shape">Dimensions of every product.</param>
    /// <param name="batch">Their number and distances; 0 uses one operand for all.</param>
    /// <param name="alpha">The factor of the products.</param>
    /// <param name="a">The matrices A.</param>
    /// <param name="b">The matrices B.</param>
    /// <param name="beta">The factor of the old C.</param>
    /// <param name="c">The matrices C, apart from one another and from a and b.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A dimension is negative, or a leading dimension smaller than the number of rows.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A span is too short, C overlaps an operand, or the matrices C overlap one another.
    /// </exception>
    void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b,
        double beta, Span<double> c);

    /// <inheritdoc cref="MultiplyBatch(in GemmShape, in GemmBatch, double,
    /// ReadOnlySpan{double}, ReadOnlySpan{double}, double, Span{double})"/>
    void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta,
        Span<float> c);
}
