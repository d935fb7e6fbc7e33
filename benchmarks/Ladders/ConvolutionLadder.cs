using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using Reference.Convolutions;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// A convolution, forward: loops over every tap, patches written out as a matrix and one product, and the layer, which
/// reads patches in place. With <c>REFERENCE_PROVIDER=managed</c> the product of the second rung is a plain one.
/// </summary>
public class ConvolutionLadder
{
    private readonly Window _window = Window.Square(3, padding: 1);
    private Matrix<double> _x = Matrix<double>.Build.Dense(1, 1), _b = Matrix<double>.Build.Dense(1, 1);
    private double[,,] _image = new double[1, 1, 1];
    private double[,,,] _kernels = new double[1, 1, 1, 1];
    private Conv2D? _layer;

    /// <summary>H × W × C and the number of kernels.</summary>
    [Params("28×28×1→6", "28×28×32→64")]
    public string Shape { get; set; } = "28×28×1→6";

    /// <summary>Numbers of ordinary size.</summary>
    [GlobalSetup]
    public void Setup()
    {
        int[] sizes = [.. Shape.Split('×', '→').Select(int.Parse)];
        var image = new ImageShape(sizes[0], sizes[1], sizes[2]);
        var random = new RandomStream(1);
        _layer = new Conv2D(image, sizes[3], _window, Initializers.He(random));
        _x = Matrix<double>.Build.Dense(image.Length, 1, random.Normals(image.Length));
        _b = Matrix<double>.Build.Dense(sizes[3], 1);
        _image = new double[sizes[0], sizes[1], sizes[2]];
        Buffer.BlockCopy(_x.ToColumnMajorArray(), 0, _image, 0, sizeof(double) * image.Length);
        _kernels = new double[sizes[3], 3, 3, sizes[2]];
        Buffer.BlockCopy(
            _layer.Parameters[0].Value.ToRowMajorArray(), 0, _kernels, 0, sizeof(double) * _kernels.Length);
    }

    /// <summary>(12.4) tap by tap.</summary>
    [Benchmark(Baseline = true)]
    public double[,,] Loops() => ScalarConvolution.Forward(
        _image, _kernels, new double[_kernels.GetLength(0)], _window);

    /// <summary>(12.9) W P + b·1ᵀ.</summary>
    [Benchmark]
    public Matrix<double> Patches() =>
        ConvolutionEquations.Forward(_x, _layer!.Parameters[0].Value, _b, _layer.Input, _window);

    /// <summary>In buffers of its own, patches in place.</summary>
    [Benchmark]
    public MatrixView Layer() => _layer!.Forward(_x.View());
}
