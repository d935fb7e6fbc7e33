using System.CommandLine;
using Reference.Book;
using Reference.Datasets;
using Reference.LongShortTermMemory;
using Spectre.Console;

namespace Reference.LanguageModels;

/// <summary>The GPT as commands: <c>train</c> writes a file, <c>generate</c> reads it. S1-219, S1-286.</summary>
public static class GptCommands
{
    private static readonly Argument<string> Which = new("text")
    {
        Description = "shakespeare, drawn (reviews made here, nothing to download), or auto: shakespeare where it is.",
        DefaultValueFactory = _ => "auto",
    };

    private static readonly Option<bool> Notes = new("--notes")
        { Description = "The notes' own run: 5,000 iterations of 64 windows at 1e-3, half an hour and more." };

    private static readonly Option<int?> Iterations = new("--iterations")
        { Description = "Iterations; 2,000 of 12 windows by default." };

    private static readonly Option<bool> New = new("--new")
        { Description = "Begins anew where the file holds a run that could go on." };

    private static readonly Option<FileInfo?> Model = new("--model")
    {
        Description = "The file of the model; gpt.safetensors or gpt-notes.safetensors in the output folder.",
    };

    private static readonly Option<string> Prompt = new("--prompt")
        { Description = "What the text begins with.", DefaultValueFactory = _ => "\n" };

    private static readonly Option<int> Length = new("--length")
        { Description = "Characters of the text, the prompt among them.", DefaultValueFactory = _ => 400 };

    private static readonly Option<double> Temperature = new("--temperature")
        { Description = "Below 1 likelier characters, above 1 more even ones.", DefaultValueFactory = _ => 1 };

    private static readonly Option<int?> TopK = new("--top-k") { Description = "Only the k likeliest characters." };

    private static readonly Option<double> TopP = new("--top-p")
        { Description = "Only the likeliest that have this share together.", DefaultValueFactory = _ => 1 };

    private static readonly Option<int> Beams = new("--beams")
        { Description = "Beam search of this width instead of sampling; 1 is greedy.", DefaultValueFactory = _ => 0 };

    /// <summary>Both.</summary>
    public static IReadOnlyList<Command> All()
    {
        var train = new Command("train", "Trains the GPT, some minutes; Ctrl+C saves, the same command goes on.")
            { Which, Notes, Iterations, New, Model };
        train.SetAction((parsed, stop) =>
        {
            bool notes = parsed.GetValue(Notes);
            TrainingSettings settings = notes ? TrainingSettings.Notes : new();
            Train(
                Terminal.Console, File(parsed, notes), Text(parsed.GetValue(Which)!),
                settings with { Iterations = parsed.GetValue(Iterations) ?? settings.Iterations },
                parsed.GetValue<ulong>("--seed"), parsed.GetValue(New), stop: stop);
            return Task.FromResult(0);
        });
        var generate = new Command("generate", "Writes a text with the model as trained.")
            { Prompt, Length, Temperature, TopK, TopP, Beams, Model };
        generate.SetAction(parsed =>
        {
            int beams = parsed.GetValue(Beams);
            var options = new GenerationOptions(
                parsed.GetValue(Length), beams == 0, Math.Max(beams, 1), parsed.GetValue(TopK), parsed.GetValue(TopP),
                parsed.GetValue(Temperature));
            Terminal.Console.WriteLine(TextGenerator.Pipeline(
                "text-generation", File(parsed), parsed.GetValue<ulong>("--seed"))(parsed.GetValue(Prompt)!,
                    options)[0]);
        });
        return [train, generate];
    }

    /// <summary>
    /// Trains or goes on; prints the loss of batches, that of validation and a text every hundred iterations, and
    /// writes the file at the end, every 500 iterations, and where it is stopped.
    /// </summary>
    public static GptTraining Train(
        IAnsiConsole console, string file, CharacterText text, TrainingSettings settings, ulong seed,
        bool anew = false, GptConfiguration? configuration = null, CancellationToken stop = default)
    {
        configuration ??= new(text.Characters.Count);
        GptTraining run = !anew && System.IO.File.Exists(file)
            ? GptTraining.Resume(Checkpoint.Load(file), text, configuration, settings)
            : new(text, configuration, settings, seed);
        console.WriteLine(
            $"{text.TrainingCount:N0} characters to train, {text.Validation.Length:N0} held out, "
                + $"{text.Characters.Count} different; {configuration.ParameterCount:N0} parameters");
        if (run.Done > 0)
        {
            console.WriteLine($"goes on after iteration {run.Done} of {file}");
        }

        Terminal.Bars(console).Start(context =>
        {
            ProgressTask bar = context.AddTask("training", maxValue: settings.Iterations);
            run.Run(
                now =>
                {
                    bar.Value = now.Done;
                    if (now.Done % settings.TextEvery == 0)
                    {
                        console.WriteLine($"iteration {now.Done,5}: batch {now.Losses[^1]:0.000} nats, validation "
                            + $"{now.Validated.DefaultIfEmpty(double.NaN).TakeLast(10).Average():0.000}, "
                            + now.Texts[^1][..Math.Min(now.Texts[^1].Length, 70)].Trim().ReplaceLineEndings("⏎"));
                    }

                    if (now.Done % 500 == 0)
                    {
                        now.Save().Save(file);
                    }
                }, stop);
        });
        run.Save().Save(file);
        double loss = run.Validate();
        console.WriteLine($"wrote {file} after {run.Done} iterations, {(long)run.Done * settings.BatchSize
            * configuration.ContextSize:N0} tokens: {loss:0.0000} nats, perplexity {Math.Exp(loss):0.00}");
        return run;
    }

    private static CharacterText Text(string which) => which switch
    {
        "auto" => CharacterText.Standard(),
        "drawn" => CharacterText.Drawn(400),
        "shakespeare" => new(TextFile.Read(Path.Combine(
            DataCache.Standard.Require(PublicSet.TinyShakespeare), PublicSet.TinyShakespeare.Members[0]))),
        _ => throw new ArgumentException(
            $"Expected the text 'shakespeare', 'drawn' or 'auto'; got '{which}'.", nameof(which)),
    };

    /// <summary>The file of the two-minute setting, or of the notes' run.</summary>
    internal static string FileName(bool notes) => notes ? "gpt-notes.safetensors" : "gpt.safetensors";

    private static string File(ParseResult parsed, bool notes = false) => parsed.GetValue(Model)?.FullName
        ?? Path.Combine(parsed.GetValue<DirectoryInfo>("--output")!.FullName, FileName(notes));
}
