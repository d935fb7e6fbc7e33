using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>θ ← θ − η∇L, (5.1), η ≥ 0: on the gradient of all samples gradient descent, on that of some stochastic
/// descent. S0-034, S4-082.</summary>
public sealed class GradientDescent(IReadOnlyList<Parameter> parameters, double learningRate)
    : Optimizer(parameters, learningRate)
{
    private protected override void Update() => Apply(new Rule(LearningRate));

    private readonly struct Rule(double η) : IUpdateRule
    {
        public static int States => 0;

        public static bool LeavesZeros => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V a, ref V b) where V : unmanaged, IElementwise<V> =>
            w -= η * g; // (5.1)
    }
}
