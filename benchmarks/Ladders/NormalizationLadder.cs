using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Regularization;

namespace Reference.Benchmarks;

/// <summary>
/// Batch and layer normalization, forward and backward: matrix expressions, then layers. Features × samples: 64 × 512
/// as after a small dense layer, 4096 × 128 as in a wide one; <c>peers/normalization_peer.py</c> does the same work.
/// </summary>
public class NormalizationLadder
{
    private Matrix<double> _x = Matrix<double>.Build.Dense(1, 1), _dy = Matrix<double>.Build.Dense(1, 1);
    private Vector<double> _γ = Vector<double>.Build.Dense(1);
    private ILayer? _batch, _layer;

    /// <summary>Features and samples.</summary>
    [Params("64 × 512", "4096 × 128")]
    public string Shape { get; set; } = "64 × 512";

    /// <summary>Numbers of ordinary size.</summary>
    [GlobalSetup]
    public void Setup()
    {
        int[] sizes = [.. Shape.Split('×').Select(int.Parse)];
        var random = new RandomStream(1);
        _x = Matrix<double>.Build.Dense(sizes[0], sizes[1], random.Normals(sizes[0] * sizes[1]));
        _dy = Matrix<double>.Build.Dense(sizes[0], sizes[1], random.Normals(sizes[0] * sizes[1]));
        _γ = Vector<double>.Build.Dense(sizes[0], 1);
        (_batch, _layer) = (new BatchNormalization(sizes[0]), new LayerNormalization(sizes[0]));
    }

    /// <summary>Batch norm, a new matrix an operation.</summary>
    [Benchmark(Baseline = true)]
    public Matrix<double> BatchEquations()
    {
        (Matrix<double> x̂, Vector<double> s) = NormalizationEquations.Standardize(_x);
        _ = NormalizationEquations.AffineBackward(x̂, _dy);
        return NormalizationEquations.Backward(x̂, s, NormalizationEquations.Diagonal(_γ) * _dy);
    }

    /// <summary>Batch norm in buffers of its own.</summary>
    [Benchmark]
    public MatrixView Batch() => Pass(_batch!);

    /// <summary>Layer norm in buffers of its own.</summary>
    [Benchmark]
    public MatrixView Layer() => Pass(_layer!);

    private MatrixView Pass(ILayer layer)
    {
        layer.Forward(_x.View());
        return layer.Backward(_dy.View());
    }
}
