using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>v ← μv + g, θ ← θ − ηv, (5.21), or with a look ahead Nesterov's θ ← θ − η(g + μv), (5.24). S4-156; PyTorch's SGD.</summary>
public sealed class Momentum : Optimizer
{
    private readonly double _μ;
    private readonly bool _nesterov;
    private readonly double[][] _v;

    /// <summary>Momentum that starts at rest.</summary>
    /// <param name="parameters">What it moves.</param>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="momentum">μ in [0, 1].</param>
    /// <param name="nesterov">Steps along g + μv, where momentum is about to lead.</param>
    /// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
    public Momentum(IReadOnlyList<Parameter> parameters, double learningRate, double momentum = 0.9, bool nesterov = false)
        : base(parameters, learningRate)
    {
        _μ = RequireRate.Momentum(momentum);
        _nesterov = nesterov;
        _v = State(parameters);
    }

    /// <inheritdoc/>
    private protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g)
    {
        if (_nesterov)
        {
            Kernels.Update(new Nesterov(LearningRate, _μ), g, w, _v[parameter]);
        }
        else
        {
            Kernels.Update(new Accumulated(LearningRate, _μ), g, w, _v[parameter]);
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
