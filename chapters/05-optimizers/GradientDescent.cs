using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Optimizers;

/// <summary>θ ← θ − η∇L, (5.1): gradient descent on all samples, stochastic on some, for the rule is the same. S0-034, S4-082.</summary>
/// <param name="parameters">What it moves.</param>
/// <param name="learningRate">η ≥ 0.</param>
/// <exception cref="ArgumentException">No parameter, one twice, or η outside its range.</exception>
public sealed class GradientDescent(IReadOnlyList<Parameter> parameters, double learningRate) : Optimizer(parameters, learningRate)
{
    /// <inheritdoc/>
    private protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g) => FusedPass.Over(new Rule(LearningRate), w, g);

    private readonly struct Rule(double η) : IUpdate
    {
        public static int States => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of(ref Vector<double> w, Vector<double> g, ref Vector<double> a, ref Vector<double> b) =>
            w -= η * g; // (5.1)
    }
}
