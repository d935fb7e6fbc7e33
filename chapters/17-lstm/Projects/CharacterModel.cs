using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Datasets;
using Reference.Embeddings;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.LongShortTermMemory;

/// <summary>How a character model is trained.</summary>
public sealed record CharacterSettings(
    int Steps = 2000, int BatchSize = 32, int Length = 64, double LearningRate = 2e-3, int Embedding = 64,
    int Units = 128);

/// <summary>A language model of characters: embedding, LSTM, and a score for each character that may come next,
/// (17.15). S4-193, S4-192, S2-206.</summary>
public sealed class CharacterModel
{
    private readonly Sequences _sequences;
    private readonly Embedding _embedding;
    private readonly Lstm _lstm;
    private readonly Dense _head;
    private readonly RandomStream _random;
    private readonly CharacterSettings _settings;

    /// <summary>A model for the characters of a text, drawn from a seed as PyTorch draws it.</summary>
    public CharacterModel(CharacterText text, CharacterSettings settings, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(settings);
        (Text, _settings, _random) = (text, settings, new RandomStream(seed));
        int V = text.Characters.Count;
        Initializer uniform = Initializers.Uniform(_random, 1 / Math.Sqrt(settings.Units));
        _sequences = new Sequences(settings.Length);
        _embedding = new Embedding(V, settings.Embedding, Initializers.Normal(_random, 1), settings.Length);
        _lstm = new Lstm(settings.Embedding, settings.Units, _sequences, uniform, bias: uniform);
        _head = new Dense(settings.Units, V, uniform, uniform);
        Network = new Sequential(_embedding, _lstm, _head);
    }

    /// <summary>The text.</summary>
    public CharacterText Text { get; }

    /// <summary>The network. // ids [T × N] → scores [V × N·T]</summary>
    public Sequential Network { get; }

    /// <summary>Adam with a cosine to 0 on windows that start anywhere; gradients are clipped at norm 1. The callback
    /// gets the steps done and the loss of the batch.</summary>
    public void Train(Action<int, double>? after = null)
    {
        int T = _settings.Length, V = Text.Characters.Count, N = _settings.BatchSize;
        Matrix<double> X = Matrix<double>.Build.Dense(T, N), Y = Matrix<double>.Build.Dense(V, N * T);
        var adam = new Adam(Network.Parameters, _settings.LearningRate);
        var trainer = new Trainer(Network, new SoftmaxCrossEntropy(), new ClippedOptimizer(adam, 1));
        for (int step = 0; step < _settings.Steps; step++)
        {
            CharacterText.Draw(Text.Training, _random, X, Y);
            adam.LearningRate = Math.Max(Schedule.Cosine(_settings.LearningRate, 1e-9, _settings.Steps, step), 1e-9);
            double loss = trainer.Step(X, Y);
            after?.Invoke(step + 1, loss);
        }
    }

    /// <summary>The mean negative log-likelihood of the next character over windows of T that lie one after another,
    /// each from the state 0, in nats; its exponential is the perplexity, (17.16).</summary>
    public double Evaluate(ReadOnlySpan<int> ids)
    {
        int T = _settings.Length, V = Text.Characters.Count, windows = (ids.Length - 1) / T;
        double sum = 0;
        var loss = new SoftmaxCrossEntropy();
        for (int begin = 0; begin < windows; begin += _settings.BatchSize)
        {
            int N = Math.Min(_settings.BatchSize, windows - begin);
            Matrix<double> X = Matrix<double>.Build.Dense(T, N), Y = Matrix<double>.Build.Dense(V, N * T);
            for (int n = 0; n < N; n++)
            {
                CharacterText.Window(ids, (begin + n) * T, n, X, Y);
            }

            sum += N * loss.Forward(Network.Forward(X.View(), Mode.Inference), Y.View()); // (17.15)
        }

        return sum / windows;
    }

    /// <summary>A text that goes on from a prompt, each character drawn from softmax(z / temperature); 0 takes the
    /// likeliest.</summary>
    public string Generate(string prompt, int count, double temperature, RandomStream random)
    {
        Require.NotEmpty(prompt.Length, nameof(prompt));
        List<int> ids = [.. Text.Encode(prompt)];
        Embedding one = _embedding.WithTokens(1);
        MatrixView state = default;
        _sequences.Expect(1);
        for (int read = 0; ids.Count < prompt.Length + count; read++)
        {
            MatrixView h = _lstm.Forward(
                one.Forward(Matrices.Column(ids[read]).View(), Mode.Inference), state, Mode.Inference);
            state = _lstm.LastState;
            if (read == ids.Count - 1)
            {
                ids.Add(Draw(_head.Forward(h, Mode.Inference).Column(0), temperature, random));
            }
        }

        _sequences.Expect(_settings.Length);
        return Text.Decode(ids);
    }

    /// <summary>The weights, with the characters and sizes that a model needs to read them.</summary>
    public Checkpoint Save() => new(StateDictionary.Of(Network), new Dictionary<string, string>
    {
        ["characters"] = string.Concat(Text.Characters),
        ["embedding"] = $"{_settings.Embedding}",
        ["units"] = $"{_settings.Units}",
    });

    /// <summary>A model from its file.</summary>
    public static CharacterModel Load(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        string Of(string key) => checkpoint.Metadata.TryGetValue(key, out string? value)
            ? value
            : throw new ArgumentException($"Expected a character model with its {key}; the file has none.");
        var settings = new CharacterSettings(
            Embedding: int.Parse(Of("embedding"), CultureInfo.InvariantCulture),
            Units: int.Parse(Of("units"), CultureInfo.InvariantCulture));
        var model = new CharacterModel(new CharacterText(Of("characters")), settings, 0);
        StateDictionary.Load(model.Network, checkpoint.Tensors);
        return model;
    }

    private static int Draw(ReadOnlySpan<double> z, double temperature, RandomStream random)
    {
        double[] scores = z.ToArray();
        if (temperature == 0)
        {
            return Array.IndexOf(scores, scores.Max());
        }

        double[] p = ScalarActivations.Softmax([.. scores.Select(score => score / temperature)]); // (17.15)
        double rest = random.Uniform();
        int drawn = 0;
        while (drawn < p.Length - 1 && (rest -= p[drawn]) >= 0)
        {
            drawn++;
        }

        return drawn;
    }
}
