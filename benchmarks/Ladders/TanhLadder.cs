using System.Numerics;
using BenchmarkDotNet.Attributes;
using Reference.Numerics.Ladder;

namespace Reference.Benchmarks;

/// <summary>tanh of n numbers: one call a number, passes of vectors, one pass.</summary>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class TanhLadder<T> : FunctionLadder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc cref="TanhCalls{T}"/>
    [Benchmark(Baseline = true)]
    public void Calls() => Climb<TanhCalls<T>>();

    /// <inheritdoc cref="TanhPasses{T}"/>
    [Benchmark]
    public void Passes() => Climb<TanhPasses<T>>();

    /// <inheritdoc cref="TanhLibrary{T}"/>
    [Benchmark]
    public void Library() => Climb<TanhLibrary<T>>();

    /// <inheritdoc cref="TanhKernel{T}"/>
    [Benchmark]
    public void Kernel() => Climb<TanhKernel<T>>();
}
