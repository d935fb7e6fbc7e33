using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Backpropagation;
using Reference.Losses;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Benchmarks;

/// <summary>
/// One training step of the digits network 784-128-64-10 on a batch of 64, zeroing, both passes, loss and Adam:
/// loops over indices, matrix expressions, layers, layers under the guard of a training run.
/// </summary>
public class NetworkLadder
{
    private readonly Matrix<double> _x = Matrix<double>.Build.Dense(784, 64,
        new RandomStream(2).Uniforms(784 * 64, 0, 1));
    private readonly Matrix<double> _y = Matrix<double>.Build.Dense(10, 64, (k, n) => k == n % 10 ? 1 : 0);
    private readonly SoftmaxCrossEntropy _loss = new();
    private readonly double[,] _scalarX, _scalarY;
    private readonly ScalarLayer[] _scalars;
    private readonly (ScalarAdam[] W, ScalarAdam[] b)[] _rules;
    private readonly Sequential _network = DigitsNetwork.Build(new RandomStream(1));
    private readonly Adam _adam;
    private readonly Trainer _trainer;
    private readonly (Matrix<double> M, Matrix<double> S)[] _means;
    private MatrixLayer[] _matrices;
    private int _t;

    /// <summary>The same weights for every rung.</summary>
    public NetworkLadder()
    {
        Sequential guarded = DigitsNetwork.Build(new RandomStream(1));
        _adam = new Adam(_network.Parameters);
        _trainer = new Trainer(guarded, new SoftmaxCrossEntropy(), new Adam(guarded.Parameters));
        _matrices = [.. Enumerable.Range(0, 3).Select(l => new MatrixLayer(
            _network.Parameters[2 * l].Value.Clone(), _network.Parameters[2 * l + 1].Value.Column(0),
            l < 2 ? Activation.Relu : Activation.Linear))];
        _means = [.. _network.Parameters.Select(p => (0 * p.Value, 0 * p.Value))];
        _scalars = [.. _matrices.Select(layer => new ScalarLayer(layer.W.ToArray(), layer.B.ToArray(), layer.F))];
        _rules = [.. _scalars.Select(layer => (Rules(layer.W.Length), Rules(layer.Units)))];
        (_scalarX, _scalarY) = (_x.ToArray(), _y.ToArray());
    }

    private static ScalarAdam[] Rules(int count) => [.. Enumerable.Range(0, count).Select(_ => new ScalarAdam(1e-3))];

    /// <summary>Indexed equations in loops, sample by sample.</summary>
    [Benchmark(Baseline = true)]
    public double Scalar()
    {
        int N = _scalarX.GetLength(1);
        double loss = 0;
        ScalarGradient[] sum = [.. _scalars.Select(l =>
            new ScalarGradient(new double[l.Units, l.Inputs], new double[l.Units]))];
        for (int n = 0; n < N; n++)
        {
            ScalarPass pass = ScalarNetwork.Forward(_scalars, _scalarX.Column(n));
            double[] p = ScalarActivations.Softmax(pass.Output), y = _scalarY.Column(n);
            loss -= y.Zip(p, (y, p) => y > 0 ? y * Math.Log(p) : 0).Sum() / N;
            double[] δ = [.. p.Zip(y, (p, y) => (p - y) / N)];
            foreach ((ScalarGradient s,
                ScalarGradient g) in sum.Zip(ScalarBackpropagation.Gradients(_scalars, pass, δ)))
            {
                Add(s, g);
            }
        }

        for (int l = 0; l < _scalars.Length; l++)
        {
            Update(_scalars[l], _rules[l], sum[l]);
        }

        return loss;
    }

    private static void Add(ScalarGradient sum, ScalarGradient g)
    {
        for (int k = 0; k < g.dB.Length; k++)
        {
            sum.dB[k] += g.dB[k];
            for (int d = 0; d < g.dW.GetLength(1); d++)
            {
                sum.dW[k, d] += g.dW[k, d];
            }
        }
    }

    private static void Update(ScalarLayer layer, (ScalarAdam[] W, ScalarAdam[] b) rules, ScalarGradient g)
    {
        for (int k = 0; k < layer.Units; k++)
        {
            layer.B[k] = rules.b[k].Step(layer.B[k], g.dB[k]);
            for (int d = 0; d < layer.Inputs; d++)
            {
                layer.W[k, d] = rules.W[k * layer.Inputs + d].Step(layer.W[k, d], g.dW[k, d]);
            }
        }
    }

    /// <summary>Matrix equations, a new matrix an operation.</summary>
    [Benchmark]
    public double Equations()
    {
        _t++;
        MatrixPass pass = BackpropagationEquations.Forward(_matrices, _x);
        Matrix<double> δ = CategoricalEquations.CrossEntropyOfLogitsGradient(pass.Output, _y);
        IReadOnlyList<MatrixGradient> gradients = BackpropagationEquations.Gradients(_matrices, pass, δ);
        _matrices = [.. _matrices.Select((layer, l) => layer with
        {
            W = Moved(2 * l, layer.W, gradients[l].dW),
            B = Moved(2 * l + 1, layer.B.ToColumnMatrix(), gradients[l].dB.ToColumnMatrix()).Column(0),
        })];
        return CategoricalEquations.CrossEntropyOfLogits(pass.Output, _y);
    }

    private Matrix<double> Moved(int i, Matrix<double> w, Matrix<double> g)
    {
        (Matrix<double> moved, Matrix<double> m, Matrix<double> s) =
            OptimizerEquations.Adam(w, _means[i].M, _means[i].S, g, _t, 1e-3);
        _means[i] = (m, s);
        return moved;
    }

    /// <summary>Layers in buffers of their own, packed products and fused kernels.</summary>
    [Benchmark]
    public double Layers()
    {
        _adam.ZeroGradients();
        double loss = _loss.Forward(_network.Forward(_x.View()), _y.View());
        _network.Backward(_loss.Backward(), inputGradient: false);
        _adam.Step();
        return loss;
    }

    /// <summary>The same, with every weight looked at and kept after each step.</summary>
    [Benchmark]
    public double Guarded() => _trainer.Step(_x, _y);

    /// <summary>The sizes, for the peers.</summary>
    internal static IReadOnlyList<int> Widths => DigitsNetwork.Sizes;
}
