using Reference.Numerics;

namespace Reference.Networks;

/// <summary>The softmax p of every column, and the product with its Jacobian, dz = p ⊙ (dp − ⟨p, dp⟩), (9.6). A
/// classifier trains better without it, on <see cref="SoftmaxCrossEntropy"/>. A single class has p = 1.</summary>
public sealed class Softmax(int width) : Layer("softmax", width, width)
{
    /// <inheritdoc/>
    public override ILayer Shared() => new Softmax(Inputs);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) => Kernels.SoftmaxColumns(Inputs, X.Span, Y.Span);

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        for (int n = 0; n < dX?.ColumnCount; n++)
        {
            Span<double> p = Y.Column(n), dp = dY.Column(n), dz = dX.Value.Column(n);
            double mean = Kernels.Dot(p, dp), rest = 0; // the mean's rounding: all that is left where p is almost 1
            for (int k = 0; k < p.Length; k++)
            {
                rest += p[k] * (dp[k] - mean);
            }

            for (int k = 0; k < p.Length; k++)
            {
                dz[k] = p[k] * (dp[k] - mean - rest); // (9.6)
            }
        }
    }
}
