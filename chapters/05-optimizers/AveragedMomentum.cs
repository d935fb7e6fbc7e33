using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Optimizers;

/// <summary>v ← βv + (1 − β)g, θ ← θ − ηv, (5.20): momentum as S2-120 has it. A step is (1 − β) times as long as that of <see cref="Momentum"/>.</summary>
public sealed class AveragedMomentum : Optimizer
{
    private readonly double _β;
    private readonly double[][] _v;

    /// <summary>Momentum that starts at rest.</summary>
    /// <param name="parameters">What it moves.</param>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="decay">β in [0, 1).</param>
    /// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
    public AveragedMomentum(IReadOnlyList<Parameter> parameters, double learningRate, double decay = 0.9)
        : base(parameters, learningRate)
    {
        _β = RequireRate.Decay(decay);
        _v = State(parameters);
    }

    /// <inheritdoc/>
    private protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g) =>
        FusedPass.Over(new Rule(LearningRate, _β, 1 - _β), w, g, _v[parameter]);

    private readonly struct Rule(double η, double β, double rest) : IUpdate
    {
        public static int States => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of(ref Vector<double> w, Vector<double> g, ref Vector<double> v, ref Vector<double> b)
        {
            v = β * v + rest * g; // (5.20)
            w -= η * v; // (5.20)
        }
    }
}
