using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>v ← μv + g, θ ← θ − ηv, (5.21), or with Nesterov's look ahead θ ← θ − η(g + μv), (5.24); η ≥ 0, μ in
/// [0, 1]. S4-156; PyTorch's SGD. With η(1 − β) it is averaged momentum, and with a constant η S1's
/// velocity.</summary>
public sealed class Momentum(
    IReadOnlyList<Parameter> parameters, double learningRate, double momentum = 0.9, bool nesterov = false)
    : Optimizer(parameters, learningRate)
{
    private readonly double _μ = RequireRate.Momentum(momentum);

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
