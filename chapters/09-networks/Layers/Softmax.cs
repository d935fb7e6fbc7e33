using Reference.Numerics;

namespace Reference.Networks;

/// <summary>
/// The softmax of every column as a layer, with its Jacobian's product dx = p ⊙ (dp − ⟨p, dp⟩), (9.6).
/// A classifier trains better without it, on <see cref="SoftmaxCrossEntropy"/>.
/// </summary>
/// <param name="width">K ≥ 1, the classes; one class always has probability 1.</param>
public sealed class Softmax(int width) : ParameterFreeLayer(width)
{
    /// <inheritdoc/>
    public override string Name => "softmax";

    /// <inheritdoc/>
    public override ILayer Shared() => new Softmax(Inputs);

    /// <inheritdoc/>
    protected override void Values(ReadOnlySpan<double> x, Span<double> y) => Kernels.SoftmaxColumns(Inputs, x, y);

    /// <inheritdoc/>
    protected override void Gradients(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> dy, Span<double> dx)
    {
        int K = Inputs;
        for (int n = 0; n < y.Length; n += K)
        {
            ReadOnlySpan<double> p = y.Slice(n, K), dp = dy.Slice(n, K);
            double mean = Kernels.Dot(p, dp);
            for (int k = 0; k < K; k++)
            {
                dx[n + k] = p[k] * (dp[k] - mean); // (9.6)
            }
        }
    }
}
