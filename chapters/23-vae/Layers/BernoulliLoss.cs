using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.VariationalAutoencoders;

/// <summary>
/// −ln p(x|z), (23.2), of pixels x in [0, 1] and logits a, without an activation, in nats: the sum over the pixels and
/// the mean over the batch, as in listing 10; ∂L/∂a = (σ(a) − x)/N, (23.10). S3-257.
/// </summary>
public sealed class BernoulliLoss : Loss
{
    /// <inheritdoc/>
    public override Matrix<double> Predict(Matrix<double> Z) => ActivationEquations.Sigmoid(Z);

    /// <inheritdoc/>
    protected override void Validate(MatrixView Y) => Require.Probabilities(Y.Span, "x");

    /// <summary>The loss of logits z, the a of (23.2), and pixels y, its x. // z, y, dz [D·N]</summary>
    protected override double Forward(ReadOnlySpan<double> z, ReadOnlySpan<double> y, Span<double> dz, int K)
    {
        int N = z.Length / K;
        TensorPrimitives.Abs(z, dz);
        TensorPrimitives.Negate(dz, dz);
        Kernels.Softplus(dz, dz); // of −|a|, the smaller of the two in (23.2); the other is |a| more
        double sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            sum += dz[i] + (z[i] > 0 ? (1 - y[i]) * z[i] : -y[i] * z[i]); // (23.2)
        }

        Kernels.Sigmoid(z, dz);
        Kernels.Axpby(-1.0 / N, y, 1.0 / N, dz); // (23.10): (σ(a) − x)/N
        return sum / N;
    }
}
