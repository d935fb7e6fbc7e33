using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>
/// v ← μv + g, θ ← θ − ηv, (5.21), or with Nesterov's look ahead θ ← θ − η(g + μv), (5.24). S4-156; PyTorch's SGD.
/// </summary>
/// <param name="parameters">The parameters to move.</param>
/// <param name="learningRate">η ≥ 0.</param>
/// <param name="momentum">μ in [0, 1].</param>
/// <param name="nesterov">Whether to step along g + μv.</param>
/// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
public sealed class Momentum(
    IReadOnlyList<Parameter> parameters, double learningRate, double momentum = 0.9, bool nesterov = false)
    : Optimizer(parameters, learningRate)
{
    private readonly double _μ = RequireRate.Momentum(momentum);

    /// <inheritdoc/>
    private protected override void Update()
    {
        if (nesterov)
        {
            Apply(new Nesterov(LearningRate, _μ));
        }
        else
        {
            Apply(new Accumulated(LearningRate, _μ));
        }
    }

    private readonly struct Accumulated(double η, double μ) : IUpdateRule
    {
        public static int States => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V v, ref V b) where V : unmanaged, IElementwise<V>
        {
            v = μ * v + g; // (5.21)
            w -= η * v; // (5.21)
        }
    }

    private readonly struct Nesterov(double η, double μ) : IUpdateRule
    {
        public static int States => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V v, ref V b) where V : unmanaged, IElementwise<V>
        {
            v = μ * v + g; // (5.24)
            w -= η * (g + μ * v); // (5.24)
        }
    }
}

/// <summary>
/// v ← βv + (1 − β)g, θ ← θ − ηv, (5.20): the momentum of S2-120. Its step is 1 − β times that of <see
/// cref="Momentum"/>.
/// </summary>
/// <param name="parameters">The parameters to move.</param>
/// <param name="learningRate">η ≥ 0.</param>
/// <param name="decay">β in [0, 1).</param>
/// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
public sealed class AveragedMomentum(IReadOnlyList<Parameter> parameters, double learningRate, double decay = 0.9)
    : Optimizer(parameters, learningRate)
{
    private readonly double _β = RequireRate.Decay(decay);

    /// <inheritdoc/>
    private protected override void Update() => Apply(new Rule(LearningRate, _β));

    private readonly struct Rule(double η, double β) : IUpdateRule
    {
        public static int States => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V v, ref V b) where V : unmanaged, IElementwise<V>
        {
            v = β * v + (1 - β) * g; // (5.20)
            w -= η * v; // (5.20)
        }
    }
}

/// <summary>
/// v ← γv − ηg, θ ← θ + v, (5.22): the velocity of S1-137. It keeps steps where <see cref="Momentum"/> keeps
/// gradients; the two differ only where a schedule changes η.
/// </summary>
/// <param name="parameters">The parameters to move.</param>
/// <param name="learningRate">η ≥ 0.</param>
/// <param name="momentum">γ in [0, 1].</param>
/// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
public sealed class VelocityMomentum(IReadOnlyList<Parameter> parameters, double learningRate, double momentum = 0.9)
    : Optimizer(parameters, learningRate)
{
    private readonly double _γ = RequireRate.Momentum(momentum);

    /// <inheritdoc/>
    private protected override void Update() => Apply(new Rule(LearningRate, _γ));

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
