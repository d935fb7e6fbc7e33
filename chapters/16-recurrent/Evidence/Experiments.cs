using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Texts;

namespace Reference.RecurrentNetworks;

/// <summary>Sentiment, forecast and memory over folds and seeds.</summary>
public static class RecurrentExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("sentiment", "How well does S3's SimpleRNN(16) read reviews, and does it beat a bag of words?", Sentiment),
        new("forecast", "Does a recurrent network beat persistence, seasonal-naive and AR(14)?", Forecast),
        new("adding", "Up to which length does it learn to add two marked numbers?", Adding),
    ];

    /// <summary>All of them; in short unless <c>REFERENCE_LONG_RUN=1</c>.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
        [.. Measured.Select(measurement => measurement.ToExperiment())];

    private static Results Sentiment(MeasurementRun run)
    {
        (ulong seed, bool full, Action<int, int> progress) = (run.Seed, run.Full, run.Progress);
        LabelledSentences? real = Reviews.Real();
        LabelledSentences drawn = Reviews.Drawn(full ? 1000 : 100, seed);
        var rows = new List<(string Set, LabelledSentences Sentences, string Name, CellFactory Cell,
            SentimentSettings Settings)>();
        if (real is not null && full)
        {
            rows.Add(("real", real,
                "as printed: 500 steps, no mask, batches of 128, RMSProp, 10 epochs; Keras's start",
                RecurrentCells.Orthogonal, new(16, 10, 128, 500, RmsProp: true, Vectors: 0.05)));
            rows.Add(("real", real, "lengths that fit, batches of 128, RMSProp, 15 epochs; PyTorch's start",
                RecurrentCells.Tanh, new(16, 15, 128, RmsProp: true)));
        }

        if (real is not null)
        {
            rows.Add(("real", real, "lengths that fit, batches of 16, Adam, 15 epochs; PyTorch's start",
                RecurrentCells.Tanh, new(16, 15, 16)));
        }

        int epochs = full ? 30 : 4, done = 0;
        rows.Add(("drawn", drawn, $"lengths that fit, batches of 16, Adam, {epochs} epochs; PyTorch's start",
            RecurrentCells.Tanh, new(16, epochs, 16)));
        List<string[]> table = [.. rows.Select(row => Row(row.Set, row.Name, SentimentClassifier.Folds(
            row.Sentences, row.Cell, row.Settings, seed, () => progress(++done, 5 * rows.Count))))];
        if (real is not null)
        {
            table.Insert(rows.Count - 1, Row("real", "bag of words", SentimentClassifier.BagOfWords(real, seed)));
        }

        table.Add(Row("drawn", "bag of words", SentimentClassifier.BagOfWords(drawn, seed)));

        return new(
            $"SimpleRNN(16), five folds, seed {seed}: accuracy on held-out sentences, {real?.Count ?? 0} real and "
                + $"{drawn.Count} drawn",
            ["sentences", "model", "mean", "folds"], table);

        static string[] Row(string set, string name, double[] folds) =>
            [set, name, $"{folds.Average():0.000}", $"{folds.Min():0.000}–{folds.Max():0.000}"];
    }

    private static Results Forecast(MeasurementRun run)
    {
        (ulong seed, bool full, Action<int, int> progress) = (run.Seed, run.Full, run.Progress);
        int seeds = full ? 5 : 2;
        var errors = new Dictionary<string, double[][]>();
        for (int s = 0; s < seeds; s++)
        {
            ForecastRun forecast = ForecastRun.Of(seed + (ulong)s, 40);
            foreach (ForecastRun.Method method in forecast.Methods)
            {
                errors.TryAdd(method.Name, new double[seeds][]);
                errors[method.Name][s] = forecast.Errors(method);
            }

            progress(s + 1, seeds);
        }

        return new(
            $"RMSE by horizon over the last fifth of {seeds} series from seed {seed} on: mean, and in how many of the "
                + "series the network is better",
            ["forecast", "1 step", "6 steps", "12 steps", "network better (1, 6, 12 steps)"],
            [.. errors.Select(method => new[]
            {
                method.Key, Mean(method.Value, 0), Mean(method.Value, 5), Mean(method.Value, 11),
                method.Key == "recurrent network" ? "" : string.Join(", ", new[] { 0, 5, 11 }.Select(k =>
                    method.Value.Zip(errors["recurrent network"]).Count(pair => pair.Second[k] < pair.First[k]))),
            })]);

        static string Mean(double[][] runs, int k) => $"{runs.Average(e => e[k]):0.000}";
    }

    private static Results Adding(MeasurementRun run)
    {
        (ulong seed, bool full, Action<int, int> progress) = (run.Seed, run.Full, run.Progress);
        int[] lengths = full ? [5, 10, 20, 40] : [5, 10];
        (string Name, CellFactory Cell)[] cells =
        [
            ("tanh", RecurrentCells.Tanh), ("tanh, U orthogonal at the start", RecurrentCells.Orthogonal),
            ("ReLU, U = I at the start", RecurrentCells.Relu),
        ];
        int done = 0;
        return new(
            $"Squared error after 300 batches of 32 sums, seed {seed}; the best constant has ⅙ = 0.1667",
            ["16 units", .. lengths.Select(length => $"{length} steps")],
            [.. cells.Select(cell => new[]
            {
                cell.Name,
            }.Concat(lengths.Select(length =>
            {
                var task = new AddingProblem(length);
                double error = MemoryRun.Train(task, cell.Cell, 16, 300, seed)
                    .Evaluate(task.Set(500, new RandomStream(0))).Loss;
                progress(++done, lengths.Length * cells.Length);
                return $"{error:0.0000}";
            })).ToArray())]);
    }
}
