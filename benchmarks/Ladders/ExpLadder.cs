using System.Numerics;
using BenchmarkDotNet.Attributes;
using Reference.Numerics.Ladder;

namespace Reference.Benchmarks;

/// <summary>eˣ of n numbers: one call a number, the series behind it, vectors of series.</summary>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class ExpLadder<T> : FunctionLadder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc cref="ExpCalls{T}"/>
    [Benchmark(Baseline = true)]
    public void Calls() => Climb<ExpCalls<T>>();

    /// <inheritdoc cref="ExpSeries{T}"/>
    [Benchmark]
    public void Series() => Climb<ExpSeries<T>>();

    /// <inheritdoc cref="ExpVectors{T}"/>
    [Benchmark]
    public void Vectors() => Climb<ExpVectors<T>>();

    /// <inheritdoc cref="ExpLibrary{T}"/>
    [Benchmark]
    public void Library() => Climb<ExpLibrary<T>>();

    /// <inheritdoc cref="ExpKernel{T}"/>
    [Benchmark]
    public void Kernel() => Climb<ExpKernel<T>>();
}
