using Reference.Numerics;

namespace Reference.BoltzmannMachines;

/// <summary>
/// Real visible units of variance 1: E = ½‖v − b‖² − cᵀh − hᵀWv, so that v | h ~ N(b + Wᵀh, I), (24.11), and F = ½‖v −
/// b‖² − Σ ln(1 + e^(c + Wv)), (24.12). Scale features to deviation 1 first.
/// </summary>
/// <param name="visible">D ≥ 1.</param>
/// <param name="hidden">H ≥ 1.</param>
/// <param name="random">Draws the weights.</param>
/// <param name="deviation">Their standard deviation, > 0.</param>
public sealed class GaussianRbm(int visible, int hidden, RandomStream random, double deviation = 0.01)
    : Rbm(visible, hidden, random, deviation)
{
    /// <inheritdoc/>
    public override void DrawVisible(RandomStream random, MatrixView M, MatrixView like, MatrixView V)
    {
        Kernels.RandomNormal(random, 0, 1, V.Span); // (24.11)
        V.Add(M); // (24.11)
    }

    /// <inheritdoc/>
    protected override void Activate(MatrixView M)
    {
        // the mean is the activation itself, (24.11)
    }

    /// <inheritdoc/>
    protected override double VisibleEnergy(ReadOnlySpan<double> v)
    {
        ReadOnlySpan<double> b = this.b.Span;
        double sum = 0;
        for (int i = 0; i < v.Length; i++)
        {
            sum += (v[i] - b[i]) * (v[i] - b[i]) / 2; // (24.12)
        }

        return sum;
    }

    /// <inheritdoc/>
    protected override void ExpectSample(ReadOnlySpan<double> v, int n) => Require.Finite(v);
}
