using BenchmarkDotNet.Attributes;
using Reference.Embeddings;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Benchmarks;

/// <summary>
/// A step of skip-gram with negative sampling, 10,000 words of 128 numbers, 512 predictions, five words of noise each:
/// loops over dense gradients, loops over the columns of the batch, layers with sparse gradients, the fused step.
/// </summary>
public class WordsLadder
{
    internal const int V = 10_000, D = 128, N = 512, J = 6;

    private readonly int[] _inputs = Ids(1, N), _ends = [.. Enumerable.Range(1, N)], _outputs = Ids(2, N * J);
    private readonly double[] _w = Start(1), _u = Start(2), _dw = new double[V * D], _du = new double[V * D];
    private readonly NegativeSampling _fused = Model();
    private readonly Embedding _words = new(V, D, Initializers.Normal(new RandomStream(1), 0.1));
    private readonly Embedding _predicted = new(V, D, Initializers.Normal(new RandomStream(2), 0.1));
    private readonly MatrixView _x = Row(1, N), _y = Row(2, N * J), _dH = new(D, N), _dU = new(D, N * J);
    private GradientDescent? _descent;

    /// <summary>Small vectors, so that steps do not drift far.</summary>
    internal static NegativeSampling Model()
    {
        var model = new NegativeSampling(V, V, D, new RandomStream(1));
        Start(2).CopyTo(model.Outputs.Values, 0);
        return model;
    }

    internal static int[] Ids(ulong seed, int count)
    {
        var random = new RandomStream(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Below(V))];
    }

    /// <summary>Gradients of all words are cleared, added to and applied.</summary>
    [Benchmark(Baseline = true)]
    public void LoopsDense()
    {
        Array.Clear(_dw);
        Array.Clear(_du);
        Gradients(_dw, _du);
        for (int i = 0; i < V * D; i++)
        {
            _w[i] -= 0.01 * _dw[i];
            _u[i] -= 0.01 * _du[i];
        }
    }

    /// <summary>The same loops; only columns of the batch are applied, and then cleared.</summary>
    [Benchmark]
    public void LoopsSparse()
    {
        Gradients(_dw, _du);
        Apply(_w, _dw, _inputs);
        Apply(_u, _du, _outputs);
    }

    /// <summary>Two embedding layers with sparse gradients and an optimizer, vectorized.</summary>
    [Benchmark]
    public void Layers()
    {
        _descent ??= new([_words.Parameters[0], _predicted.Parameters[0]], 0.01);
        _descent.ZeroGradients();
        MatrixView H = _words.Forward(_x), U = _predicted.Forward(_y);
        _dH.Fill(0);
        for (int i = 0; i < N * J; i++)
        {
            ReadOnlySpan<double> h = H.Column(i / J), u = U.Column(i);
            double δ = 1 / (1 + Math.Exp(-Kernels.Dot(h, u))) - (i % J == 0 ? 1 : 0);
            Kernels.Axpby(δ, u, 1, _dH.Column(i / J));
            Kernels.Axpby(δ, h, 0, _dU.Column(i));
        }

        _words.Backward(_dH);
        _predicted.Backward(_dU);
        _descent.Step();
    }

    /// <summary>The chapter's step: no gradient is stored.</summary>
    [Benchmark]
    public double Fused() => _fused.Step(_inputs, _ends, _outputs, 0.01);

    private void Gradients(double[] dw, double[] du)
    {
        for (int i = 0; i < N * J; i++)
        {
            (int c, int o) = (_inputs[i / J] * D, _outputs[i] * D);
            double z = 0;
            for (int d = 0; d < D; d++)
            {
                z += _w[c + d] * _u[o + d];
            }

            double δ = 1 / (1 + Math.Exp(-z)) - (i % J == 0 ? 1 : 0);
            for (int d = 0; d < D; d++)
            {
                dw[c + d] += δ * _u[o + d];
                du[o + d] += δ * _w[c + d];
            }
        }
    }

    private static void Apply(double[] w, double[] dw, int[] ids)
    {
        foreach (int id in ids)
        {
            for (int i = id * D; i < (id + 1) * D; i++)
            {
                w[i] -= 0.01 * dw[i];
                dw[i] = 0;
            }
        }
    }

    private static double[] Start(ulong seed)
    {
        double[] values = new double[V * D];
        new RandomStream(seed).FillUniform(values, -0.1, 0.1);
        return values;
    }

    private static MatrixView Row(ulong seed, int count) =>
        new([.. Ids(seed, count).Select(id => (double)id)], 1, count);
}
