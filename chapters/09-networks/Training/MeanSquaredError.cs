using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>
/// The mean of the squared errors over all outputs and samples, and ∂L/∂z = 2(z − y)/(KN), (9.11); the output is the score itself. S2-067, S3-100.
/// </summary>
public sealed class MeanSquaredError : Loss
{
    /// <summary>The scores themselves.</summary>
    /// <inheritdoc/>
    public override Matrix<double> Predict(Matrix<double> z)
    {
        ArgumentNullException.ThrowIfNull(z);
        return RequireMatrix.Finite(z).Clone();
    }

    private protected override void Validate(ReadOnlySpan<double> y, int rows) => Require.Finite(y, nameof(y));

    private protected override double Of(int rows, int columns, ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> dz)
    {
        z.CopyTo(dz);
        Kernels.Axpby(-1, y, 1, dz);
        double loss = Kernels.Dot(dz, dz) / z.Length; // (9.11)
        Kernels.Axpby(0, y, 2.0 / z.Length, dz); // (9.11)
        return loss;
    }
}
