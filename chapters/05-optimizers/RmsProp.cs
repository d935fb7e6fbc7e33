using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>
/// v ← βv + (1 − β)g², (5.26); θ ← θ − ηg / √(v + ε), (5.27), or with ε beside the root, (5.28). S2-121, S2-122,
/// S3-061.
/// </summary>
public sealed class RmsProp : Optimizer
{
    private readonly double _β, _inside, _beside;

    /// <summary>RMSProp with v = 0.</summary>
    /// <param name="parameters">The parameters to move.</param>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="decay">β in [0, 1): 0.99 in PyTorch, 0.9 in Keras, 0.999 in S2.</param>
    /// <param name="epsilon">ε > 0: avoids 0/0 where the gradient was always 0.</param>
    /// <param name="place">Inside the root as in S2, or beside it as in PyTorch.</param>
    /// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
    public RmsProp(
        IReadOnlyList<Parameter> parameters, double learningRate = 1e-2,
        double decay = 0.99, double epsilon = 1e-8, EpsilonPlace place = EpsilonPlace.BesideRoot)
        : base(parameters, learningRate)
    {
        (_β, double ε) = (RequireRate.Decay(decay), RequireRate.Epsilon(epsilon));
        (_inside, _beside) = place == EpsilonPlace.InsideRoot ? (ε, 0.0) : (0.0, ε);
    }

    /// <inheritdoc/>
    private protected override void Update() => Apply(new Rule(LearningRate, _β, _inside, _beside));

    private readonly struct Rule(double η, double β, double ε, double ε2) : IUpdateRule
    {
        public static int States => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V v, ref V b) where V : unmanaged, IElementwise<V>
        {
            v = β * v + (1 - β) * g * g; // (5.26)
            w -= η * g / (V.SquareRoot(v + ε) + ε2); // (5.27) with ε₂ = 0, (5.28) with ε = 0
        }
    }
}
