using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>Softmax and cross-entropy in one, for scores z without an activation: L = −(1/N) Σ y ln p with
/// p = softmax(z), ∂L/∂z = (p − y)/N, (9.8). Targets are columns of probabilities that sum to 1. S2-106,
/// S4-131.</summary>
public sealed class SoftmaxCrossEntropy : Loss
{
    /// <inheritdoc/>
    public override Matrix<double> Predict(Matrix<double> Z) => ActivationEquations.Softmax(Z);

    /// <inheritdoc/>
    protected override void Validate(MatrixView Y)
    {
        for (int n = 0; n < Y.ColumnCount; n++)
        {
            double sum = 0;
            foreach (double p in Y.Column(n))
            {
                sum += p >= 0 ? p : double.NaN;
            }

            if (!(Math.Abs(sum - 1) <= 1e-9)) // rounding of soft targets, far below any mistake
            {
                throw new ArgumentException(
                    $"Expected every column of y to be probabilities that sum to 1; column {n} is "
                        + $"[{string.Join(", ", Y.Column(n).ToArray())}].",
                    nameof(Y));
            }
        }
    }

    /// <inheritdoc/>
    protected override double Forward(ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> dz, int K)
    {
        int N = z.Length / K;
        Kernels.LogSoftmaxColumns(K, z, dz); // dz ← ln p
        double loss = -Kernels.Dot(y, dz) / N; // (9.8)
        Kernels.Exp(dz, dz);
        Kernels.Axpby(-1.0 / N, y, 1.0 / N, dz); // (9.8): dz ← (p − y)/N
        return loss;
    }
}
