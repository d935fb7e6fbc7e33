using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.RecurrentNetworks;
using Reference.Texts;

namespace Reference.LongShortTermMemory;

/// <summary>Sentiment, memory and the language model, at full length where the data are there.</summary>
public static class LstmExperiments
{
    /// <summary>The cells that are compared.</summary>
    public static IReadOnlyList<(string Name, CellFactory Cell)> Cells { get; } =
    [
        ("tanh", RecurrentCells.Tanh), ("tanh, U orthogonal", RecurrentCells.Orthogonal), ("LSTM", LstmCells.Lstm),
        ("LSTM, forget bias 3", LstmCells.WithForgetBias(3)),
    ];

    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("sentiment", "How well does S3's LSTM(32) read reviews, and does it beat a bag of words?", run =>
            Sentiment(
            32, run,
            [
                ("Keras: RMSProp, batches of 128, 10 epochs", LstmCells.Lstm,
                    new(32, 10, 128, RmsProp: true, Vectors: 0.05)),
                ("Adam, batches of 16, 10 epochs", LstmCells.Lstm, new(32, 10, 16)),
            ])),
        new("memory", "What do simple networks and LSTMs remember?", run => Memory(Cells, run)),
        new("language-model", "How well does an LSTM of 128 units predict the next character?", Language),
    ];

    /// <summary>All of them; in short unless <c>REFERENCE_LONG_RUN=1</c>.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
        [.. Measured.Select(measurement => measurement.ToExperiment())];

    /// <summary>The squared error of a cell on the adding problem of a length.</summary>
    public static double Adding(CellFactory cell, int length, int steps, ulong seed)
    {
        var task = new AddingProblem(length);
        return MemoryRun.Train(task, cell, 16, steps, seed).Evaluate(task.Set(400, new RandomStream(0))).Loss;
    }

    /// <summary>Accuracies on five folds of real sentences and of drawn reviews, fewer of these without real
    /// ones.</summary>
    public static Results Sentiment(
        int units, MeasurementRun run,
        IReadOnlyList<(string Name, CellFactory Cell, SentimentSettings Settings)> rows)
    {
        (ulong seed, Action<int, int> progress) = (run.Seed, run.Progress);
        LabelledSentences? real = run.Full ? Reviews.Real() : null;
        LabelledSentences drawn = Reviews.Drawn(real is null ? 60 : 600, seed);
        int done = 0, total = 5 * (real is null ? 1 : rows.Count + 1);
        List<string[]> table = [];
        if (real is not null)
        {
            foreach ((string name, CellFactory cell, SentimentSettings settings) in rows)
            {
                table.Add(Row($"{real.Count} real", name, SentimentClassifier.Folds(
                    real, cell, settings, seed, () => progress(++done, total))));
            }

            table.Add(Row($"{real.Count} real", "bag of words", SentimentClassifier.BagOfWords(real, seed)));
        }

        (_, CellFactory last, SentimentSettings given) = rows[^1];
        table.Add(Row($"{drawn.Count} drawn", rows[^1].Name, SentimentClassifier.Folds(
            drawn, last, given with { Units = real is null ? 8 : units }, seed, () => progress(++done, total))));
        table.Add(Row($"{drawn.Count} drawn", "bag of words", SentimentClassifier.BagOfWords(drawn, seed)));
        return new(
            $"{units} units, five folds: accuracy on held-out sentences", ["sentences", "model", "mean", "folds"],
            table);

        static string[] Row(string set, string name, double[] folds) =>
            [set, name, $"{folds.Average():0.000}", $"{folds.Min():0.000}–{folds.Max():0.000}"];
    }

    /// <summary>Recall by lag, and the adding problem.</summary>
    public static Results Memory(
        IReadOnlyList<(string Name, CellFactory Cell)> cells, MeasurementRun run)
    {
        (ulong seed, Action<int, int> progress) = (run.Seed, run.Progress);
        int[] lags = run.Full ? [10, 20, 50] : [10];
        List<string[]> table = [];
        foreach ((string name, CellFactory cell) in cells)
        {
            table.Add([name, .. lags.Select(lag => $"{MemoryRun.Recall(cell, 4, lag, 12, 150, 3):0.00}"),
                $"{Adding(cell, 16, 300, seed):0.0000}"]);
            progress(table.Count, cells.Count);
        }

        return new(
            "Share of four symbols recalled by 12 units after 150 steps, mean of three runs; squared error of the "
                + "adding problem by 16 units after 300 steps, where the best constant has 0.1667",
            ["cell", .. lags.Select(lag => $"recall, lag {lag}"), "adding, 16 steps"], table);
    }

    private static Results Language(MeasurementRun run)
    {
        (ulong seed, Action<int, int> progress) = (run.Seed, run.Progress);
        bool real = run.Full && DataCache.Standard.Find(PublicSet.TinyShakespeare) is not null;
        CharacterText text = real ? CharacterText.Standard() : CharacterText.Drawn(400);
        CharacterSettings settings = real ? new() : new(60, 8, 32, 1e-2, 8, 24);
        var model = new CharacterModel(text, settings, seed);
        List<string[]> table = [Row(0)];
        model.Train((step, _) =>
        {
            progress(step, settings.Steps);
            if (step % (settings.Steps / 5) == 0)
            {
                table.Add(Row(step));
            }
        });
        return new(
            $"{(real ? "Tiny Shakespeare" : "Drawn reviews")}, {text.TrainingCount} characters to train and "
                + $"{text.Validation.Length} held out, {settings.Steps} steps of {settings.BatchSize} windows of "
                + $"{settings.Length}, seed {seed}: held-out loss in nats a character",
            ["step", "loss", "perplexity"], table);

        string[] Row(int step) => model.Evaluate(text.Validation) is var nats
            ? [$"{step}", $"{nats:0.0000}", $"{Math.Exp(nats):0.00}"]
            : [];
    }
}
