using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.RecurrentNetworks;
using Reference.Texts;
using Spectre.Console;

namespace Reference.LongShortTermMemory;

/// <summary>Sentiment, memory and the language model, at full length where the data are there.</summary>
public static class LstmExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("sentiment", "LSTM(32) as S3 prints it, with lengths that fit, and a bag of words, on five folds. Real "
            + "sentences if REFERENCE_DATA names their folder, else a few drawn ones.", Sentiment),
        new("memory", "Delayed recall and the adding problem: tanh against LSTMs.", Memory),
    ];

    /// <summary>The settings of the rows: as S3-168 prints them, with ten epochs, and others.</summary>
    public static IReadOnlyList<(string Name, SentimentSettings Settings)> SentimentRows(bool real) => real
        ?
        [
            ("RMSProp, batches of 128, 10 epochs", new(32, 10, 128, null, true)),
            ("Adam, batches of 16, 10 epochs", new(32, 10, 16)),
        ]
        : [("Adam, batches of 16, 4 epochs", new(8, 4, 16))];

    /// <summary>The cells that are compared.</summary>
    public static IReadOnlyList<(string Name, CellFactory Cell)> Cells { get; } =
    [
        ("tanh", LstmCells.Simple), ("tanh, U orthogonal", RecurrentCells.Tanh), ("LSTM", LstmCells.Lstm),
        ("LSTM, forget bias 3", LstmCells.WithForgetBias(3)),
    ];

    /// <summary>The squared error of a cell on the adding problem of a length.</summary>
    public static double Adding(CellFactory cell, int length, int steps, ulong seed)
    {
        var task = new AddingProblem(length);
        return MemoryRun.Train(task, cell, 16, steps, seed).Evaluate(task.Set(400, new RandomStream(0))).Loss;
    }

    private static void Sentiment(ExperimentRun run)
    {
        LabelledSentences? real = Reviews.Real();
        LabelledSentences set = real ?? Reviews.Drawn(100, run.Seed);
        Table table = new Table()
            .Title($"{set.Count} {(real is null ? "drawn reviews" : "labelled sentences")}, five folds: accuracy")
            .AddColumns("model", "mean", "range of folds");
        IReadOnlyList<(string Name, SentimentSettings Settings)> rows = SentimentRows(real is not null);
        int done = 0;
        foreach ((string name, SentimentSettings settings) in rows)
        {
            Add(name, SentimentClassifier.Folds(
                set, LstmCells.Lstm, settings, run.Seed, () => run.Progress(++done, 5 * rows.Count)));
        }

        Add("bag of words", SentimentClassifier.BagOfWords(set, run.Seed));
        run.Print(table);

        void Add(string name, double[] folds) => table.AddRow(
            name, $"{folds.Average():0.000}", $"{folds.Min():0.000}–{folds.Max():0.000}");
    }

    private static void Memory(ExperimentRun run)
    {
        int[] lags = [10, 50];
        Table table = new Table().Title("12 units, 150 steps: share of four symbols recalled; 16 units, 300 steps: "
                + "squared error of the adding problem (⅙ is the best constant)")
            .AddColumns(["cell", .. lags.Select(lag => $"recall, lag {lag}"), "adding, 16 steps"]);
        foreach (((string name, CellFactory cell), int i) in Cells.Select((cell, i) => (cell, i)))
        {
            table.AddRow([name, .. lags.Select(lag => $"{MemoryRun.Recall(cell, 4, lag, 12, 150, 3):0.00}"),
                $"{Adding(cell, 16, 300, run.Seed):0.0000}"]);
            run.Progress(i + 1, Cells.Count);
        }

        run.Print(table);
    }
}
