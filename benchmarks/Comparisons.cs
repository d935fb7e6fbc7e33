using MathNet.Numerics;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Regularization;

namespace Reference.Benchmarks;

/// <summary>
/// The comparisons of the README's tables, group by group: a group starts its peers, and ends them before the next.
/// </summary>
internal sealed class Comparisons(string python)
{
    private readonly RandomStream _random = new(1);
    private readonly ThreadClock _processor = new(elapsed: false), _elapsed = new(elapsed: true);

    /// <summary>Every group by its name.</summary>
    internal IReadOnlyList<(string Name, Action<Action<Comparison>> Run)> Groups =>
    [
        ("adam", Adam), ("threads", OnThreads), ("gelu", Gelu), ("products", Products), ("steps", Steps),
        ("norms", Norms), ("convolutions", Convolutions), ("words", Words),
        ("recurrent", measure => RecurrentComparisons.Measure(python, Turn, measure)),
        ("attention", measure => AttentionComparisons.Measure(python, Turn, measure)),
        ("transformer", measure => TransformerComparisons.Measure(python, Turn, measure)),
        ("autoencoder", measure => AutoencoderComparisons.Measure(python, Turn, measure)),
        ("language", measure => LanguageModelComparisons.Measure(python, Turn, measure)),
        ("rbm", measure => RbmComparisons.Measure(python, Turn, measure)),
        ("zeros", measure => ZeroComparisons.Measure(Turn, measure)),
    ];

    // A step of Adam on 10⁶ weights: libtorch's is its fused one.
    private void Adam(Action<Comparison> measure)
    {
        const int count = 1_000_000;
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, null, "optimizer", threads);
            var weights = new Parameter("w", _random.Normals(count));
            _random.FillNormal(weights.Gradients);
            var adam = new Adam([weights]);
            measure(Of($"Adam, 10⁶ weights, {threads} thread(s)", "libtorch", threads, adam.Step,
                () => peer.Ask($"float64 {count}")));
        }
    }

    // Functions on two threads against one, and against libtorch on two.
    private void OnThreads(Action<Comparison> measure)
    {
        using var peer = new PyTorchPeer(python, null, "functions", 2);
        foreach (int count in (int[])[100_000, 1_000_000])
        {
            double[] x = _random.Normals(count), y = new double[count];
            foreach ((string name, Action run) in new (string, Action)[]
            {
                ("exp", () => Kernels.Exp(x, y)), ("tanh", () => Kernels.Tanh(x, y)),
                ("sigmoid", () => Kernels.Sigmoid(x, y)), ("gelu", () => Kernels.Gelu(x, y)),
                ("softmax", () => Kernels.Softmax(x, y)), ("relu", () => Kernels.Relu(x, y)),
            })
            {
                measure(new($"{name}, {count} numbers, 2 threads", "one thread", () => Elapsed(2, run),
                    () => Elapsed(1, run)));
                measure(Of($"{name}, {count} numbers, 2 threads", "libtorch", 2, run,
                    () => peer.Ask($"{name} float64 {count}")));
            }
        }
    }

    // Skip-gram with negative sampling, sparse; ours is in double beside either.
    private void Words(Action<Comparison> measure)
    {
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, "words_peer.py", "words", threads);
            Embeddings.NegativeSampling model = WordsLadder.Model();
            int[] inputs = WordsLadder.Ids(1, WordsLadder.N), ends = [.. Enumerable.Range(1, WordsLadder.N)],
                outputs = WordsLadder.Ids(2, WordsLadder.N * WordsLadder.J);
            foreach (string type in (string[])["float64", "float32"])
            {
                measure(Of($"negative sampling, 10,000 × 128, batch 512, 5 negatives, {threads} thread(s)",
                    $"PyTorch {type}", threads, () => model.Step(inputs, ends, outputs, 0.01),
                    () => peer.Ask($"{type} {WordsLadder.V} {WordsLadder.D} {WordsLadder.N} {WordsLadder.J - 1}")));
            }
        }
    }

    private void Gelu(Action<Comparison> measure)
    {
        const int count = 1_000_000;
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, null, "functions", threads);
            float[] x = [.. _random.Normals(count).Select(v => (float)v)], y = new float[count];
            measure(Of($"GELU, float, 10⁶ numbers, {threads} thread(s)", "libtorch float32", threads,
                () => Kernels.Gelu(x, y), () => peer.Ask($"gelu float32 {count}")));
        }
    }

    private void Products(Action<Comparison> measure)
    {
        using var torch = new PyTorchPeer(python, "products.py", "products", 1);
        IComputeProvider simd = new SimdComputeProvider();
        IComputeProvider? blas = OpenBlasEntryPoints.Load(out _) is { } library
            ? new OpenBlasComputeProvider(library)
            : null;
        var digits = new GemmShape(256, 64, 784); // as many pixels are on as in digits
        foreach ((GemmShape shape, int count) in ((GemmShape, int)[])
            [(new(6, 6760, 9), 1), (new(64, 64, 64), 1), (new(64, 64, 64), 8), (new(64, 64, 64), 96), (digits, 1)])
        {
            string name = (count > 1 ? $"{count} times " : "") + $"{shape.M}×{shape.K} · {shape.K}×{shape.N}"
                + (shape == digits ? ", 13 % of it not 0" : "");
            Matrices<double> wide = Matrices.Random(shape, count);
            if (shape == digits)
            {
                Kernels.RandomBernoulli(_random, [.. Enumerable.Repeat(0.13, wide.B.Length)], wide.B);
            }

            Matrices<float> narrow = new(
                [.. wide.A.Select(v => (float)v)], [.. wide.B.Select(v => (float)v)], new float[wide.C.Length]);
            foreach (bool single in (bool[])[false, true])
            {
                Action Product(IComputeProvider? engine) => single
                    ? () => PeersCommand.Multiply(engine, shape, count, narrow)
                    : () => PeersCommand.Multiply(engine, shape, count, wide);
                string title = name + (single ? ", float" : ""), type = single ? "float32" : "float64";
                measure(Of(title, "OpenBLAS", 1, Product(simd), () => blas is null
                    ? double.NaN
                    : _processor.Turn(Product(blas))));
                measure(Of(title, $"PyTorch {type}", 1, Product(simd),
                    () => torch.Ask(PeersCommand.Asked(shape, count, type))));
            }
        }
    }

    // Training steps of networks, and what the guard adds to them.
    private void Steps(Action<Comparison> measure)
    {
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, "network_peer.py", "network", threads);
            foreach ((string widths, int batch) in ((string, int)[])
                [("784-128-64-10", 8), ("784-128-64-10", 64), ("784-2048-2048-10", 64)])
            {
                var step = new NetworkStep([.. widths.Split('-').Select(int.Parse)], batch);
                string name = $"step of {widths}, batch {batch}, {threads} thread(s)";
                measure(Of(name, "PyTorch float64", threads, step.Plain,
                    () => peer.Ask($"float64 {widths} {batch}")));
                measure(Of($"{name}, guarded", "the same unguarded", threads, step.Guarded,
                    () => Turn(threads, step.Plain)));
            }
        }
    }

    // Forward and backward in training.
    private void Norms(Action<Comparison> measure)
    {
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, "normalization_peer.py", "normalization", threads);
            foreach ((int features, int samples) in ((int, int)[])[(64, 512), (512, 64), (4096, 128), (128, 4096)])
            {
                MatrixView x = Matrices.Normal(_random, features, samples),
                    dy = Matrices.Normal(_random, features, samples);
                foreach ((string kind, ILayer layer) in ((string, ILayer)[])
                    [("batch", new BatchNormalization(features)), ("layer", new LayerNormalization(features))])
                {
                    measure(Of($"{kind} norm, {features} features × {samples} samples, {threads} thread(s)",
                        "PyTorch float64", threads,
                        () =>
                        {
                            layer.Forward(x);
                            layer.Backward(dy);
                        },
                        () => peer.Ask($"{kind} float64 {features} {samples}")));
                }
            }
        }
    }

    // Layers and training steps of convolutional networks.
    private void Convolutions(Action<Comparison> measure)
    {
        foreach (int threads in (int[])[1, 2])
        {
            using var peer = new PyTorchPeer(python, "convolution_peer.py", "convolution", threads);
            foreach (ConvolutionWork work in ConvolutionWork.All())
            {
                foreach (string type in work.Types)
                {
                    measure(Of($"{work.Name}, {threads} thread(s)", $"PyTorch {type}", threads, work.Run,
                        () => peer.Ask($"{type} {work.Line}")));
                }
            }
        }
    }

    private Comparison Of(string name, string peer, int threads, Action ours, Func<double> peers)
        => new(name, peer, () => Turn(threads, ours), peers);

    // On one thread its processor time, on several what passes.
    private double Turn(int threads, Action action)
    {
        Control.MaxDegreeOfParallelism = threads;
        return threads == 1 ? _processor.Turn(action) : Elapsed(threads, action);
    }

    private double Elapsed(int threads, Action action)
    {
        Control.MaxDegreeOfParallelism = threads;
        return _elapsed.Turn(action);
    }
}
