using System.Numerics;
using BenchmarkDotNet.Attributes;
using Reference.Numerics.Ladder;

namespace Reference.Benchmarks;

/// <summary>
/// Softmax of n numbers: loops, the library's passes without and with the maximum subtracted, fused.
/// </summary>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class SoftmaxLadder<T> : FunctionLadder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc cref="SoftmaxLoops{T}"/>
    [Benchmark(Baseline = true)]
    public void Loops() => Climb<SoftmaxLoops<T>>();

    /// <inheritdoc cref="SoftmaxUnstable{T}"/>
    [Benchmark]
    public void Unstable() => Climb<SoftmaxUnstable<T>>();

    /// <inheritdoc cref="SoftmaxShifted{T}"/>
    [Benchmark]
    public void Shifted() => Climb<SoftmaxShifted<T>>();

    /// <inheritdoc cref="SoftmaxKernel{T}"/>
    [Benchmark]
    public void Kernel() => Climb<SoftmaxKernel<T>>();
}
