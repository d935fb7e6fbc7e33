using System.Globalization;
using Reference.Datasets;
using Reference.LongShortTermMemory;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LanguageModels;

/// <summary>How a GPT is trained: the two-minute setting; <see cref="Notes"/> is that of the notes. S1-280, S1-286,
/// S1-292.</summary>
public sealed record TrainingSettings(
    int Iterations = 2000, int BatchSize = 12, double LearningRate = 2e-3, double WeightDecay = 0.1, int WarmUp = 100,
    int ValidationEvery = 10, int ValidationBatches = 1, int TextEvery = 100)
{
    /// <summary>5,000 iterations of 64 windows; the notes leave the learning rate open.</summary>
    public static TrainingSettings Notes { get; } = new(5000, 64, 1e-3);

    /// <summary>Windows that are read: <c>num_samples</c> of the notes' sampler. S1-282</summary>
    public int Samples => Iterations * BatchSize;
}

/// <summary>
/// Training of a GPT on a text: AdamW with warm-up and a cosine to a tenth of the rate, gradients clipped at norm 1,
/// the loss of every batch, and every few steps that of the first validation batches. A run can stop at any step and
/// go on from its checkpoint as if it had not. S1-279, S1-284, S1-288, S1-290, S1-291.
/// </summary>
public sealed class GptTraining
{
    private readonly TokenBlocks _training, _validation;
    private readonly RandomStream _random;
    private readonly AdamW _adam;
    private readonly LossGuard _guard;
    private readonly TokenCrossEntropy _loss = new();
    private readonly MatrixView _X; // [T × N]
    private readonly int[] _y; // [N·T]
    private readonly double[] _w; // [N·T]
    private readonly ulong _seed;
    private readonly TextGenerator _generator;
    private readonly List<double> _losses = [], _validated = [];
    private readonly List<string> _texts = [];

    /// <summary>A new run: weights and windows are drawn from the seed.</summary>
    /// <exception cref="ArgumentException">A text of another vocabulary or too short, or no iterations.</exception>
    public GptTraining(CharacterText text, GptConfiguration configuration, TrainingSettings settings, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Iterations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.BatchSize, 1);
        if (configuration.VocabularySize != text.Characters.Count)
        {
            throw new ArgumentException(
                $"Expected a configuration for the {text.Characters.Count} characters of the text; got "
                    + $"{configuration.VocabularySize}.");
        }

        (Text, Settings, _seed, _random) = (text, settings, seed, new RandomStream(seed));
        Model = new(configuration, _random);
        (int T, int N) = (configuration.ContextSize, settings.BatchSize);
        (_training, _validation) = (new(text.Training, T), new(text.Validation, T));
        _adam = new(Model.Parameters, settings.LearningRate, settings.WeightDecay);
        _guard = new(_adam, Model.Parameters, "GPT");
        _generator = new(Model, text);
        (_X, _y, _w) = (new(T, N), new int[N * T], [.. Enumerable.Repeat(1.0 / (N * T), N * T)]);
    }

    /// <summary>The text.</summary>
    public CharacterText Text { get; }

    /// <summary>The settings.</summary>
    public TrainingSettings Settings { get; }

    /// <summary>The model as trained so far.</summary>
    public Gpt Model { get; }

    /// <summary>The iterations done.</summary>
    public int Done => _losses.Count;

    /// <summary>The loss of the batch of every iteration.</summary>
    public IReadOnlyList<double> Losses => _losses;

    /// <summary>The validation losses, one every few iterations.</summary>
    public IReadOnlyList<double> Validated => _validated;

    /// <summary>Texts from a newline: of the untrained model, then one every so many iterations. S1-286</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>One iteration; the loss of its batch before the update.</summary>
    /// <exception cref="DivergedException">Not finite any more.</exception>
    public double Step()
    {
        TrainingSettings s = Settings;
        if (Done == 0)
        {
            Write();
        }

        _training.Draw(_random, _X, _y);
        _adam.LearningRate = Schedule.WarmUp(
            Schedule.Cosine(s.LearningRate, s.LearningRate / 10, s.Iterations, Done), Math.Max(1, s.WarmUp), Done);
        _adam.ZeroGradients();
        double loss = _loss.Forward(Model.Forward(_X), _y, _w);
        _guard.Check(loss);
        Model.Backward(_loss.Backward());
        Clipping.ByNorm(Model.Parameters, 1);
        _guard.Step();
        _losses.Add(loss);
        if (Done % s.ValidationEvery == 0)
        {
            _validated.Add(Validate(s.ValidationBatches));
        }

        if (Done % s.TextEvery == 0)
        {
            Write();
        }

        return loss;
    }

    /// <summary>The iterations that are left, until it is told to stop.</summary>
    public void Run(Action<GptTraining>? after = null, CancellationToken stop = default)
    {
        while (Done < Settings.Iterations && !stop.IsCancellationRequested)
        {
            Step();
            after?.Invoke(this);
        }
    }

    /// <summary>
    /// The mean loss of so many batches of the validation text, in inference: windows that lie one after another, so
    /// that no token counts twice. All of them where there are fewer. S1-290
    /// </summary>
    public double Validate(int batches = int.MaxValue)
    {
        int T = _validation.Length, windows = (int)Math.Min(
            (long)batches * Settings.BatchSize, (_validation.Count - 1) / T + 1);
        double sum = 0;
        for (int begin = 0; begin < windows; begin += Settings.BatchSize)
        {
            int N = Math.Min(Settings.BatchSize, windows - begin);
            MatrixView X = _X.Columns(0, N);
            Span<int> y = _y.AsSpan(0, N * T);
            for (int n = 0; n < N; n++)
            {
                _validation.Read((begin + n) * T, n, X, y);
            }

            sum += _loss.Forward(Model.Forward(X, Mode.Inference), y, _w.AsSpan(0, N * T)) * Settings.BatchSize;
        }

        return sum / windows;
    }

    /// <summary>All that the run needs to go on.</summary>
    public Checkpoint Save()
    {
        Checkpoint run = OptimizerCheckpoint.Of(_adam, StateDictionary.Of(Model), Done, _seed);
        (double[] losses, double[] validated) = ([.. _losses], [.. _validated]);
        return new(
            [
                .. run.Tensors, new("windows", [.. _random.State().Select(bits => (long)bits)], 5),
                new("losses", losses, losses.Length), new("validated", validated, validated.Length),
            ],
            run.Metadata.Concat(Metadata()).Concat(_texts.Select((text, i) =>
                KeyValuePair.Create($"text.{i}", text))).ToDictionary());
    }

    /// <summary>A run from its checkpoint, with the text and the settings that it was started with.</summary>
    /// <exception cref="ArgumentException">It is of another text, configuration or setting; the message says which.
    /// </exception>
    public static GptTraining Resume(
        Checkpoint checkpoint, CharacterText text, GptConfiguration configuration, TrainingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var run = new GptTraining(text, configuration, settings, OptimizerCheckpoint.Seed(checkpoint));
        foreach ((string key, string mine) in run.Metadata())
        {
            if (checkpoint.Metadata.GetValueOrDefault(key) is var its && its != mine)
            {
                throw new ArgumentException($"Expected a checkpoint with {key} '{mine}'; got '{its}'.");
            }
        }

        string[] own = ["windows", "losses", "validated"];
        StateDictionary.Load(
            run.Model, OptimizerCheckpoint.Model(checkpoint).Where(tensor => !own.Contains(tensor.Name)));
        var optimizer = new Checkpoint(
            [.. checkpoint.Tensors.Where(tensor => !own.Contains(tensor.Name))], checkpoint.Metadata);
        OptimizerCheckpoint.Restore(run._adam, optimizer);
        run._random.Restore([.. checkpoint["windows"].Integers.ToArray().Select(bits => (ulong)bits)]);
        run._losses.AddRange(checkpoint["losses"].Doubles);
        run._validated.AddRange(checkpoint["validated"].Doubles);
        while (checkpoint.Metadata.TryGetValue($"text.{run._texts.Count}", out string? written))
        {
            run._texts.Add(written);
        }

        return run;
    }

    // A stream of its own for each text, so that training does not hang on them.
    private void Write() => _texts.Add(_generator.Generate(
        "\n", new(200, DoSample: true), new RandomStream(_seed + 1000 + (ulong)_texts.Count))[0]);

    // What must be the same for the run to go on.
    private Dictionary<string, string> Metadata() => new(Model.Configuration.ToMetadata())
    {
        ["characters"] = string.Concat(Text.Characters), ["batch_size"] = $"{Settings.BatchSize}",
        ["learning_rate"] = Settings.LearningRate.ToString("R", CultureInfo.InvariantCulture),
        ["iterations"] = $"{Settings.Iterations}", ["text_length"] = $"{Text.TrainingCount}",
    };
}
