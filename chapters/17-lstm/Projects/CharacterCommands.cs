using System.CommandLine;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.LongShortTermMemory;

/// <summary>The character model as commands: <c>train</c> writes a file, <c>generate</c> reads it. S4-193.</summary>
internal static class CharacterCommands
{
    private static readonly Argument<string> Which = new("text")
    {
        Description = "drawn (reviews made here, nothing to download) or shakespeare.",
        DefaultValueFactory = _ => "drawn",
    };

    private static readonly Option<int> Steps = new("--steps")
        { Description = "Steps of Adam, each on 32 windows of 64 characters.", DefaultValueFactory = _ => 2000 };

    private static readonly Option<FileInfo?> Model = new("--model")
        { Description = "The file of the model; characters.safetensors in the output folder." };

    private static readonly Option<string> Prompt = new("--prompt")
        { Description = "What the text begins with.", DefaultValueFactory = _ => "the " };

    private static readonly Option<int> Length = new("--length")
        { Description = "Characters to write.", DefaultValueFactory = _ => 400 };

    private static readonly Option<double> Temperature = new("--temperature")
        { Description = "Below 1 likelier characters, 0 the likeliest.", DefaultValueFactory = _ => 0.8 };

    /// <summary>Both.</summary>
    public static IReadOnlyList<Command> All()
    {
        var train = new Command("train", "Trains the character model, a minute or two for 2,000 steps.")
            { Which, Steps, Model };
        train.SetAction((parsed, stop) =>
        {
            Train(
                Terminal.Console, File(parsed), Text(parsed.GetValue(Which)!), parsed.GetValue(Steps),
                parsed.GetValue<ulong>("--seed"), stop);
            return Task.FromResult(0);
        });
        var generate = new Command("generate", "Writes a text with the model as trained.")
            { Prompt, Length, Temperature, Model };
        generate.SetAction(parsed => Terminal.Console.WriteLine(CharacterModel.Load(Checkpoint.Load(File(parsed)))
            .Generate(
                parsed.GetValue(Prompt)!, parsed.GetValue(Length), parsed.GetValue(Temperature),
                new RandomStream(parsed.GetValue<ulong>("--seed")))));
        return [train, generate];
    }

    /// <summary>Trains, prints the loss of batches and the perplexity of what is held out, and writes the
    /// file.</summary>
    public static void Train(
        IAnsiConsole console, string file, CharacterText text, int steps, ulong seed, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps, "--steps");
        var model = new CharacterModel(text, new CharacterSettings(steps), seed);
        console.WriteLine(
            $"{text.TrainingCount:N0} characters to train, {text.Validation.Length:N0} held out, "
                + $"{text.Characters.Count} different; {Summary.Of(model.Network).Total:N0} parameters");
        console.WriteLine($"untrained: {Perplexity(model.Evaluate(text.Validation))}");
        Terminal.Bars(console).Start(context =>
        {
            ProgressTask bar = context.AddTask("training", maxValue: steps);
            model.Train((step, loss) =>
            {
                stop.ThrowIfCancellationRequested();
                bar.Value = step;
                if (step % Math.Max(1, steps / 10) == 0)
                {
                    console.WriteLine($"step {step,5}: batch {loss:0.000} nats, held out "
                        + Perplexity(model.Evaluate(text.Validation)));
                }
            });
        });
        model.Save().Save(file);
        console.WriteLine($"wrote {file}");
    }

    private static string Perplexity(double nats) => $"{nats:0.0000} nats, perplexity {Math.Exp(nats):0.00}";

    private static CharacterText Text(string which) => which switch
    {
        "drawn" => CharacterText.Drawn(400),
        "shakespeare" => new(TextFile.Read(Path.Combine(
            DataCache.Standard.Require(PublicSet.TinyShakespeare), PublicSet.TinyShakespeare.Members[0]))),
        _ => throw new ArgumentException($"Expected the text 'drawn' or 'shakespeare'; got '{which}'.", nameof(which)),
    };

    private static string File(ParseResult parsed) => parsed.GetValue(Model)?.FullName
        ?? Path.Combine(parsed.GetValue<DirectoryInfo>("--output")!.FullName, "characters.safetensors");
}
