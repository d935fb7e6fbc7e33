using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Optimizers;

/// <summary>v ← γv − ηg, θ ← θ + v, (5.22): the velocity of S1-137. It differs from <see cref="Momentum"/> only when a schedule changes η: this one remembers steps, that one gradients.</summary>
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
        FusedPass.Over(new Rule(LearningRate, _γ), w, g, _v[parameter]);

    private readonly struct Rule(double η, double γ) : IUpdate
    {
        public static int States => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of(ref Vector<double> w, Vector<double> g, ref Vector<double> v, ref Vector<double> b)
        {
            v = γ * v - η * g; // (5.22)
            w += v; // (5.22)
        }
    }
}
