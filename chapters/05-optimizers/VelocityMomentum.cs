using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>
/// v ← γv − ηg, θ ← θ + v, (5.22): the velocity of S1-137.
/// It differs from <see cref="Momentum"/> only when a schedule changes η: this one remembers steps, that one gradients.
/// </summary>
public sealed class VelocityMomentum : Optimizer
{
    private readonly double _γ;
    private readonly double[][] _v;

    /// <summary>Momentum that starts at rest.</summary>
    /// <param name="parameters">What it moves.</param>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="momentum">γ in [0, 1].</param>
    /// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
    public VelocityMomentum(IReadOnlyList<Parameter> parameters, double learningRate, double momentum = 0.9)
        : base(parameters, learningRate)
    {
        _γ = RequireRate.Momentum(momentum);
        _v = State(parameters);
    }

    /// <inheritdoc/>
    private protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g) =>
        Kernels.Update(new Rule(LearningRate, _γ), g, w, _v[parameter]);

    private readonly struct Rule(double η, double γ) : IUpdateRule
    {
        public static int States => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V v, ref V b) where V : unmanaged, IElementwise<V>
        {
            v = γ * v - η * g; // (5.22)
            w += v; // (5.22)
        }
    }
}
