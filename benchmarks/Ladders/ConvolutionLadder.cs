using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using Reference.Convolutions;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// A convolution, forward and backward: loops over every tap, patches written out as a matrix and one product, tiles
/// of patches that stay in the caches, and the layer, which reads patches in place. With
/// <c>REFERENCE_PROVIDER=managed</c> the products of the second and third rung are plain ones.
/// </summary>
public class ConvolutionLadder
{
    private readonly Window _window = Window.Square(3, padding: 1);
    private Matrix<double> _x = Matrix<double>.Build.Dense(1, 1), _b = Matrix<double>.Build.Dense(1, 1), _dy, _y;
    private double[,,] _image = new double[1, 1, 1], _gradient = new double[1, 1, 1];
    private double[,,,] _kernels = new double[1, 1, 1, 1];
    private Conv2D? _layer;
    private TiledConvolution? _tiled;

    /// <summary>Sizes of the smallest image.</summary>
    public ConvolutionLadder() => _dy = _y = _x;

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
        _tiled = new TiledConvolution(image, _window);
        _x = Matrix<double>.Build.Dense(image.Length, 1, random.Normals(image.Length));
        _dy = Matrix<double>.Build.Dense(_layer.Outputs, 1, random.Normals(_layer.Outputs));
        _y = Matrix<double>.Build.Dense(_layer.Outputs, 1);
        _b = Matrix<double>.Build.Dense(sizes[3], 1);
        _image = new double[sizes[0], sizes[1], sizes[2]];
        Buffer.BlockCopy(_x.ToColumnMajorArray(), 0, _image, 0, sizeof(double) * image.Length);
        _gradient = new double[sizes[0], sizes[1], sizes[3]];
        Buffer.BlockCopy(_dy.ToColumnMajorArray(), 0, _gradient, 0, sizeof(double) * _layer.Outputs);
        _kernels = new double[sizes[3], 3, 3, sizes[2]];
        Buffer.BlockCopy(
            _layer.Parameters[0].Value.ToRowMajorArray(), 0, _kernels, 0, sizeof(double) * _kernels.Length);
    }

    /// <summary>(12.4), (12.6), (12.7) and (12.8) tap by tap.</summary>
    [Benchmark(Baseline = true)]
    public double[,,] Loops()
    {
        ScalarConvolution.Forward(_image, _kernels, new double[_kernels.GetLength(0)], _window);
        ScalarConvolution.BiasGradient(_gradient);
        ScalarConvolution.KernelGradient(_image, _gradient, _window);
        return ScalarConvolution.InputGradient(
            _gradient, _kernels, _image.GetLength(0), _image.GetLength(1), _window);
    }

    /// <summary>(12.9), (12.10) and (12.11): W P + b·1ᵀ and its gradients.</summary>
    [Benchmark]
    public Matrix<double> Patches()
    {
        Matrix<double> W = _layer!.Parameters[0].Value;
        ConvolutionEquations.Forward(_x, W, _b, _layer.Input, _window);
        ConvolutionEquations.ParameterGradients(_x, _dy, W.RowCount, _layer.Input, _window);
        return ConvolutionEquations.InputGradient(_dy, W, _layer.Input, _window);
    }

    /// <summary>The same in tiles of 64 patches.</summary>
    [Benchmark]
    public double[] Tiles()
    {
        Optimizers.Parameter W = _layer!.Parameters[0], b = _layer.Parameters[1];
        int O = W.Value.RowCount;
        var dx = new double[_x.RowCount];
        double[] x = _x.AsColumnMajorArray();
        _tiled!.Forward(x, W.Value.View(), _b.View(), _y.View().Reshape(O, _y.RowCount / O));
        _tiled.Backward(
            x, W.Value.View(), _dy.View().Reshape(O, _y.RowCount / O), W.Gradient.View(), b.Gradient.View(), dx);
        return dx;
    }

    /// <summary>In buffers of its own, patches in place.</summary>
    [Benchmark]
    public MatrixView Layer()
    {
        _layer!.Forward(_x.View());
        return _layer.Backward(_dy.View());
    }
}
