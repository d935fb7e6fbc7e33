using System.Numerics;
using BenchmarkDotNet.Attributes;
using Reference.Numerics.Ladder;

namespace Reference.Benchmarks;

/// <summary>The tanh form of GELU for n numbers: one call a number, passes of vectors, one pass.</summary>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class GeluTanhLadder<T> : FunctionLadder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc cref="GeluTanhCalls{T}"/>
    [Benchmark(Baseline = true)]
    public void Calls() => Climb<GeluTanhCalls<T>>();

    /// <inheritdoc cref="GeluTanhPasses{T}"/>
    [Benchmark]
    public void Passes() => Climb<GeluTanhPasses<T>>();

    /// <inheritdoc cref="GeluTanhKernel{T}"/>
    [Benchmark]
    public void Kernel() => Climb<GeluTanhKernel<T>>();
}
