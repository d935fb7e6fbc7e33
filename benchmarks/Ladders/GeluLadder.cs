using System.Numerics;
using BenchmarkDotNet.Attributes;
using Reference.Numerics.Ladder;

namespace Reference.Benchmarks;

/// <summary>x·Φ(x) of n numbers: one call of the error function a number, then one series for all.</summary>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class GeluLadder<T> : FunctionLadder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc cref="GeluCalls{T}"/>
    [Benchmark(Baseline = true)]
    public void Calls() => Climb<GeluCalls<T>>();

    /// <inheritdoc cref="GeluKernel{T}"/>
    [Benchmark]
    public void Kernel() => Climb<GeluKernel<T>>();
}
