using System.Runtime.CompilerServices;
using Reference.Numerics;

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
        Kernels.Update(new Rule(LearningRate, _β, 1 - _β), g, w, _v[parameter]);

    private readonly struct Rule(double η, double β, double rest) : IUpdateRule
    {
        public static int States => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V v, ref V b) where V : unmanaged, IElementwise<V>
        {
            v = β * v + rest * g; // (5.20)
            w -= η * v; // (5.20)
        }
    }
}
