using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>v ← βv + (1 − β)g², (5.26); θ ← θ − ηg / √(v + ε), (5.27), or ηg / (√v + ε), (5.28). η ≥ 0; β in [0, 1):
/// 0.99 in PyTorch, 0.9 in Keras, 0.999 in S2; ε > 0 avoids 0/0. S2-121, S2-122, S3-061.</summary>
public sealed class RmsProp(
    IReadOnlyList<Parameter> parameters, double learningRate = 1e-2,
    double decay = 0.99, double epsilon = 1e-8, EpsilonPlace place = EpsilonPlace.BesideRoot)
    : Optimizer(parameters, learningRate)
{
    private readonly double _β = RequireRate.Decay(decay), _ε = RequireRate.Epsilon(epsilon);

    private protected override double GradientScale => ScaleOfSquares;

    private protected override void Update() =>
        Apply(place == EpsilonPlace.InsideRoot
            ? new Rule(LearningRate, _β, _ε, 0)
            : new Rule(LearningRate, _β, 0, _ε));

    private readonly struct Rule(double η, double β, double ε, double εBeside) : IUpdateRule
    {
        public static int States => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V v, ref V b) where V : unmanaged, IElementwise<V>
        {
            v = β * v + (1 - β) * g * g; // (5.26)
            w -= η * g / (V.SquareRoot(v + ε) + εBeside); // (5.27) and (5.28)
        }
    }
}
