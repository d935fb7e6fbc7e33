using Reference.Datasets;
using Reference.LongShortTermMemory;
using Reference.Networks;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.LanguageModels.Tests;

/// <summary>Loader, training run, generation and commands.</summary>
public class TrainingTests
{
    private static readonly CharacterText s_text = CharacterText.Drawn(60);
    private static readonly GptConfiguration s_tiny = new(s_text.Characters.Count, 8, 8, 2, 1);
    private static readonly TrainingSettings s_short = new(12, 4, 1e-2, WarmUp: 2, ValidationEvery: 3);

    // S1-222 S1-281 S1-289: the notes' seven pairs, and windows of a text.
    [Fact]
    public void Targets_are_the_inputs_one_place_later()
    {
        string[] words = "The core innovation of Transformers is the attention".Split(' ');
        (string[] Context, string Next)[] pairs = ScalarLanguageModel.Pairs(words);
        Assert.Equal(7, pairs.Length);
        Assert.Equal("The core", string.Join(" ", pairs[0].Context) + " " + pairs[0].Next);
        Assert.Equal(words, pairs[6].Context.Append(pairs[6].Next));
        var blocks = new TokenBlocks([3, 1, 4, 1, 5, 9], 3);
        Assert.Equal(3, blocks.Count);
        var X = new MatrixView(3, 2);
        var y = new int[6];
        blocks.Read(0, 0, X, y);
        blocks.Read(2, 1, X, y);
        Assert.Equal([3, 1, 4, 4, 1, 5], X.Span.ToArray());
        Assert.Equal([1, 4, 1, 1, 5, 9], y);
        Refuses(() => new TokenBlocks([1, 2, 3], 3), "more than 3 tokens", "3");
    }

    // S1-223 S1-282: every window is drawn equally often. χ² with 2 degrees of freedom.
    [Fact]
    public void Windows_are_drawn_with_replacement()
    {
        var blocks = new TokenBlocks([0, 1, 2, 3, 4], 2);
        MatrixView X = new(2, 3000);
        blocks.Draw(new RandomStream(3), X, new int[6000]);
        Assert.InRange(
            Enumerable.Range(0, 3).Sum(i => Math.Pow(
                Enumerable.Range(0, 3000).Count(n => X[0, n] == i) - 1000, 2) / 1000), 0, 13.8);
    }

    // S1-279 S1-286 S1-288 S1-290 S1-291 S1-292: a stopped run goes on as if it had not been.
    [Fact]
    public void A_run_that_goes_on_is_the_run_that_was_not_stopped()
    {
        GptConfiguration c = s_tiny with { DropoutRate = 0.1 };
        GptTraining whole = new(s_text, c, s_short, 5), first = new(s_text, c, s_short, 5);
        whole.Run(stop: TestContext.Current.CancellationToken);
        first.Run(stop: new CancellationToken(canceled: true));
        Assert.Equal(0, first.Done);
        while (first.Done < 7)
        {
            first.Step();
        }

        GptTraining second = GptTraining.Resume(first.Save(), s_text, c, s_short);
        second.Run(stop: TestContext.Current.CancellationToken);
        Assert.Equal(whole.Losses, second.Losses);
        Assert.Equal(whole.Validated, second.Validated);
        Assert.Equal((12, 4), (whole.Losses.Count, whole.Validated.Count));
        Assert.Equal(whole.Model.Parameters.SelectMany(p => p.Values.ToArray()),
            second.Model.Parameters.SelectMany(p => p.Values.ToArray()));
        Assert.Equal(whole.Validate(), whole.Validate());
        Checkpoint saved = first.Save();
        Refuses(() => GptTraining.Resume(saved, s_text, c with { NumberOfHeads = 4 }, s_short), "number_of_heads '4'",
            "'2'");
        Refuses(() => GptTraining.Resume(saved, s_text, c, s_short with { BatchSize = 5 }), "batch_size");
        Refuses(() => new GptTraining(s_text, new(3), s_short, 1), $"{s_text.Characters.Count} characters", "3");
    }

    // S1-220 S1-280 S1-287: it begins near ln V and learns; the mean over all windows of the validation text.
    [Fact]
    public void Training_starts_at_ln_V_and_lowers_the_loss()
    {
        var run = new GptTraining(s_text, s_tiny, new(150, 8, 1e-2, WarmUp: 10), 1);
        double before = run.Validate();
        Assert.Equal(Math.Log(s_text.Characters.Count), before, 0.01);
        run.Run(stop: TestContext.Current.CancellationToken);
        Assert.InRange(run.Validate(), 0, 0.75 * before);
        int[] ids = s_text.Validation.ToArray();
        var loss = new TokenCrossEntropy();
        int windows = (ids.Length - 1) / 8;
        double sum = Enumerable.Range(0, windows).Sum(i => loss.Forward(
            run.Model.Forward(new MatrixView([.. ids[(i * 8)..(i * 8 + 8)].Select(id => (double)id)], 8, 1)),
            ids.AsSpan(i * 8 + 1, 8), [.. Enumerable.Repeat(1 / 8.0, 8)]));
        Assert.Equal(sum / windows, run.Validate(), 1e-9);
    }

    // S1-217 S1-313 S1-314 S1-321: with and without the cache, past the context, to an end.
    [Fact]
    public void Generation_is_the_same_with_and_without_the_cache()
    {
        var run = new GptTraining(s_text, s_tiny, new(60, 8, 1e-2), 2);
        run.Run(stop: TestContext.Current.CancellationToken);
        var generator = new TextGenerator(run.Model, s_text);
        string Text(GenerationOptions options, string prompt = "the ", ulong seed = 1) =>
            generator.Generate(prompt, options, new RandomStream(seed))[0];
        foreach (GenerationOptions options in new GenerationOptions[]
        {
            new(50), new(50, true), new(50, true, TopK: 3, Temperature: 0.7), new(50, true, TopP: 0.8),
        })
        {
            string text = Text(options);
            Assert.Equal(50, text.Length);
            Assert.StartsWith("the ", text, StringComparison.Ordinal);
            Assert.Equal(text, Text(options with { UseCache = false }));
        }

        Assert.Equal(Text(new(40)), Text(new(40, true, TopK: 1))); // greedy
        Assert.Equal(Text(new(12)), Text(new(12, NumBeams: 1)));
        Assert.Equal(30, Text(new(30, NumBeams: 3)).Length);
        Assert.EndsWith(" ", Text(new(300, true, End: ' ')), StringComparison.Ordinal);
        string long1 = new('a', 20), long2 = "b" + long1[1..];
        Assert.Equal(Text(new(30), long1)[20..], Text(new(30), long2)[20..]); // only the last 8 are read
        Assert.Equal(3, generator.Generate("a", new(9, true, NumReturnSequences: 3), new RandomStream(1)).Distinct()
            .Count());
        Refuses(() => Text(new(10), ""), "at least one");
        Refuses(() => Text(new(10), "§"), "'§'");
        Refuses(() => Text(new(3)), "at most 3 characters", "4");
        Refuses(() => Text(new(Temperature: 0)), "temperature above 0", "0");
        Refuses(() => Text(new(Temperature: -1)), "temperature above 0", "-1");
        Refuses(() => Text(new(TopK: 0)), "TopK");
        Refuses(() => Text(new(TopP: 0)), "(0, 1]");
        Refuses(() => Text(new(TopP: 1.1)), "(0, 1]");
        Refuses(() => Text(new(DoSample: true, NumBeams: 2)), "sampling or beam search");
    }

    // S1-219 S1-286 S1-311: the commands; the file goes on, and the pipeline writes from it.
    [Fact]
    public void The_file_of_a_run_is_resumed_and_read()
    {
        using var folder = new TemporaryFolder();
        using var screen = new Screen();
        string file = Path.Combine(folder.Path, "gpt.safetensors");
        CancellationToken stop = TestContext.Current.CancellationToken;
        GptCommands.Train(screen.Console, file, s_text, s_short, 1, configuration: s_tiny,
            stop: new CancellationToken(canceled: true));
        Assert.Contains("after 0 iterations", screen.Text, StringComparison.Ordinal);
        GptTraining run = GptCommands.Train(screen.Console, file, s_text, s_short with { TextEvery = 4 }, 1,
            configuration: s_tiny, stop: stop);
        Assert.Equal(12, run.Done);
        Assert.Contains("iteration     8: batch", screen.Text, StringComparison.Ordinal);
        string text = TextGenerator.Pipeline("text-generation", file, 7)("the ", new(40, true))[0];
        Assert.Equal(text, new TextGenerator(run.Model, s_text).Generate(
            "the ", new(40, true), new RandomStream(7))[0]);
        Refuses(() => TextGenerator.Pipeline("translation", file, 1), "text-generation", "translation");
        Checkpoint saved = Checkpoint.Load(file);
        Refuses(() => TextGenerator.Load(new(saved.Tensors, new Dictionary<string, string>(saved.Metadata)
            { ["embedding_dimension"] = "16" })), "[");
        Refuses(() => TextGenerator.Load(new(saved.Tensors)), "vocabulary_size");
    }
}
