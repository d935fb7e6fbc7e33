using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using Reference.BoltzmannMachines;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Benchmarks;

/// <summary>An epoch of CD-1 on 7,000 digits with 256 hidden units in batches of 64: loops, matrices with a number
/// drawn at a time, and the layer, whose states are drawn in bulk.</summary>
public class RbmLadder
{
    /// <summary>Visible and hidden units, samples, and those of a batch.</summary>
    public const int D = 784, H = 256, N = 7000, Batch = 64;

    private const double Rate = 0.05, On = 0.13;

    private readonly RandomStream _random = new(1);
    private Matrix<double> _X = Binary(1);
    private BernoulliRbm? _machine;
    private RbmTrainer? _trainer;
    private ColumnSamples? _samples;

    /// <summary>As many pixels are on as in digits.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _X = Binary(N);
        _samples = new(_X);
        (_machine, _trainer) = Trained();
    }

    /// <summary>(24.3), (24.4) and (24.10) in loops, sample by sample.</summary>
    [Benchmark(Baseline = true)]
    public void Loops()
    {
        double[,] W = _machine!.Parameters[0].Value.ToArray();
        double[] b = _machine.Parameters[1].Values.ToArray(), c = _machine.Parameters[2].Values.ToArray();
        for (int n = 0; n < N; n++)
        {
            RbmWeights step = ScalarRbm.ContrastiveDivergence(
                new(W, b, c), _X.Column(n).ToArray(), [_random.Uniforms(H, 0, 1)], [_random.Uniforms(D, 0, 1)]);
            for (int j = 0; j < H; j++)
            {
                c[j] += Rate / Batch * step.c[j];
                for (int i = 0; i < D; i++)
                {
                    W[j, i] += Rate / Batch * step.W[j, i];
                }
            }

            for (int i = 0; i < D; i++)
            {
                b[i] += Rate / Batch * step.b[i];
            }
        }
    }

    /// <summary>The same in matrices, which every operation makes anew.</summary>
    [Benchmark]
    public Matrix<double> Matrices()
    {
        Matrix<double> W = _machine!.Parameters[0].Value.Clone(), b = _machine.Parameters[1].Value.Clone(),
            c = _machine.Parameters[2].Value.Clone();
        for (int n = 0; n + Batch <= N; n += Batch)
        {
            Matrix<double> V = _X.SubMatrix(0, D, n, Batch), P = RbmEquations.HiddenMeans(W, c, V),
                v = Drawn(RbmEquations.VisibleMeans(W, b, Drawn(P)));
            (Matrix<double> dW, Matrix<double> db, Matrix<double> dc) =
                RbmEquations.ContrastiveDivergence(P, V, RbmEquations.HiddenMeans(W, c, v), v);
            (W, b, c) = (W + Rate * dW, b + Rate * db, c + Rate * dc);
        }

        return W;
    }

    /// <summary>In buffers of its own.</summary>
    [Benchmark]
    public void Layer() => Fit(1);

    /// <summary>So many epochs of the layer.</summary>
    internal static Action Run(int epochs)
    {
        var ladder = new RbmLadder();
        ladder.Setup();
        return () => ladder.Fit(epochs);
    }

    /// <summary>The same in single precision.</summary>
    internal static Action SingleRun(int epochs)
    {
        float[] X = [.. Binary(N).Enumerate().Select(v => (float)v)];
        var machine = new SingleRbm(D, H, Batch, (float)Rate);
        machine.VisibleBiases.Fill((float)Math.Log(On / (1 - On)));
        return () => machine.Run(X, epochs);
    }

    private void Fit(int epochs) => _trainer!.Fit(_samples!, epochs, Batch, _random);

    private static (BernoulliRbm Machine, RbmTrainer Trainer) Trained()
    {
        var random = new RandomStream(2);
        var machine = new BernoulliRbm(D, H, random);
        machine.Parameters[1].Values.Fill(Math.Log(On / (1 - On))); // on as often as pixels, as soon in training
        return (machine, new(machine, new ContrastiveDivergence(machine, 1, random),
            new GradientDescent(machine.Parameters, Rate)));
    }

    private static Matrix<double> Binary(int samples)
    {
        double[] states = new double[D * samples];
        Kernels.RandomBernoulli(new RandomStream(3), [.. Enumerable.Repeat(On, states.Length)], states);
        return Matrix<double>.Build.Dense(D, samples, states);
    }

    private Matrix<double> Drawn(Matrix<double> P) => P.Map(p => _random.Uniform() < p ? 1.0 : 0);
}
