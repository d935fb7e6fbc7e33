using System.CommandLine;
using MathNet.Numerics.Statistics;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Spectre.Console;

namespace Reference.Classification;

/// <summary><c>train mnist</c>: softmax regression on digits, once for each of several seeds.</summary>
public static class TrainCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var digits = new Argument<string>("digits")
            { Description = "drawn (made here, nothing to download) or mnist.", DefaultValueFactory = _ => "drawn" };
        Option<int> seeds = Number("--seeds", "How many seeds, from --seed on.", 5);
        Option<int> epochs = Number("--epochs", "Passes over the digits.", 20);
        Option<int> batch = Number("--batch", "Digits a step.", 64);
        Option<double> rate = Number("--learning-rate", "η of Adam.", 1e-3);
        var command = new Command("train", "Trains softmax regression, 784 → 10, and prints its held-out accuracy.")
            { digits, seeds, epochs, batch, rate };
        command.SetAction((parsed, stop) =>
        {
            Train(
                Terminal.Console, parsed.GetValue<DirectoryInfo>("--output")!.FullName, parsed.GetValue(digits)!,
                parsed.GetValue<ulong>("--seed"), parsed.GetValue(seeds),
                new(parsed.GetValue(epochs), parsed.GetValue(batch), parsed.GetValue(rate)), stop);
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>Trains and prints.</summary>
    /// <param name="console">Where to print.</param>
    /// <param name="output">The folder for figures.</param>
    /// <param name="digits"><c>drawn</c> or <c>mnist</c>.</param>
    /// <param name="firstSeed">The first seed.</param>
    /// <param name="seeds">How many of them, at least 1.</param>
    /// <param name="settings">Epochs, batch size and learning rate.</param>
    /// <param name="stop">Set by Ctrl+C.</param>
    /// <returns>The accuracy on held-out digits, seed by seed.</returns>
    /// <exception cref="ArgumentException">Unknown digits, no seed, or a setting out of its range.</exception>
    /// <exception cref="DivergedException">The loss is not finite any more.</exception>
    /// <exception cref="FileNotFoundException">MNIST is missing; the message names the files.</exception>
    public static IReadOnlyList<double> Train(
        IAnsiConsole console, string output, string digits, ulong firstSeed, int seeds,
        DigitTraining.Settings settings, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seeds);
        (LabelledImages train, LabelledImages test) = Load(digits);
        console.WriteLine(
            $"{digits}: {train.Count} training digits, {test.Count} held out; "
            + $"{settings.Epochs} epochs in batches of {settings.BatchSize}, Adam with η = {settings.LearningRate}");
        var runs = new List<DigitTraining>();
        ExperimentRun? files = null;
        Terminal.Bars(console).Start(context =>
        {
            ProgressTask bar = context.AddTask("training", maxValue: 1);
            files = new ExperimentRun(console, output, firstSeed, fraction => bar.Value = fraction, stop);
            for (int i = 0; i < seeds; i++)
            {
                int done = i * settings.Epochs;
                runs.Add(DigitTraining.Run(train, test, firstSeed + (ulong)i, settings, epoch =>
                    files.Progress(done + epoch, seeds * settings.Epochs)));
            }
        });

        var table = new Table().AddColumns("seed", "training loss", "held-out accuracy", "macro F₁");
        for (int i = 0; i < seeds; i++)
        {
            table.AddRow(
                $"{firstSeed + (ulong)i}", $"{runs[i].Losses[^1]:0.0000}", $"{runs[i].Accuracies[^1]:0.0 %}",
                $"{runs[i].Confusion.MacroF1():0.000}");
        }

        console.Write(table);
        double[] accuracies = [.. runs.Select(r => r.Accuracies[^1])];
        console.WriteLine($"median of {seeds}: {accuracies.Median():0.0 %}");
        files!.Write($"{digits}-weights", DigitFigures.Weights(runs[0]));
        files.Write($"{digits}-confusion", DigitFigures.Confusion(runs[0]));
        foreach (string path in files.Written)
        {
            console.WriteLine($"wrote {path}");
        }

        return accuracies;
    }

    private static Option<T> Number<T>(string name, string description, T value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static (LabelledImages Train, LabelledImages Test) Load(string digits) => digits switch
    {
        "drawn" => (DrawnDigits.Draw(new RandomStream(71), 2000), DrawnDigits.Draw(new RandomStream(72), 500)),
        "mnist" => (Mnist.Train(DataCache.Standard.Require(PublicSet.Mnist)),
            Mnist.Test(DataCache.Standard.Require(PublicSet.Mnist))),
        _ => throw new ArgumentException($"Expected digits 'drawn' or 'mnist'; got '{digits}'.", nameof(digits)),
    };
}
