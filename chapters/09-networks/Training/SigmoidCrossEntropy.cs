using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>Sigmoid and binary cross-entropy in one, for scores z without an activation: L = −(1/KN) Σ
/// [y ln σ(z) + (1 − y) ln(1 − σ(z))], ∂L/∂z = (σ(z) − y)/(KN), (9.9). S4-126.</summary>
public sealed class SigmoidCrossEntropy : Loss
{
    /// <inheritdoc/>
    public override Matrix<double> Predict(Matrix<double> Z) => ActivationEquations.Sigmoid(Z);

    /// <inheritdoc/>
    protected override void Validate(MatrixView Y) => Require.Probabilities(Y.Span, "y");

    /// <inheritdoc/>
    protected override double Forward(ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> dz, int K)
    {
        int KN = z.Length;
        double sum = 0;
        for (int i = 0; i < KN; i++)
        {
            // −ln σ(z) = softplus(−z) and −ln(1 − σ(z)) = softplus(z), exact where σ rounds to 0 or 1
            sum += double.IsFinite(z[i])
                ? y[i] * ScalarActivations.Softplus(-z[i]) + (1 - y[i]) * ScalarActivations.Softplus(z[i]) // (9.9)
                : double.NaN;
        }

        Kernels.Sigmoid(z, dz);
        Kernels.Axpby(-1.0 / KN, y, 1.0 / KN, dz); // (9.9): dz ← (σ(z) − y)/(KN)
        return sum / KN;
    }
}
