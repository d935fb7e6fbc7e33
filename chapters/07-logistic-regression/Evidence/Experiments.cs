using MathNet.Numerics.Statistics;
using Reference.Book;
using Reference.Datasets;
using Reference.Optimizers;
using Spectre.Console;

namespace Reference.Classification;

/// <summary>The experiments of chapter 07.</summary>
public static class LogisticRegressionExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("growing-weights", "How long do the weights grow on separable points, with and without a penalty?",
            Growing),
        new("digits", "How many held-out digits does softmax regression read, median of five seeds? "
            + "Real digits if REFERENCE_DATA names their folder, else drawn ones.", Digits),
    ];

    private static void Digits(ExperimentRun run)
    {
        const int Seeds = 5;
        string? folder = DataCache.Standard.Find(PublicSet.Mnist);
        (LabelledImages train, LabelledImages test) = DigitFigures.Of(folder);
        var settings = new DigitTraining.Settings();
        DigitTraining[] runs = [.. Enumerable.Range(0, Seeds).Select(i => DigitTraining.Run(
            train, test, run.Seed + (ulong)i, settings, epoch =>
                run.Progress(i * settings.Epochs + epoch, Seeds * settings.Epochs)))];
        var table = new Table()
            .Title($"784 → 10 on {train.Count:N0} {(folder is null ? "drawn" : "MNIST")} digits, {test.Count:N0} kept")
            .AddColumns("seed", "training loss", "held-out accuracy", "macro F₁");
        foreach ((int i, DigitTraining one) in runs.Index())
        {
            table.AddRow(
                $"{run.Seed + (ulong)i}", $"{one.Losses[^1]:0.0000}", $"{one.Accuracies[^1]:0.0 %}",
                $"{one.Confusion.MacroF1():0.000}");
        }

        run.Print(table.AddRow("median", "", $"{runs.Select(one => one.Accuracies[^1]).Median():0.0 %}", ""));
    }

    private static void Growing(ExperimentRun run)
    {
        var table = new Table().AddColumns("λ", "‖w‖ after 100 steps", "after 1000 steps");
        foreach (double λ in new[] { 0, 0.001, 0.01, 0.1 })
        {
            IReadOnlyList<double> lengths = GrowingWeights.Measure(λ, 1000).Lengths;
            table.AddRow($"{λ}", $"{lengths[100]:0.0}", $"{lengths[1000]:0.0}");
            run.Progress(table.Rows.Count, 4);
        }

        run.Print(table);
    }
}

/// <summary>‖w‖ at the start and after each step, and the loss with its penalty before. (7.12), S1-047.</summary>
public sealed record GrowingWeights(double λ, IReadOnlyList<double> Lengths, IReadOnlyList<double> Losses)
{
    /// <summary>Descends on the whole set with α = 2, from w = 0 and b = 0.</summary>
    public static GrowingWeights Measure(double λ, int steps)
    {
        var model = new LogisticRegression([0, 0], 0) { Ridge = λ };
        var descent = new GradientDescent(model.Parameters, 2);
        SampleSet set = new(new ColumnSamples(ExampleSets.Separable.X), ExampleSets.Separable.Labels, 2);
        List<double> lengths = [0];
        IReadOnlyList<double> losses = Training.Run(model, set, descent, set.Count, steps, afterEpoch: (_, _) =>
            lengths.Add(model.Line.Length));
        return new(λ, lengths, losses);
    }
}
