using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>s ← s + g², θ ← θ − ηg / (√s + ε), (5.25): each weight has its own learning rate, which only falls. η ≥ 0;
/// ε > 0 avoids 0/0 where the gradient was always 0.</summary>
public sealed class AdaGrad(IReadOnlyList<Parameter> parameters, double learningRate = 1e-2, double epsilon = 1e-10)
    : Optimizer(parameters, learningRate)
{
    private readonly double _ε = RequireRate.Epsilon(epsilon);

    private protected override double GradientScale => ScaleOfSquares;

    private protected override void Update() => Apply(new Rule(LearningRate, _ε));

    private readonly struct Rule(double η, double ε) : IUpdateRule
    {
        public static int States => 1;

        public static bool LeavesZeros => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V s, ref V b) where V : unmanaged, IElementwise<V>
        {
            s += g * g; // (5.25)
            w -= η * g / (V.SquareRoot(s) + ε); // (5.25)
        }
    }
}
