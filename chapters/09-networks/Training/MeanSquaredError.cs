using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>L = (1/KN) Σ(z − y)², ∂L/∂z = 2(z − y)/(KN), (9.10). S2-067, S3-100.</summary>
public sealed class MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override Matrix<double> Predict(Matrix<double> Z) => Z.Clone();

    /// <inheritdoc/>
    protected override void Validate(MatrixView Y) => Require.Finite(Y.Span, "y");

    /// <inheritdoc/>
    protected override double Forward(ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> dz, int K)
    {
        int KN = z.Length;
        z.CopyTo(dz);
        Kernels.Axpby(-1, y, 1, dz); // dz ← z − y
        double loss = Kernels.Dot(dz, dz) / KN; // (9.10)
        Kernels.Axpby(0, y, 2.0 / KN, dz); // (9.10): dz ← 2 dz/(KN)
        return loss;
    }
}
