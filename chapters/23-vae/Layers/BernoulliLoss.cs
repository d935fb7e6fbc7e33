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

    /// <inheritdoc/>
    protected override double Forward(ReadOnlySpan<double> a, ReadOnlySpan<double> x, Span<double> da, int K)
    {
        int N = a.Length / K;
        TensorPrimitives.Abs(a, da);
        TensorPrimitives.Negate(da, da);
        Kernels.Exp(da, da);
        TensorPrimitives.Add(da, 1, da);
        Kernels.Log(da, da); // ln(1 + e^{−|a|}), which overflows nowhere
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += Math.Max(a[i], 0) + da[i] - x[i] * a[i]; // (23.2): softplus(a) − x·a
        }

        Kernels.Sigmoid(a, da);
        Kernels.Axpby(-1.0 / N, x, 1.0 / N, da); // (23.10): (σ(a) − x)/N
        return sum / N;
    }
}
