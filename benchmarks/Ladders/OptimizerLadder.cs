using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Benchmarks;

/// <summary>
/// One step of an optimizer on 10⁶ weights: scalar rule by scalar rule, matrix expressions, one fused pass.
/// </summary>
public class OptimizerLadder
{
    private const int Side = 1000;
    private readonly ScalarAdam[] _rules = [.. Enumerable.Range(0, Side * Side).Select(_ => new ScalarAdam(1e-3))];
    private Matrix<double> _w = Matrix<double>.Build.Dense(Side, Side), _g = Matrix<double>.Build.Dense(Side, Side);
    private Matrix<double> _m = Matrix<double>.Build.Dense(Side, Side), _s = Matrix<double>.Build.Dense(Side, Side);
    private double[] _weights = [], _gradients = [];
    private Adam? _adam;
    private Momentum? _momentum;
    private int _t;

    /// <summary>Weights and gradients of ordinary size.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStream(1);
        _weights = random.Normals(Side * Side);
        _gradients = random.Normals(Side * Side);
        _w = Matrix<double>.Build.Dense(Side, Side, [.. _weights]);
        _g = Matrix<double>.Build.Dense(Side, Side, [.. _gradients]);
        var parameter = new Parameter("W", _w.Clone());
        parameter.Accumulate(_g);
        _adam = new Adam([parameter], 1e-3);
        _momentum = new Momentum([parameter], 1e-3);
    }

    /// <summary>The notes' rule, one weight after the other.</summary>
    [Benchmark(Baseline = true)]
    public void AdamScalar()
    {
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] = _rules[i].Step(_weights[i], _gradients[i]);
        }
    }

    /// <summary>The matrix equations, a new matrix an operation.</summary>
    [Benchmark]
    public void AdamEquations() => (_w, _m, _s) = OptimizerEquations.Adam(_w, _m, _s, _g, ++_t, 1e-3);

    /// <summary>One pass over weights, gradients and both states.</summary>
    [Benchmark]
    public void AdamFused() => _adam!.Step();

    /// <summary>One pass over weights, gradients and velocities.</summary>
    [Benchmark]
    public void MomentumFused() => _momentum!.Step();
}
