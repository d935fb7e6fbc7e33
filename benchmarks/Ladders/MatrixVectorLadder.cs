using System.Numerics;
using BenchmarkDotNet.Attributes;
using Reference.Numerics;
using Reference.Numerics.Ladder;

namespace Reference.Benchmarks;

/// <summary>A·x for A [n × n]: every number of A is used once, so the memory it lies in sets the pace.</summary>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
public class MatrixVectorLadder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IReadOnlyList<IMatrixVectorRung<T>> _rungs = Numerics.Ladder.MatrixVectorLadder.Rungs<T>();
    private T[] _a = [], _x = [], _y = [];

    /// <summary>A in the first cache, the second, the third, and beyond.</summary>
    [Params(64, 256, 1024, 4096)]
    public int N { get; set; }

    /// <summary>Numbers from −1 to 1.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStream(1);
        _a = [.. random.Uniforms(N * N, -1, 1).Select(T.CreateTruncating)];
        _x = [.. random.Uniforms(N, -1, 1).Select(T.CreateTruncating)];
        _y = new T[N];
    }

    /// <inheritdoc cref="MatrixVectorByRows{T}"/>
    [Benchmark(Baseline = true)]
    public void ByRows() => _rungs[0].Multiply(_a, _x, _y);

    /// <inheritdoc cref="MatrixVectorByColumns{T}"/>
    [Benchmark]
    public void ByColumns() => _rungs[1].Multiply(_a, _x, _y);

    /// <inheritdoc cref="MatrixVectorOverVectors{T}"/>
    [Benchmark]
    public void OverVectors() => _rungs[2].Multiply(_a, _x, _y);

    /// <inheritdoc cref="MatrixVectorFourColumns{T}"/>
    [Benchmark]
    public void FourColumns() => _rungs[3].Multiply(_a, _x, _y);

    /// <inheritdoc cref="MatrixVectorKernel{T}"/>
    [Benchmark]
    public void Kernel() => _rungs[4].Multiply(_a, _x, _y);

    /// <inheritdoc cref="MatrixVectorOnThreads{T}"/>
    [Benchmark]
    public void OnThreads() => _rungs[5].Multiply(_a, _x, _y);
}
