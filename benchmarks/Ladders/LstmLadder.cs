using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using Reference.LongShortTermMemory;
using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;

namespace Reference.Benchmarks;

/// <summary>
/// An LSTM of 128 units and 128 inputs over a sequence, forward: loops, equations with a product for each gate, with
/// one for all of them, and the layer, which has one for the input of all steps and fused gates.
/// </summary>
public class LstmLadder
{
    private const int H = 128;

    private LstmMatrices? _notes;
    private StackedLstm? _stacked;
    private LstmGates? _gates;
    private Matrix<double>[] _x = [];
    private double[][] _columns = [];
    private Matrix<double> _batch = Matrix<double>.Build.Dense(1, 1);
    private Lstm? _layer;

    /// <summary>T.</summary>
    [Params(1, 100)]
    public int Steps { get; set; } = 1;

    /// <summary>Weights in ±1/√H, one sample.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStream(1);
        _layer = new Lstm(H, H, new Sequences(Steps), Initializers.Uniform(random, 1 / Math.Sqrt(H)));
        _stacked = _layer.Weights;
        _notes = LstmEquations.Split(_stacked);
        Gate Of(GateMatrices gate) => new(gate.W.ToArray(), gate.b.Column(0).ToArray());
        _gates = new(Of(_notes.f), Of(_notes.i), Of(_notes.c), Of(_notes.o));
        _batch = Matrix<double>.Build.Dense(H, Steps, random.Normals(H * Steps));
        _x = [.. _batch.EnumerateColumns().Select(column => column.ToColumnMatrix())];
        _columns = _batch.ToColumnArrays();
    }

    /// <summary>(17.1)–(17.6) in loops.</summary>
    [Benchmark(Baseline = true)]
    public LstmStep[] Loops() => ScalarLstm.Forward(_gates!, _columns, new double[H], new double[H]);

    /// <summary>(17.1)–(17.6) with four matrices on [h, x].</summary>
    [Benchmark]
    public Matrix<double> FourProducts()
    {
        Matrix<double> h = Matrix<double>.Build.Dense(H, 1), C = h;
        foreach (Matrix<double> x in _x)
        {
            LstmMatrixStep step = LstmEquations.Step(_notes!, x, h, C);
            (h, C) = (step.h, step.C);
        }

        return h;
    }

    /// <summary>(17.7).</summary>
    [Benchmark]
    public Matrix<double> OneProduct()
    {
        Matrix<double> zero = Matrix<double>.Build.Dense(H, 1);
        return LstmEquations.Forward(_stacked!, _x, zero, zero)[^1].h;
    }

    /// <summary>In buffers of its own.</summary>
    [Benchmark]
    public MatrixView Layer() => _layer!.Forward(_batch.View());
}
