using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.BoltzmannMachines;

/// <summary>What the chapter measures, on real data where they are there.</summary>
public static class BoltzmannExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("digits", "How probable does a machine make digits that it has not seen?", Digits),
        new("completion", "How many pixels of the lower half does a machine get right from the upper half?",
            Completion),
        new("few-labels", "What are a stack of machines worth to a classifier that has few labels?", FewLabels),
        new("ratings", "How well are ratings predicted that were held out?", Ratings),
        new("codes", "Principal components or hidden units: which codes of equal size give digits back?", Codes),
        new("topics", "Which words do hidden units collect?", WordTopics),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } = [.. Measured.Select(m => m.ToExperiment())];

    /// <summary>Real digits at full length where they are there, otherwise drawn ones.</summary>
    private static BinaryDigits Load(MeasurementRun run) => BinaryDigits.Load(
        run.Full ? DataCache.Standard.Find(PublicSet.Mnist) : null, run.Full ? 7000 : 200, run.Full ? 1000 : 50);

    private static Results Digits(MeasurementRun run)
    {
        BinaryDigits digits = Load(run);
        (int hidden, int epochs, int temperatures, int chains) =
            run.Full ? (256, 20, 10_000, 100) : (16, 2, 20, 5);
        var rows = new List<string[]>
        {
            new[] { "independent pixels", $"{DigitMachine.Independent(digits.Held, digits.Training):0.0}", "exact" },
        };
        foreach (bool persistent in (bool[])[false, true])
        {
            BernoulliRbm machine = DigitMachine.Train(
                digits.Training, hidden, epochs, run.Seed, persistent,
                after: (epoch, _) => run.Progress((persistent ? epochs : 0) + epoch, 2 * epochs));
            (double mean, double error) = DigitMachine.Measure(
                machine, digits.Held, digits.Training, temperatures, chains, run.Seed + 1);
            rows.Add([persistent ? "PCD" : "CD-1", $"{mean:0.0}", $"{error:0.00}"]);
            if (!persistent)
            {
                run.Write("digits", DigitFigures.Filters(machine, digits.Held));
            }
        }

        return new(
            $"{hidden} hidden units, {epochs} epochs of batches of 50 on {digits.What}: mean ln p of "
                + $"{digits.Held.ColumnCount:N0} held-out ones, in nats, by annealed importance sampling with "
                + $"{chains} "
                + $"chains and {temperatures:N0} temperatures",
            ["model", "ln p", "standard error of ln Z"], rows);
    }

    private static Results Completion(MeasurementRun run)
    {
        BinaryDigits digits = Load(run);
        BernoulliRbm machine = DigitMachine.Train(digits.Training, run.Full ? 256 : 16, run.Full ? 20 : 2, run.Seed,
            after: (epoch, _) => run.Progress(epoch, run.Full ? 20 : 2));
        bool[] known = [.. Enumerable.Range(0, 784).Select(i => i < 392)];
        Matrix<double> filled = MissingValues.Fill(
            machine, digits.Held, known, run.Full ? 200 : 5, new RandomStream(run.Seed + 1));
        run.Write("completion", DigitFigures.Completed(digits.Held, filled, known));
        int N = digits.Training.ColumnCount;
        Matrix<double> means = digits.Training * Matrices.Ones(N, 1) / N * Matrices.Ones(1, digits.Held.ColumnCount);
        string Right(Matrix<double> predicted) => (Enumerable.Range(0, digits.Held.ColumnCount).Average(n =>
            Enumerable.Range(392, 392).Average(i => predicted[i, n] > 0.5 == digits.Held[i, n] > 0.5 ? 1.0 : 0)))
            .ToString("0.000");
        return new(
            $"Lower halves of {digits.Held.ColumnCount:N0} held-out digits from their upper halves: share of pixels "
                + $"predicted right by a machine of {machine.Hidden} hidden units",
            ["prediction", "right"],
            [["the mean of each pixel", Right(means)], ["clamped Gibbs sampling", Right(filled)]]);
    }

    private static Results FewLabels(MeasurementRun run)
    {
        BinaryDigits digits = Load(run);
        int[] labels = run.Full ? [10, 30, 100] : [2], sizes = run.Full ? [256, 128] : [16, 8];
        int seeds = run.Full ? 5 : 1, epochs = run.Full ? 15 : 1;
        SampleSet training = new(new ColumnSamples(digits.Training), digits.Labels, 10),
            held = new(new ColumnSamples(digits.Held), digits.HeldLabels, 10);
        double[][][] all = run.Each(seeds, seed =>
        {
            DeepBeliefNetwork stack = DeepBeliefNetwork.Train(digits.Training, sizes, epochs, seed, rate: 0.1);
            return labels.Select(count =>
            {
                SampleSet few = training.At(DeepBeliefNetwork.Few(digits.Labels, count, new RandomStream(seed + 99)));
                int[] widths = [digits.Training.RowCount, .. sizes];
                RandomStream Random() => new(seed + 7);
                Sequential[] networks =
                [
                    DeepBeliefNetwork.Untrained(widths, 10, Initializers.InverseRoot(Random())),
                    DeepBeliefNetwork.Untrained(widths, 10, Initializers.Xavier(Random())),
                    stack.Classifier(10, Random()),
                ];
                return networks.Select(network => DeepBeliefNetwork.FineTune(
                    network, few, held, run.Full ? FineTuning : 1, Random())).ToArray();
            }).ToArray();
        });
        double[] Of(int size, int kind) => [.. all.Select(seed => seed[size][kind])];
        return new(
            $"784-{string.Join('-', sizes)}-10 on {digits.What}, {seeds} seeds: accuracy on "
                + $"{digits.Held.ColumnCount:N0} held out, median (range)",
            ["labels a class", "uniform up to 1/√inputs", "Xavier", "stack"],
            [.. labels.Select((count, i) => new[]
            {
                $"{count}", Results.Range(Of(i, 0)), Results.Range(Of(i, 1)), Results.Range(Of(i, 2)),
            })]);
    }

    /// <summary>Epochs of the classifiers on few labels, all kinds.</summary>
    private const int FineTuning = 300;

    private static Results Ratings(MeasurementRun run)
    {
        string? file = run.Full ? DataCache.Standard.Find(PublicSet.MovieLens) is { } folder
            ? Path.Combine(folder, "u.data") : null : null;
        RatingSet set = RatingSet.Load(file, run.Full ? 100 : 20, run.Full ? 500 : 40, new RandomStream(run.Seed));
        int seeds = run.Full ? 5 : 1, epochs = run.Full ? 50 : 2;
        (double Biases, double Factors, double Machine)[] all = run.Each(seeds, seed => (
            set.RootMeanSquare(MatrixFactorization.Predict(set.Known, 0, epochs, new RandomStream(seed))),
            set.RootMeanSquare(MatrixFactorization.Predict(set.Known, 3, epochs, new RandomStream(seed))),
            set.RootMeanSquare(RatingMachine.Predict(set, run.Full ? 50 : 8, epochs, seed))));
        double mean = set.Known.Cast<int>().Where(r => r > 0).Average();
        string global = Math.Sqrt(set.Held.Average(r => Math.Pow(r.Stars - mean, 2))).ToString("0.000");
        return new(
            $"{set.Known.GetLength(0):N0} items, {set.Known.GetLength(1):N0} users, {set.What}: RMSE in stars on "
                + $"{set.Held.Count:N0} held out, {seeds} seeds, median (range)",
            ["prediction", "RMSE"],
            [
                ["the mean of all ratings", global],
                ["the mean of each item", set.RootMeanSquare(set.ItemMeans()).ToString("0.000")],
                ["biases of items and users", Results.Range(all.Select(a => a.Biases))],
                ["matrix factorisation of rank 3", Results.Range(all.Select(a => a.Factors))],
                ["machine of stars", Results.Range(all.Select(a => a.Machine))],
            ]);
    }

    private static Results Codes(MeasurementRun run)
    {
        BinaryDigits digits = Load(run);
        int[] sizes = run.Full ? [8, 32, 128] : [4];
        int epochs = run.Full ? 20 : 1;
        double Error(Matrix<double> back) =>
            (back - digits.Held).PointwisePower(2).Enumerate().Sum() / (784.0 * digits.Held.ColumnCount);
        Pca pca = Pca.Of(digits.Training, sizes[^1]);
        string[][] rows = [.. sizes.Select((size, i) =>
        {
            BernoulliRbm machine = DigitMachine.Train(digits.Training, size, epochs, run.Seed);
            Matrix<double> U = pca.Components.SubMatrix(0, 784, 0, size),
                centred = digits.Held - pca.Mean * Matrices.Ones(1, digits.Held.ColumnCount);
            Matrix<double> linear = U * (U.Transpose() * centred) + pca.Mean
                * Matrices.Ones(1, digits.Held.ColumnCount);
            run.Progress(i + 1, sizes.Length);
            return new[] { $"{size}", $"{Error(linear):0.0000}", $"{Error(machine.Reconstruct(digits.Held)):0.0000}" };
        })];
        return new(
            $"Binary digits, {digits.What}: mean squared error a pixel on {digits.Held.ColumnCount:N0} held out",
            ["numbers in the code", "principal components", "hidden probabilities"], rows);
    }

    private static Results WordTopics(MeasurementRun run)
    {
        string? folder = run.Full ? DataCache.Standard.Find(PublicSet.Sentiment) : null;
        LabelledSentences sentences = folder is null
            ? ReviewGrammar.Draw(new RandomStream(run.Seed), run.Full ? 900 : 60)
            : SentenceFile.Read(Path.Combine(folder, "amazon_cells_labelled.txt"));
        (int units, int epochs) = run.Full ? (10, 100) : (3, 2);
        Topics topics = Topics.Train(sentences.Texts, units, epochs, run.Seed);
        run.Progress(1, 1);
        return new(
            $"{units} hidden units over the {topics.Words.Length} words that stand in 5 or more of {sentences.Count} "
                + $"{(folder is null ? "drawn" : "labelled")} sentences: the words with the largest weights, and the "
                + "share of praise among the 30 sentences that the unit is most probably on for",
            ["unit", "words", "praise"],
            [.. Enumerable.Range(0, units).OrderByDescending(j => topics.Praise(j, sentences.Labels, 30)).Select(
                (j, i) => new[]
                {
                    $"{i + 1}", string.Join(", ", topics.Of(j, 8)),
                    $"{topics.Praise(j, sentences.Labels, 30):0.00}",
                })]);
    }
}
