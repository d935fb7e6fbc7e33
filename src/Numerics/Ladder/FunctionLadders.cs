using System.Numerics;

namespace Reference.Numerics.Ladder;

/// <summary>Ladders of elementwise functions: from one number at a time to the fused kernel, rungs in order.</summary>
public static class FunctionLadders
{
    /// <summary>eˣ.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    public static IReadOnlyList<IFunctionRung<T>> Exp<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [new ExpCalls<T>(), new ExpSeries<T>(), new ExpVectors<T>(), new ExpLibrary<T>(), new ExpKernel<T>()];

    /// <summary>tanh x.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    public static IReadOnlyList<IFunctionRung<T>> Tanh<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [new TanhCalls<T>(), new TanhPasses<T>(), new TanhLibrary<T>(), new TanhKernel<T>()];

    /// <summary>σ(x) = 1/(1 + e⁻ˣ).</summary>
    /// <typeparam name="T">double or float.</typeparam>
    public static IReadOnlyList<IFunctionRung<T>> Sigmoid<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [new SigmoidCalls<T>(), new SigmoidPasses<T>(), new SigmoidLibrary<T>(), new SigmoidKernel<T>()];

    /// <summary>x·Φ(x), Φ the distribution function of the normal distribution.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    public static IReadOnlyList<IFunctionRung<T>> Gelu<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [new GeluCalls<T>(), new GeluKernel<T>()];

    /// <summary>½x(1 + tanh u), u = √(2/π)(x + 0.044715x³): the usual approximation of GELU.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    public static IReadOnlyList<IFunctionRung<T>> GeluTanh<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [new GeluTanhCalls<T>(), new GeluTanhPasses<T>(), new GeluTanhKernel<T>()];

    /// <summary>e^(xᵢ − m) / Σⱼ e^(xⱼ − m), m = max x.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    public static IReadOnlyList<IFunctionRung<T>> Softmax<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [new SoftmaxLoops<T>(), new SoftmaxUnstable<T>(), new SoftmaxShifted<T>(), new SoftmaxKernel<T>()];
}
