using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Networks;

/// <summary>Layers, and the networks trained with them: the experiments.</summary>
public static class TrainingExperiments
{
    private const string RealData = "REFERENCE_DATA";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("mnist", "How many held-out digits does the notes' classifier read, median of five seeds? Real digits if REFERENCE_DATA names their folder, else drawn ones.", Mnist),
        new("xor", "How often does the notes' XOR training fail, by learning rate and hidden units?", Xor),
        new("boston", "What is the validation error of the housing network over four folds? Real houses if REFERENCE_DATA names their folder, else synthetic ones.", Boston),
        new("summary", "How many numbers do the dense models of the notes learn?", Counts),
    ];

    private static string? Folder(string name) => Environment.GetEnvironmentVariable(RealData) is { Length: > 0 } root && Directory.Exists(Path.Combine(root, name)) ? Path.Combine(root, name) : null;

    private static void Mnist(ExperimentRun run)
    {
        const int Seeds = 5, Epochs = 5;
        (SampleSet training, SampleSet test, string what) = DigitsNetwork.Digits(Folder("mnist"));
        var table = new Table().Title($"784-128-64-10 on {what}, {test.Count:N0} held out").AddColumns("seed", "loss, epoch 1", "loss, epoch 5", "held-out accuracy");
        var accuracies = new List<double>();
        for (int i = 0; i < Seeds; i++)
        {
            (Trainer trainer, History history) = DigitsNetwork.Train(training, test, run.Seed + (ulong)i, Epochs, done => run.Progress(i * Epochs + done, Seeds * Epochs));
            accuracies.Add(history.ValidationMetrics[^1]);
            table.AddRow($"{run.Seed + (ulong)i}", $"{history.Losses[0]:0.0000}", $"{history.Losses[^1]:0.0000}", $"{accuracies[^1]:P1}");
            if (i == 0)
            {
                run.Write("mnist-run", ClassFigures.OfDigits(trainer, history, test, what));
            }
        }

        table.AddRow("median", "", "", $"{accuracies.Order().ElementAt(Seeds / 2):P1}");
        run.Print(table);
    }

    private static void Xor(ExperimentRun run)
    {
        // The notes' setting is 100 points and 500 epochs at 0.01; 20 points at five times the rate travel as far in a fifth of the time.
        int[] hidden = [1, 2, 3, 4, 8];
        double[] rates = [0.02, 0.05, 0.1, 0.5];
        const int Seeds = 4;
        var table = new Table().Title($"share of {Seeds} runs that fail: 20 points, 500 epochs of batches of one").AddColumns(["hidden units", .. rates.Select(rate => $"η = {rate}")]);
        for (int i = 0; i < hidden.Length; i++)
        {
            table.AddRow([$"{hidden[i]}", .. rates.Select(rate => $"{XorNetwork.FailureRate(hidden[i], rate, Seeds, 500, 20):0.00}")]);
            run.Progress(i + 1, hidden.Length + 2);
        }

        run.Print(table);
        var notes = new Table().Title("the notes' own run, 100 points, 2-4-1").AddColumns("η", "loss of the last epoch", "accuracy");
        foreach (double rate in new[] { 0.01, 0.1 })
        {
            XorNetwork.Run own = XorNetwork.Train(4, rate, run.Seed);
            notes.AddRow($"{rate}", $"{own.History.Losses[^1]:0.0000}", $"{own.Accuracy:P0}");
            run.Progress(hidden.Length + (rate < 0.05 ? 1 : 2), hidden.Length + 2);
        }

        run.Print(notes);
    }

    private static void Boston(ExperimentRun run)
    {
        string? folder = Folder("boston-housing");
        SampleSet houses = folder is null
            ? BostonNetwork.Draw(new RandomStream(1), 404)
            : BostonHousing.Read(Path.Combine(folder, "housing.tsv")).Predicting(BostonHousing.Target);
        IReadOnlyList<double[]> folds = BostonNetwork.Validate(houses, 4, 100, run.Seed, done => run.Progress(done, 4));
        double[] mean = FoldCurve.Average(folds);
        var table = new Table().Title($"validation MAE in thousands of dollars, {houses.Count} {(folder is null ? "synthetic" : "real")} houses").AddColumns("epoch", "fold 1", "fold 2", "fold 3", "fold 4", "mean");
        foreach (int epoch in new[] { 1, 10, 50, 100 })
        {
            table.AddRow([$"{epoch}", .. folds.Select(fold => $"{fold[epoch - 1]:0.00}"), $"{mean[epoch - 1]:0.00}"]);
        }

        run.Print(table);
        run.Write("boston-folds", FitFigures.OfFolds(folds, $"Boston's network, {houses.Count} {(folder is null ? "synthetic" : "real")} houses"));
    }

    private static void Counts(ExperimentRun run)
    {
        var table = new Table().AddColumns("row", "model", "layers", "learned");
        foreach (DenseModels.Model model in DenseModels.All)
        {
            table.AddRow(model.Row, model.What, model.Shape, $"{model.Count:N0}");
        }

        run.Progress(1, 1);
        run.Print(table);
    }
}
