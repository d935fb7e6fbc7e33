using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>
/// Sigmoid and binary cross-entropy in one, on scores without an activation:
/// −[y ln σ(z) + (1 − y) ln(1 − σ(z))] an output, ∂L/∂z = (σ(z) − y)/(KN), (9.10). Targets lie in [0, 1]. S4-126.
/// </summary>
public sealed class SigmoidCrossEntropy : Loss
{
    /// <summary>The probability of each output.</summary>
    /// <inheritdoc/>
    public override Matrix<double> Predict(Matrix<double> z) => ActivationEquations.Sigmoid(z);

    private protected override void Validate(ReadOnlySpan<double> y, int rows) => Require.Probabilities(y, nameof(y));

    private protected override double Of(int rows, int columns, ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> dz)
    {
        double sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            // −ln σ(z) = softplus(−z) and −ln(1 − σ(z)) = softplus(z), so that no digit is lost where σ has long rounded to 0 or 1.
            sum += double.IsFinite(z[i])
                ? y[i] * ScalarActivations.Softplus(-z[i]) + (1 - y[i]) * ScalarActivations.Softplus(z[i]) // (9.10)
                : double.NaN;
        }

        Kernels.Sigmoid(z, dz);
        Kernels.Axpby(-1.0 / z.Length, y, 1.0 / z.Length, dz); // (9.10)
        return sum / z.Length;
    }
}
