using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Adam, (5.29): η ≥ 0, β₁ and β₂ in [0, 1), and ε > 0, which avoids 0/0. S0-035, S2-123.</summary>
public class Adam(
    IReadOnlyList<Parameter> parameters, double learningRate = 1e-3,
    double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    : Optimizer(parameters, learningRate)
{
    private readonly double _β1 = RequireRate.Decay(beta1), _β2 = RequireRate.Decay(beta2);
    private readonly double _ε = RequireRate.Epsilon(epsilon);

    /// <summary>λ of (5.30).</summary>
    private protected virtual double WeightDecay => 0;

    private protected override double GradientScale => ScaleOfSquares;

    // What depends on t alone is computed once a step: η m̂ / (√ŝ + ε) = ηₜ m / (rₜ √s + ε).
    private protected override void Update()
    {
        double ηt = LearningRate / (1 - Math.Pow(_β1, Steps)), rt = 1 / Math.Sqrt(1 - Math.Pow(_β2, Steps));
        Apply(new Rule(ηt, rt, _β1, _β2, _ε, LearningRate * WeightDecay));
    }

    private readonly struct Rule(double ηt, double rt, double β1, double β2, double ε, double ηλ) : IUpdateRule
    {
        public static int States => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V m, ref V s) where V : unmanaged, IElementwise<V>
        {
            m = β1 * m + (1 - β1) * g; // (5.29)
            s = β2 * s + (1 - β2) * g * g; // (5.29)
            w = (1 - ηλ) * w - ηt * m / (rt * V.SquareRoot(s) + ε); // (5.29), and (5.30) with λ > 0
        }
    }
}

/// <summary>AdamW, (5.30): Adam, and a decay λ ≥ 0 of the weights outside the gradient and its averages.
/// S1-283.</summary>
public sealed class AdamW(
    IReadOnlyList<Parameter> parameters, double learningRate = 1e-3, double weightDecay = 1e-2,
    double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8)
    : Adam(parameters, learningRate, beta1, beta2, epsilon)
{
    private protected override double WeightDecay { get; } = RequireRate.NotNegative(weightDecay);
}
