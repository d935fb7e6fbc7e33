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

    /// <summary>
    /// Trains once for each of <paramref name="seeds"/> ≥ 1 seeds on <c>drawn</c> digits or on <c>mnist</c>, writes
    /// figures of the first training, and returns the accuracy on held-out digits, seed by seed. When MNIST is
    /// missing, <see cref="FileNotFoundException"/> names the files; when the loss is not finite any more,
    /// <see cref="DivergedException"/> is thrown.
    /// </summary>
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
        "drawn" => DigitFigures.Digits,
        "mnist" => (Mnist.Train(DataCache.Standard.Require(PublicSet.Mnist)),
            Mnist.Test(DataCache.Standard.Require(PublicSet.Mnist))),
        _ => throw new ArgumentException($"Expected digits 'drawn' or 'mnist'; got '{digits}'.", nameof(digits)),
    };
}
