using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>
/// Sigmoid and binary cross-entropy in one, on scores without an activation: a loss of ln(1 + eᶻ) − yz an output, ∂L/∂z = (σ(z) − y)/(KN), (8.39). Targets lie in [0, 1]. S4-126.
/// </summary>
public sealed class SigmoidCrossEntropy : Loss
{
    /// <summary>The probability of each output.</summary>
    /// <inheritdoc/>
    public override Matrix<double> Predict(Matrix<double> z) => ActivationEquations.Sigmoid(z);

    private protected override void Refuse(ReadOnlySpan<double> y, int rows) => Require.Probabilities(y, nameof(y));

    private protected override double Of(int rows, int columns, ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> dz)
    {
        double sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            // ln(1 + eᶻ) = max(z, 0) + ln(1 + e^−|z|): the exponential cannot overflow.
            sum += Math.Max(z[i], 0) + double.LogP1(Math.Exp(-Math.Abs(z[i]))) - y[i] * z[i]; // (8.39)
        }

        Kernels.Sigmoid(z, dz);
        Kernels.Axpby(-1.0 / z.Length, y, 1.0 / z.Length, dz); // (8.39)
        return sum / z.Length;
    }
}
