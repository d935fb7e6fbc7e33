using Reference.Book;
using Reference.Datasets;
using Reference.LongShortTermMemory;
using Reference.RecurrentNetworks;
using Reference.Texts;
using Spectre.Console;

namespace Reference.GatedRecurrentUnits;

/// <summary>All three cells on sentences and on memory tasks.</summary>
public static class GruExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("sentiment", "GRU(32) on five folds, and a bag of words. Real sentences if REFERENCE_DATA names their "
            + "folder, else a few drawn ones.", Sentiment),
        new("memory", "Delayed recall and the adding problem: tanh, LSTM, GRU.", Memory),
    ];

    private static void Sentiment(ExperimentRun run)
    {
        LabelledSentences? real = Reviews.Real();
        LabelledSentences set = real ?? Reviews.Drawn(100, run.Seed);
        SentimentSettings settings = real is null ? new(8, 4, 16) : new(32, 10, 16);
        int done = 0;
        double[] folds = SentimentClassifier.Folds(
            set, GruCells.Gru, settings, run.Seed, () => run.Progress(++done, 5));
        double[] bag = SentimentClassifier.BagOfWords(set, run.Seed);
        Table table = new Table()
            .Title($"{set.Count} {(real is null ? "drawn reviews" : "labelled sentences")}, five folds: accuracy")
            .AddColumns("model", "mean", "range of folds");
        table.AddRow($"GRU({settings.Units}), Adam, batches of 16, {settings.Epochs} epochs",
            $"{folds.Average():0.000}", $"{folds.Min():0.000}–{folds.Max():0.000}");
        table.AddRow("bag of words", $"{bag.Average():0.000}", $"{bag.Min():0.000}–{bag.Max():0.000}");
        run.Print(table);
    }

    private static void Memory(ExperimentRun run)
    {
        int[] lags = [10, 30];
        Table table = new Table().Title("12 units, 150 steps: share of four symbols recalled; 16 units, 300 steps: "
                + "squared error of the adding problem (⅙ is the best constant)")
            .AddColumns(["cell", .. lags.Select(lag => $"recall, lag {lag}"), "adding, 16 steps"]);
        foreach (((string name, CellFactory cell), int i) in GruCells.All.Select((cell, i) => (cell, i)))
        {
            table.AddRow([name, .. lags.Select(lag => $"{MemoryRun.Recall(cell, 4, lag, 12, 150, 3):0.00}"),
                $"{LstmExperiments.Adding(cell, 16, 300, run.Seed):0.0000}"]);
            run.Progress(i + 1, GruCells.All.Count);
        }

        run.Print(table);
    }
}
