using System.Numerics;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// Softmax of n numbers. From rung to rung: the loop calls the exponential once a number; the library's vectorized kernels go over the span once for
/// every operation; the fused kernel adds up while it computes the exponentials.
/// </summary>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class SoftmaxLadder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T[] _x = [], _y = [];

    /// <summary>The classes of digits; a sentence of attention; more than the first cache holds.</summary>
    [Params(10, 1000, 30_000)]
    public int N { get; set; }

    /// <summary>Inputs as a classifier's last layer gives them.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _x = [.. new RandomStream(1).Uniforms(N, -10, 10).Select(T.CreateTruncating)];
        _y = new T[N];
    }

    /// <summary>The formula.</summary>
    [Benchmark(Baseline = true)]
    public void Scalar() => ScalarActivations.Softmax<T>(_x, _y);

    /// <summary>Shorter still, but [1000, 1001] gives NaN: the maximum is not subtracted.</summary>
    [Benchmark]
    public void TensorPrimitivesUnstable() => TensorPrimitives.SoftMax<T>(_x, _y);

    /// <summary>Vectorized, the maximum subtracted by hand.</summary>
    [Benchmark]
    public void TensorPrimitivesStable()
    {
        TensorPrimitives.Subtract(_x, TensorPrimitives.Max<T>(_x), _y);
        TensorPrimitives.SoftMax<T>(_y, _y);
    }

    /// <summary>Fused and stable.</summary>
    [Benchmark]
    public void Fused() => Kernels.SoftmaxColumns<T>(N, _x, _y, VectorPaths.Best);
}
