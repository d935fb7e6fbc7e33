using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>
/// Softmax and cross-entropy in one, on scores without an activation: L = −(1/N) Σ y ln p, ∂L/∂z = (p − y)/N, (9.9).
/// Targets are columns of probabilities that sum to 1. S2-106, S4-131.
/// </summary>
public sealed class SoftmaxCrossEntropy : Loss
{
    /// <summary>The probabilities of the classes.</summary>
    /// <inheritdoc/>
    public override Matrix<double> Predict(Matrix<double> z) => ActivationEquations.Softmax(z);

    private protected override void Validate(ReadOnlySpan<double> y, int rows)
    {
        for (int start = 0; start < y.Length; start += rows)
        {
            double sum = 0;
            foreach (double p in y.Slice(start, rows))
            {
                sum += p >= 0 ? p : double.NaN;
            }

            if (!(Math.Abs(sum - 1) <= 1e-9)) // rounding of soft targets, far below any mistake
            {
                throw new ArgumentException(
                    $"Expected every column of y to be probabilities that sum to 1; column {start / rows}"
                        + $" is [{string.Join(", ", y.Slice(start, rows).ToArray())}].",
                    nameof(y));
            }
        }
    }

    private protected override double Of(int rows, int columns, ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> dz)
    {
        Kernels.LogSoftmaxColumns(rows, z, dz);
        double loss = -Kernels.Dot(y, dz) / columns; // (9.9)
        Kernels.Exp(dz, dz);
        Kernels.Axpby(-1.0 / columns, y, 1.0 / columns, dz); // (9.9)
        return loss;
    }
}
