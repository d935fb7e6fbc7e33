using System.Numerics;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>σ of n numbers: one exponential a number, then vectors of them.</summary>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class SigmoidLadder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private T[] _x = [], _y = [];

    /// <summary>A small hidden layer, a batch of it, and more than the first cache holds.</summary>
    [Params(16, 1000, 30_000)]
    public int N { get; set; }

    /// <summary>Inputs where σ is neither 0 nor 1.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _x = [.. new RandomStream(1).Uniforms(N, -10, 10).Select(T.CreateTruncating)];
        _y = new T[N];
    }

    /// <summary>The formula.</summary>
    [Benchmark(Baseline = true)]
    public void Scalar() => ScalarActivations.Sigmoid<T>(_x, _y);

    /// <summary>The library's.</summary>
    [Benchmark]
    public void LibraryVectors() => TensorPrimitives.Sigmoid<T>(_x, _y);

    /// <summary>Ours: the smallest results keep all their digits.</summary>
    [Benchmark]
    public void Fused() => Kernels.Sigmoid<T>(_x, _y, VectorPaths.Best);
}
