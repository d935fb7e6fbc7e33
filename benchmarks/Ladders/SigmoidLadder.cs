using System.Numerics;
using BenchmarkDotNet.Attributes;
using Reference.Numerics.Ladder;

namespace Reference.Benchmarks;

/// <summary>σ of n numbers: one call a number, passes of vectors, one pass.</summary>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class SigmoidLadder<T> : FunctionLadder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc cref="SigmoidCalls{T}"/>
    [Benchmark(Baseline = true)]
    public void Calls() => Climb<SigmoidCalls<T>>();

    /// <inheritdoc cref="SigmoidPasses{T}"/>
    [Benchmark]
    public void Passes() => Climb<SigmoidPasses<T>>();

    /// <inheritdoc cref="SigmoidLibrary{T}"/>
    [Benchmark]
    public void Library() => Climb<SigmoidLibrary<T>>();

    /// <inheritdoc cref="SigmoidKernel{T}"/>
    [Benchmark]
    public void Kernel() => Climb<SigmoidKernel<T>>();
}
