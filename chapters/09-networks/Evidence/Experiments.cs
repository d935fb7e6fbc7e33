using Reference.Book;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Networks;

/// <summary>Networks trained many times over, and on real data where it is there.</summary>
public static class NetworksExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("mnist", "How many held-out digits does the notes' classifier read, median of five seeds? "
            + "Real digits if REFERENCE_DATA names their folder, else drawn ones.", Mnist),
        new("xor", "How often does the notes' XOR training fail, by learning rate?", Xor),
        new("boston", "What is the validation error of the housing network over four folds? "
            + "Real houses if REFERENCE_DATA names their folder, else synthetic ones.", Boston),
    ];

    private static void Mnist(ExperimentRun run)
    {
        const int Seeds = 5, Epochs = 5;
        (SampleSet training, SampleSet test, string what) =
            DigitsNetwork.Digits(DataCache.Standard.Find(PublicSet.Mnist));
        var table = new Table()
            .Title($"784-128-64-10 on {what}, {test.Count:N0} held out")
            .AddColumns("seed", "loss, epoch 1", "loss, epoch 5", "held-out accuracy");
        var accuracies = new List<double>();
        for (int i = 0; i < Seeds; i++)
        {
            (Trainer trainer, History history) = DigitsNetwork.Train(
                training, test, run.Seed + (ulong)i, Epochs, done => run.Progress(i * Epochs + done, Seeds * Epochs));
            accuracies.Add(history.ValidationMetrics[^1]);
            string[] losses = [.. history.Losses.Select(loss => $"{loss:0.0000}")];
            table.AddRow($"{run.Seed + (ulong)i}", losses[0], losses[^1], $"{accuracies[^1]:P1}");
            if (i == 0)
            {
                run.Write("mnist-run", ClassFigures.OfDigits(trainer, history, test, what));
            }
        }

        run.Print(table.AddRow("median", "", "", $"{accuracies.Order().ElementAt(Seeds / 2):P1}"));
    }

    private static void Xor(ExperimentRun run)
    {
        double[] rates = [0.01, 0.1];
        string Share(double rate, int i)
        {
            double failed = XorNetwork.FailureRate(4, rate, 10);
            run.Progress(i + 1, rates.Length);
            return $"{failed:0.0}";
        }

        run.Print(new Table()
            .Title("2-4-1 on 100 points, 500 epochs of batches of one: share of 10 runs that fail")
            .AddColumns([.. rates.Select(rate => $"η = {rate}")])
            .AddRow([.. rates.Select(Share)]));
    }

    private static void Boston(ExperimentRun run)
    {
        Housing housing = Housing.Load();
        IReadOnlyList<double[]> folds =
            BostonNetwork.Validate(housing.Samples, 4, 100, run.Seed, done => run.Progress(done, 4));
        double[] mean = BostonNetwork.Average(folds);
        string title = $"validation MAE in thousands of dollars: {housing.Source}";
        var table = new Table { Title = new(Markup.Escape(title)) }
            .AddColumns("epoch", "fold 1", "fold 2", "fold 3", "fold 4", "mean");
        foreach (int epoch in new[] { 1, 10, 50, 100 })
        {
            table.AddRow([$"{epoch}", .. folds.Select(fold => $"{fold[epoch - 1]:0.00}"), $"{mean[epoch - 1]:0.00}"]);
        }

        IReadOnlyList<CrossValidation.Fold> lines =
            CrossValidation.LinearRegression(housing.Samples, 4, new RandomStream(run.Seed));
        string[] errors = [.. lines.Select(fold => $"{fold.ValidationError:0.00}")];
        run.Print(table.AddRow(["least squares", .. errors, $"{CrossValidation.Score(lines):0.00}"]));
        run.Write(housing.IsReal ? "boston-folds" : "stand-in-folds", FitFigures.OfFolds(folds, housing, run.Seed));
    }
}
