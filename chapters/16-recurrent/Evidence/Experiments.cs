using Reference.Book;
using Reference.Datasets;
using Reference.Texts;
using Spectre.Console;

namespace Reference.RecurrentNetworks;

/// <summary>Sentiment, forecast and memory over seeds.</summary>
public static class RecurrentExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("sentiment", "SimpleRNN(16) as S3 prints it, with lengths that fit, and a bag of words, on five folds. Real "
            + "sentences if REFERENCE_DATA names their folder, else a few drawn ones.", Sentiment),
        new("forecast", "A network against persistence, seasonal-naive and AR(14) on three seeded series.", Forecast),
        new("adding", "The adding problem by its length: squared error against ⅙, that of the best constant.", Adding),
    ];

    /// <summary>The settings of the rows: as S3-157 prints them, and others.</summary>
    public static IReadOnlyList<(string Name, SentimentSettings Settings)> SentimentRows(bool real) => real
        ?
        [
            ("as printed: 500 steps, no mask, RMSProp, batches of 128, 10 epochs", new(16, 10, 128, 500, true)),
            ("lengths that fit, RMSProp, batches of 128, 15 epochs", new(16, 15, 128, null, true)),
            ("lengths that fit, Adam, batches of 16, 15 epochs", new(16, 15, 16)),
        ]
        : [("lengths that fit, Adam, batches of 16, 4 epochs", new(16, 4, 16))];

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
                set, RecurrentCells.Tanh, settings, run.Seed, () => run.Progress(++done, 5 * rows.Count)));
        }

        Add("bag of words", SentimentClassifier.BagOfWords(set, run.Seed));
        run.Print(table);

        void Add(string name, double[] folds) => table.AddRow(
            name, $"{folds.Average():0.000}", $"{folds.Min():0.000}–{folds.Max():0.000}");
    }

    private static void Forecast(ExperimentRun run)
    {
        Table table = new Table().Title("RMSE at horizons 1, 6 and 12").AddColumns("seed", "forecast", "1", "6", "12");
        for (ulong s = 0; s < 3; s++)
        {
            ForecastRun forecast = ForecastRun.Of(run.Seed + s, 40);
            foreach (ForecastRun.Method method in forecast.Methods)
            {
                double[] e = forecast.Errors(method);
                table.AddRow($"{run.Seed + s}", method.Name, $"{e[0]:0.000}", $"{e[5]:0.000}", $"{e[11]:0.000}");
            }

            run.Progress((int)s + 1, 3);
        }

        run.Print(table);
    }

    private static void Adding(ExperimentRun run)
    {
        Table table = new Table().Title("Adding problem, 300 steps of 32 samples: squared error")
            .AddColumns("length", "tanh", "ReLU, U = I", "best constant");
        int[] lengths = [4, 8, 16];
        foreach ((int length, int i) in lengths.Select((length, i) => (length, i)))
        {
            var task = new AddingProblem(length);
            double Of(CellFactory cell) => MemoryRun.Train(task, cell, 16, 300, run.Seed)
                .Evaluate(task.Set(200, new Numerics.RandomStream(0))).Loss;
            table.AddRow(
                $"{length}", $"{Of(RecurrentCells.Tanh):0.0000}", $"{Of(RecurrentCells.Relu):0.0000}",
                $"{AddingProblem.OfTheMean:0.0000}");
            run.Progress(i + 1, lengths.Length);
        }

        run.Print(table);
    }
}
