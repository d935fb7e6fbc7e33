using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Adam, (5.29): S0-035, S2-123. With a weight decay it is AdamW, (5.30): S1-283.</summary>
public class Adam : Optimizer
{
    private readonly double _β1, _β2, _ε, _λ;
    private readonly double[][] _m, _s;

    /// <summary>Adam with both means at 0.</summary>
    /// <param name="parameters">What it moves.</param>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="beta1">β₁ in [0, 1): decay of the mean.</param>
    /// <param name="beta2">β₂ in [0, 1): decay of the mean square.</param>
    /// <param name="epsilon">ε > 0: keeps a weight where it is whose gradient was always 0.</param>
    /// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
    public Adam(IReadOnlyList<Parameter> parameters, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
        : this(parameters, learningRate, 0, beta1, beta2, epsilon)
    {
    }

    private protected Adam(IReadOnlyList<Parameter> parameters, double learningRate, double weightDecay, double beta1, double beta2, double epsilon)
        : base(parameters, learningRate)
    {
        Numerics.Require.Positive(epsilon);
        (_β1, _β2, _ε, _λ) = (RequireRate.Decay(beta1), RequireRate.Decay(beta2), epsilon, RequireRate.NotNegative(weightDecay));
        (_m, _s) = (State(parameters), State(parameters));
    }

    /// <inheritdoc/>
    private protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g)
    {
        // What depends on t alone is computed once a step: η m̂ / (√ŝ + ε) = (η / c₁) m / (√s / √c₂ + ε) with c = 1 − βᵗ.
        double c1 = 1 - Math.Pow(_β1, Steps), c2 = 1 - Math.Pow(_β2, Steps);
        var rule = new Rule(LearningRate / c1, 1 / Math.Sqrt(c2), _β1, 1 - _β1, _β2, 1 - _β2, _ε, 1 - LearningRate * _λ);
        Kernels.Update(rule, g, w, _m[parameter], _s[parameter]);
    }

    private readonly struct Rule(double step, double scale, double β1, double rest1, double β2, double rest2, double ε, double kept) : IUpdateRule
    {
        public static int States => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V m, ref V s) where V : unmanaged, IElementwise<V>
        {
            m = β1 * m + rest1 * g; // (5.29)
            s = β2 * s + rest2 * g * g; // (5.29)
            w = kept * w - step * m / (scale * V.SquareRoot(s) + ε); // (5.29), and with kept = 1 − ηλ (5.30)
        }
    }
}

/// <summary>AdamW, (5.30): Adam, and a decay of the weight beside it that the gradient's statistics never see. S1-283.</summary>
/// <param name="parameters">What it moves.</param>
/// <param name="learningRate">η ≥ 0.</param>
/// <param name="weightDecay">λ ≥ 0; 0 is Adam.</param>
/// <param name="beta1">β₁ in [0, 1): decay of the mean.</param>
/// <param name="beta2">β₂ in [0, 1): decay of the mean square.</param>
/// <param name="epsilon">ε > 0: keeps a weight where it is whose gradient was always 0.</param>
/// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
public sealed class AdamW(
    IReadOnlyList<Parameter> parameters, double learningRate = 1e-3, double weightDecay = 1e-2, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    : Adam(parameters, learningRate, weightDecay, beta1, beta2, epsilon);
