using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>v ← βv + (1 − β)g², (5.26); θ ← θ − ηg / √(v + ε), (5.27), or with ε beside the root, (5.28). S2-121, S2-122, S3-061.</summary>
public sealed class RmsProp : Optimizer
{
    private readonly double _β, _inside, _beside;
    private readonly double[][] _v;

    /// <summary>RMSProp with a mean square of 0.</summary>
    /// <param name="parameters">What it moves.</param>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="decay">β in [0, 1): 0.99 is PyTorch's, 0.9 Keras's, 0.999 that of S2.</param>
    /// <param name="epsilon">ε > 0: keeps a weight where it is whose gradient was always 0.</param>
    /// <param name="place">Inside the root as in S2, or beside it as in PyTorch.</param>
    /// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
    public RmsProp(
        IReadOnlyList<Parameter> parameters, double learningRate = 1e-2,
        double decay = 0.99, double epsilon = 1e-8, EpsilonPlace place = EpsilonPlace.BesideRoot)
        : base(parameters, learningRate)
    {
        Numerics.Require.Positive(epsilon);
        _β = RequireRate.Decay(decay);
        (_inside, _beside) = place == EpsilonPlace.InsideRoot ? (epsilon, 0.0) : (0.0, epsilon);
        _v = State(parameters);
    }

    /// <inheritdoc/>
    private protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g) =>
        Kernels.Update(new Rule(LearningRate, _β, 1 - _β, _inside, _beside), g, w, _v[parameter]);

    private readonly struct Rule(double η, double β, double rest, double inside, double beside) : IUpdateRule
    {
        public static int States => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V v, ref V b) where V : unmanaged, IElementwise<V>
        {
            v = β * v + rest * g * g; // (5.26)
            w -= η * g / (V.SquareRoot(v + inside) + beside); // (5.27) and (5.28)
        }
    }
}
