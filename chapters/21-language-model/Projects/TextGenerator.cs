using Reference.Datasets;
using Reference.LongShortTermMemory;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.LanguageModels;

/// <summary>
/// A trained model that continues texts. It reads at most the last T characters, the size of its context; when these
/// are full, it reads the last T/2 anew and goes on. S1-217, S1-286, S1-311, S1-313.
/// </summary>
public sealed class TextGenerator
{
    private readonly GptCache _cache;

    /// <summary>A model and the characters of its ids.</summary>
    public TextGenerator(Gpt model, CharacterText characters)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(characters);
        (Model, Characters, _cache) = (model, characters, new(model));
    }

    /// <summary>The model.</summary>
    public Gpt Model { get; }

    /// <summary>Its characters.</summary>
    public CharacterText Characters { get; }

    /// <summary>
    /// All stages behind one call, as the notes' Hugging Face section has it: the file is read, the prompt becomes
    /// ids, the model runs, ids become texts. S1-311, S1-321, S1-357
    /// </summary>
    /// <exception cref="ArgumentException">Another task, or a file of another model.</exception>
    public static Func<string, GenerationOptions, IReadOnlyList<string>> Pipeline(string task, string file, ulong seed)
    {
        if (task != "text-generation")
        {
            throw new ArgumentException($"Expected the task 'text-generation'; got '{task}'.", nameof(task));
        }

        TextGenerator generator = Load(Checkpoint.Load(file));
        var random = new RandomStream(seed);
        return (prompt, options) => generator.Generate(prompt, options, random);
    }

    /// <summary>The model of a checkpoint.</summary>
    /// <exception cref="ArgumentException">It is no GPT's, or its tensors are not those of its configuration.
    /// </exception>
    public static TextGenerator Load(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var model = new Gpt(GptConfiguration.Of(checkpoint.Metadata), new RandomStream(0));
        var names = model.Stored.Concat(model.State).Select(tensor => tensor.Name).ToHashSet();
        StateDictionary.Load(model, checkpoint.Tensors.Where(tensor => names.Contains(tensor.Name)));
        string characters = checkpoint.Metadata.GetValueOrDefault("characters", "");
        return characters.Length == model.Configuration.VocabularySize
            ? new(model, new CharacterText(string.Concat(Enumerable.Repeat(characters, 20)))) // long enough for a text
            : throw new ArgumentException(
                $"Expected {model.Configuration.VocabularySize} characters in the file; got {characters.Length}.");
    }

    /// <summary>Texts that begin with the prompt.</summary>
    /// <exception cref="ArgumentException">An empty prompt, one with unknown characters or longer than the limit, or
    /// bad options.</exception>
    public IReadOnlyList<string> Generate(string prompt, GenerationOptions options, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        options.Checked();
        int[] ids = Characters.Encode(prompt);
        Require.NotEmpty(ids.Length, nameof(prompt));
        if (ids.Length > options.MaxLength)
        {
            throw new ArgumentException(
                $"Expected a prompt of at most {options.MaxLength} characters, the length of the text; got "
                    + $"{ids.Length}.", nameof(prompt));
        }

        int? end = options.End is { } character ? Characters.Encode($"{character}")[0] : null;
        return options.NumBeams > 1 && ids.Length < options.MaxLength
            ? [.. BeamSearch.Run(Next, ids, options.NumBeams, options.MaxLength - ids.Length, end)
                .Take(options.NumReturnSequences).Select(beam => Characters.Decode(beam.Tokens))]
            : [.. Enumerable.Range(0, options.NumReturnSequences)
                .Select(_ => Characters.Decode(Continue(ids, options, end, random)))];
    }

    /// <summary>ln p of the token after each sequence, for beam search.</summary>
    public double[][] Next(IReadOnlyList<int[]> sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        int T = Math.Min(sequences[0].Length, Model.Configuration.ContextSize);
        var X = new MatrixView(T, sequences.Count);
        for (int i = 0; i < T * sequences.Count; i++)
        {
            X[i % T, i / T] = sequences[i / T][^(T - i % T)];
        }

        MatrixView Z = Model.Forward(X, Mode.Inference);
        return [.. sequences.Select((_, n) =>
        {
            double[] logp = Z.Column(n * T + T - 1).ToArray();
            Kernels.LogSoftmaxColumns(logp.Length, logp, logp);
            return logp;
        })];
    }

    private List<int> Continue(int[] prompt, GenerationOptions options, int? end, RandomStream random)
    {
        List<int> ids = [.. prompt];
        int T = Model.Configuration.ContextSize, first = Math.Max(0, ids.Count - T);
        _cache.Clear();
        while (ids.Count < options.MaxLength && (ids.Count == prompt.Length || ids[^1] != end))
        {
            if (ids.Count - first > T)
            {
                first = ids.Count - Math.Max(1, T / 2);
                _cache.Clear();
            }

            double[] z = Scores(ids, first, options.UseCache), p = options.Distribution(z);
            ids.Add(options.DoSample ? ScalarDecoding.Multinomial(p, random.Uniform()) : ScalarDecoding.Greedy(p));
        }

        return ids;
    }

    private double[] Scores(List<int> ids, int first, bool cached)
    {
        if (cached)
        {
            return _cache.Read([.. ids.Skip(first + _cache.Length)]).Column(0).ToArray();
        }

        double[] window = [.. ids.Skip(first).Select(id => (double)id)];
        return Model.Forward(new MatrixView(window, window.Length, 1), Mode.Inference).Column(window.Length - 1)
            .ToArray();
    }
}
