using Reference.Numerics;

namespace Reference.BoltzmannMachines;

/// <summary>Binary visible units, (24.1)–(24.5). S4-195.</summary>
/// <param name="visible">D ≥ 1.</param>
/// <param name="hidden">H ≥ 1.</param>
/// <param name="random">Draws the weights.</param>
/// <param name="deviation">Their standard deviation, > 0.</param>
public sealed class BernoulliRbm(int visible, int hidden, RandomStream random, double deviation = 0.01)
    : Rbm(visible, hidden, random, deviation)
{
    /// <summary>Whether samples may be probabilities, the means of units of another machine, and not only their
    /// states.</summary>
    public bool TakesMeans { get; init; }

    /// <inheritdoc/>
    public override void DrawVisible(RandomStream random, MatrixView M, MatrixView like, MatrixView V) =>
        Kernels.RandomBernoulli(random, M.Span, V.Span);

    /// <inheritdoc/>
    protected override void Activate(MatrixView M) => M.Map(Kernels.Sigmoid, M); // (24.4)

    /// <inheritdoc/>
    protected override double VisibleEnergy(ReadOnlySpan<double> v) => -Kernels.Dot(b.Span, v); // (24.5)

    /// <inheritdoc/>
    protected override void ExpectSample(ReadOnlySpan<double> v, int n)
    {
        if (Kernels.AllZeroOrOne(v))
        {
            return;
        }

        for (int i = 0; i < v.Length; i++)
        {
            if (TakesMeans ? v[i] is not (>= 0 and <= 1) : v[i] is not (0 or 1))
            {
                throw new ArgumentException(
                    $"Expected visible units of {(TakesMeans ? "[0, 1]" : "0 or 1")}; unit {i} of sample {n} is "
                        + $"{v[i]}.", nameof(v));
            }
        }
    }
}
