using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Adam, (5.29): S0-035, S2-123.</summary>
public class Adam : Optimizer
{
    private readonly double _β1, _β2, _ε, _λ;

    /// <summary>Adam with m = s = 0.</summary>
    /// <param name="parameters">The parameters to move.</param>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="beta1">β₁ in [0, 1): decay of the mean m.</param>
    /// <param name="beta2">β₂ in [0, 1): decay of the mean square s.</param>
    /// <param name="epsilon">ε > 0: avoids 0/0 where the gradient was always 0.</param>
    /// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
    public Adam(
        IReadOnlyList<Parameter> parameters, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : this(parameters, learningRate, 0, beta1, beta2, epsilon)
    {
    }

    private protected Adam(
        IReadOnlyList<Parameter> parameters, double learningRate, double weightDecay, double beta1, double beta2, double epsilon)
        : base(parameters, learningRate)
    {
        (_β1, _β2) = (RequireRate.Decay(beta1), RequireRate.Decay(beta2));
        (_ε, _λ) = (RequireRate.Epsilon(epsilon), RequireRate.NotNegative(weightDecay));
    }

    // What depends on t alone is computed once a step: η m̂ / (√ŝ + ε) = η/c₁ m / (√s / √c₂ + ε) with c = 1 − βᵗ.
    /// <inheritdoc/>
    private protected override void Update()
    {
        double c1 = 1 - Math.Pow(_β1, Steps), c2 = 1 - Math.Pow(_β2, Steps);
        Apply(new Rule(_β1, _β2, _ε, LearningRate / c1, 1 / Math.Sqrt(c2), 1 - LearningRate * _λ));
    }

    private readonly struct Rule(double β1, double β2, double ε, double ηOverC1, double oneOverRootC2, double oneMinusηλ) : IUpdateRule
    {
        public static int States => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V m, ref V s) where V : unmanaged, IElementwise<V>
        {
            m = β1 * m + (1 - β1) * g; // (5.29)
            s = β2 * s + (1 - β2) * g * g; // (5.29)
            w = oneMinusηλ * w - ηOverC1 * m / (oneOverRootC2 * V.SquareRoot(s) + ε); // (5.29), and with λ > 0 (5.30)
        }
    }
}

/// <summary>AdamW, (5.30): Adam, and a decay of the weights outside the gradient and its averages. S1-283.</summary>
/// <param name="parameters">The parameters to move.</param>
/// <param name="learningRate">η ≥ 0.</param>
/// <param name="weightDecay">λ ≥ 0; 0 is Adam.</param>
/// <param name="beta1">β₁ in [0, 1): decay of the mean m.</param>
/// <param name="beta2">β₂ in [0, 1): decay of the mean square s.</param>
/// <param name="epsilon">ε > 0: avoids 0/0 where the gradient was always 0.</param>
/// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
public sealed class AdamW(
    IReadOnlyList<Parameter> parameters, double learningRate = 1e-3, double weightDecay = 1e-2,
    double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    : Adam(parameters, learningRate, weightDecay, beta1, beta2, epsilon);
