using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Notes = Reference.Activations.ScalarActivations;

namespace Reference.Benchmarks;

/// <summary>
/// One training step of the digits network 784-128-64-10 on a batch of 64, zeroing, both passes, loss and Adam:
/// loops over indices, matrix expressions, layers, layers under the guard of a training run.
/// </summary>
public class NetworkLadder
{
    private readonly Matrix<double> _x = Matrix<double>.Build.Dense(784, 64, new RandomStream(2).Uniforms(784 * 64, 0, 1));
    private readonly Matrix<double> _y = Matrix<double>.Build.Dense(10, 64, (k, n) => k == n % 10 ? 1 : 0);
    private readonly SoftmaxCrossEntropy _loss = new();
    private Sequential? _network;
    private Adam? _adam;
    private Trainer? _trainer;
    private double[,] _scalarX = new double[0, 0], _scalarY = new double[0, 0];
    private (double[,] W, double[] b, ScalarAdam[] RulesW, ScalarAdam[] RulesB)[] _scalar = [];
    private (Matrix<double> W, Matrix<double> b)[] _weights = [];
    private (Matrix<double> M, Matrix<double> S)[] _means = [];
    private int _t;

    /// <summary>The same weights for every rung.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _network = DigitsNetwork.Build(new RandomStream(1));
        _adam = new Adam(_network.Parameters);
        Sequential guarded = DigitsNetwork.Build(new RandomStream(1));
        _trainer = new Trainer(guarded, new SoftmaxCrossEntropy(), new Adam(guarded.Parameters));
        _weights = [.. Enumerable.Range(0, 3).Select(l => (_network.Parameters[2 * l].Value.Clone(), _network.Parameters[2 * l + 1].Value.Clone()))];
        _means = [.. _network.Parameters.Select(p => (0 * p.Value, 0 * p.Value))];
        _scalar = [.. _weights.Select(p => (p.W.ToArray(), p.b.Column(0).ToArray(), Rules(p.W.RowCount * p.W.ColumnCount), Rules(p.b.RowCount)))];
        (_scalarX, _scalarY) = (_x.ToArray(), _y.ToArray());
    }

    private static ScalarAdam[] Rules(int count) => [.. Enumerable.Range(0, count).Select(_ => new ScalarAdam(1e-3))];

    /// <summary>Indexed equations in loops.</summary>
    [Benchmark(Baseline = true)]
    public double Scalar()
    {
        int L = _scalar.Length, N = _scalarX.GetLength(1);
        var inputs = new double[L][,];
        var scores = new double[L][,];
        double[,] a = _scalarX;
        for (int l = 0; l < L; l++)
        {
            inputs[l] = a;
            scores[l] = ScalarDense.Forward(_scalar[l].W, _scalar[l].b, a);
            a = l < L - 1 ? Map(scores[l], Notes.Relu) : scores[l];
        }

        double loss = 0;
        var δ = new double[10, N];
        for (int n = 0; n < N; n++)
        {
            double[] p = Notes.Softmax([.. Enumerable.Range(0, 10).Select(k => a[k, n])]);
            for (int k = 0; k < 10; k++)
            {
                δ[k, n] = (p[k] - _scalarY[k, n]) / N;
                loss -= _scalarY[k, n] > 0 ? Math.Log(p[k]) / N : 0;
            }
        }

        for (int l = L - 1; l >= 0; l--)
        {
            (double[,] dW, double[] db, double[,] dX) = ScalarDense.Backward(_scalar[l].W, inputs[l], δ);
            if (l > 0)
            {
                δ = Product(dX, Map(scores[l - 1], Notes.ReluDerivative));
            }

            Update(_scalar[l], dW, db);
        }

        return loss;
    }

    private static double[,] Map(double[,] z, Func<double, double> f)
    {
        var y = new double[z.GetLength(0), z.GetLength(1)];
        for (int i = 0; i < y.GetLength(0); i++)
        {
            for (int n = 0; n < y.GetLength(1); n++)
            {
                y[i, n] = f(z[i, n]);
            }
        }

        return y;
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int n = 0; n < a.GetLength(1); n++)
            {
                a[i, n] *= b[i, n];
            }
        }

        return a;
    }

    private static void Update((double[,] W, double[] b, ScalarAdam[] RulesW, ScalarAdam[] RulesB) layer, double[,] dW, double[] db)
    {
        for (int k = 0; k < db.Length; k++)
        {
            layer.b[k] = layer.RulesB[k].Step(layer.b[k], db[k]);
            for (int d = 0; d < dW.GetLength(1); d++)
            {
                layer.W[k, d] = layer.RulesW[k * dW.GetLength(1) + d].Step(layer.W[k, d], dW[k, d]);
            }
        }
    }

    /// <summary>Matrix equations, a new matrix an operation.</summary>
    [Benchmark]
    public double Equations()
    {
        _t++;
        var inputs = new Matrix<double>[3];
        var scores = new Matrix<double>[3];
        Matrix<double> a = _x;
        for (int l = 0; l < 3; l++)
        {
            inputs[l] = a;
            scores[l] = DenseEquations.Forward(_weights[l].W, _weights[l].b.Column(0), a);
            a = l < 2 ? ActivationEquations.Forward(Activation.Relu, scores[l]) : scores[l];
        }

        double loss = CategoricalEquations.CrossEntropyOfLogits(a, _y);
        Matrix<double> δ = CategoricalEquations.CrossEntropyOfLogitsGradient(a, _y);
        for (int l = 2; l >= 0; l--)
        {
            (Matrix<double> dW, Vector<double> db, Matrix<double> dX) = DenseEquations.Backward(_weights[l].W, inputs[l], δ);
            δ = l > 0 ? ActivationEquations.Backward(Activation.Relu, scores[l - 1], dX) : δ;
            _weights[l] = (Moved(2 * l, _weights[l].W, dW), Moved(2 * l + 1, _weights[l].b, db.ToColumnMatrix()));
        }

        return loss;
    }

    private Matrix<double> Moved(int i, Matrix<double> w, Matrix<double> g)
    {
        (Matrix<double> moved, Matrix<double> m, Matrix<double> s) = OptimizerEquations.Adam(w, _means[i].M, _means[i].S, g, _t, 1e-3);
        _means[i] = (m, s);
        return moved;
    }

    /// <summary>Layers in buffers of their own, packed products and fused kernels.</summary>
    [Benchmark]
    public double Layers()
    {
        _adam!.ZeroGradients();
        double loss = _loss.Forward(_network!.Forward(_x), _y);
        _network.Accumulate(_loss.Backward());
        _adam.Step();
        return loss;
    }

    /// <summary>The same, with every weight looked at and kept after each step.</summary>
    [Benchmark]
    public double Guarded() => _trainer!.Step(_x, _y);

    /// <summary>The sizes, for the peers.</summary>
    internal static IReadOnlyList<int> Widths => DigitsNetwork.Sizes;
}
