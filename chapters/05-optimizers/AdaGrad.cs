using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>s ← s + g², θ ← θ − ηg / (√s + ε), (5.25): each weight has its own learning rate, which only falls.</summary>
public sealed class AdaGrad : Optimizer
{
    private readonly double _ε;
    private readonly double[][] _s;

    /// <summary>AdaGrad with nothing accumulated.</summary>
    /// <param name="parameters">What it moves.</param>
    /// <param name="learningRate">η ≥ 0.</param>
    /// <param name="epsilon">ε > 0: keeps a weight where it is whose gradient was always 0.</param>
    /// <exception cref="ArgumentException">No parameter, one twice, or a constant outside its range.</exception>
    public AdaGrad(IReadOnlyList<Parameter> parameters, double learningRate = 1e-2, double epsilon = 1e-10)
        : base(parameters, learningRate)
    {
        Numerics.Require.Positive(epsilon);
        _ε = epsilon;
        _s = State(parameters);
    }

    /// <inheritdoc/>
    private protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g) =>
        Kernels.Update(new Rule(LearningRate, _ε), g, w, _s[parameter]);

    private readonly struct Rule(double η, double ε) : IUpdateRule
    {
        public static int States => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Of<V>(ref V w, V g, ref V s, ref V b) where V : unmanaged, IElementwise<V>
        {
            s += g * g; // (5.25)
            w -= η * g / (V.SquareRoot(s) + ε); // (5.25)
        }
    }
}
