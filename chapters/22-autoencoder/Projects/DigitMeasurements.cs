using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Autoencoders;

/// <summary>Autoencoders measured on digits, real ones where they are there.</summary>
internal static class DigitMeasurements
{
    private sealed record Digits(SampleSet Training, SampleSet Held, string What)
    {
        public Matrix<double> X { get; } = DigitAutoencoders.Columns(Training.X);

        public Matrix<double> Test { get; } = DigitAutoencoders.Columns(Held.X);

        public static Digits Of(MeasurementRun run)
        {
            string? folder = run.Full ? DataCache.Standard.Find(PublicSet.Mnist) : null;
            (SampleSet training, SampleSet held, string what) =
                run.Full ? DigitsNetwork.Digits(folder) : DigitsNetwork.Digits(null, 60, 30);
            return new(training, held, what);
        }
    }

    /// <summary>Errors by the size of the code. S3-244, S4-174, S4-205.</summary>
    public static Results Sizes(MeasurementRun run)
    {
        Digits digits = Digits.Of(run);
        (int seeds, int epochs) = run.Full ? (3, 40) : (1, 1);
        int[] sizes = run.Full ? [2, 8, 16, 32, 50] : [2];
        Pca all = DigitAutoencoders.Components(digits.X, sizes[^1]);
        var errors = new double[3][][]; // linear, deep, deep in training; [size][seed]
        for (int kind = 0; kind < 3; kind++)
        {
            errors[kind] = [.. sizes.Select(_ => new double[seeds])];
        }

        var shown = new List<(string Name, Matrix<double> X̂)> { ("digit", digits.Test) };
        for (int i = 0; i < sizes.Length; i++)
        {
            for (int s = 0; s < seeds; s++)
            {
                ulong seed = run.Seed + (ulong)s;
                int done = (i * seeds + s) * epochs;
                Autoencoder linear = DigitAutoencoders.Linear(sizes[i], new(seed)),
                    deep = DigitAutoencoders.Deep(sizes[i], new(seed));
                errors[0][i][s] = DigitAutoencoders.Train(
                    linear, digits.Training, digits.Held, epochs, seed, falling: 5e-3).History.ValidationLosses[^1];
                History history = DigitAutoencoders.Train(
                    deep, digits.Training, digits.Held, epochs, seed,
                    progress: epoch => run.Progress(done + epoch, sizes.Length * seeds * epochs)).History;
                (errors[1][i][s], errors[2][i][s]) = (history.ValidationLosses[^1], history.Losses[^1]);
                if (s == 0 && sizes[i] is 2 or 16)
                {
                    Pca pca = First(all, sizes[i]);
                    shown.Add(($"PCA, k = {sizes[i]}", pca.Reconstruct(pca.Project(digits.Test))));
                    shown.Add(($"deep, k = {sizes[i]}", deep.Forward(digits.Test, Mode.Inference)));
                }
            }
        }

        double[] components = [.. sizes.Select(k => DigitAutoencoders.Error(First(all, k), digits.Test))];
        run.Write("sizes", DigitFigures.Sizes(sizes, components, errors[0], errors[1], shown, digits.Held.Labels));
        return new(
            $"{digits.What}, {epochs} epochs, {seeds} seeds: squared error a pixel on {digits.Held.Count:N0} held "
                + "out, median (range)",
            ["code", "principal components", "linear", "784-256-64-k", "the same on training digits"],
            [.. sizes.Select((k, i) => new[]
            {
                $"{k}", $"{components[i]:0.0000}", Results.Range(errors[0][i], "0.0000"),
                Results.Range(errors[1][i], "0.0000"), Results.Range(errors[2][i], "0.0000"),
            })]);
    }

    /// <summary>Clusters and classes in codes of several kinds. S3-173, S3-175, S4-202.</summary>
    public static Results Codes(MeasurementRun run)
    {
        Digits digits = Digits.Of(run);
        (int seeds, int epochs) = run.Full ? (3, 20) : (1, 1);
        string[] names = ["principal components", "autoencoder", "of pairs", "with labels"];
        int[] sizes = run.Full ? [2, 16] : [2];
        var maps = new List<(string Name, Matrix<double> Z)>();
        var rows = new List<string[]>();
        foreach (int k in sizes)
        {
            Pca pca = DigitAutoencoders.Components(digits.X, k);
            Autoencoder Plain(ulong seed)
            {
                Autoencoder autoencoder = DigitAutoencoders.Deep(k, new(seed));
                DigitAutoencoders.Train(autoencoder, digits.Training, null, epochs, seed);
                return autoencoder;
            }

            Func<ulong, Autoencoder?>[] kinds =
            [
                _ => null, Plain, seed => CodeTasks.Siamese(digits.Training, k, epochs, seed),
                seed => CodeTasks.Supervised(digits.Training, k, epochs, seed),
            ];
            for (int kind = 0; kind < kinds.Length; kind++)
            {
                double[][] of = [.. Enumerable.Range(0, seeds).Select(s =>
                {
                    ulong seed = run.Seed + (ulong)s;
                    Autoencoder? trained = kinds[kind](seed);
                    Matrix<double> Map(Matrix<double> X) =>
                        trained is null ? pca.Project(X) : DigitAutoencoders.Codes(trained, X);
                    (Matrix<double> Z, Matrix<double> held) = (Map(digits.X), Map(digits.Test));
                    if (k == 2 && s == 0)
                    {
                        maps.Add((names[kind], held));
                    }

                    double Accuracy(int each) => CodeTasks.Accuracy(
                        Z, digits.Training.Labels, held, digits.Held.Labels, each, seed, run.Full ? 200 : 2);
                    double[] found =
                    [
                        KMeans.Of(held, 10, new(seed)).Purity(digits.Held.Labels), Accuracy(10), Accuracy(100),
                    ];
                    run.Progress(rows.Count * seeds + s + 1, sizes.Length * names.Length * seeds);
                    return found;
                })];
                rows.Add([names[kind], $"{k}", .. Enumerable.Range(0, 3).Select(i =>
                    Results.Range(of.Select(one => one[i])))]);
            }
        }

        run.Write("codes", DigitFigures.Codes(maps, digits.Held.Labels));
        return new(
            $"{digits.What}, {epochs} epochs, {seeds} seeds: on {digits.Held.Count:N0} held out, median (range)",
            ["codes", "k", "purity of 10 clusters", "accuracy from 10 labels a class", "from 100"], rows);
    }

    /// <summary>Noise removed and holes filled. S4-031, S3-243.</summary>
    public static Results Damage(MeasurementRun run)
    {
        Digits digits = Digits.Of(run);
        (int seeds, int epochs) = run.Full ? (3, 20) : (1, 1);
        Corruption noise = Corruptions.Noise(0.4), hole = Corruptions.Hole(new(28, 28, 1), 10);
        Matrix<double> Damaged(Corruption corruption) =>
            DigitAutoencoders.Columns(new CorruptedSamples(digits.Held.X, corruption, new(run.Seed + 300)));
        (string Name, Matrix<double> X)[] inputs =
            [("clean", digits.Test), ("noise", Damaged(noise)), ("hole", Damaged(hole))];
        (string Name, Corruption? Corruption)[] kinds =
            [("clean digits", null), ("digits with noise", noise), ("digits with a hole", hole)];
        var repaired = new List<Matrix<double>>();
        string[][] rows = [.. kinds.Select((kind, r) =>
        {
            double[][] errors = [.. Enumerable.Range(0, seeds).Select(s =>
            {
                ulong seed = run.Seed + (ulong)s;
                Autoencoder autoencoder = DigitAutoencoders.Deep(32, new(seed));
                DigitAutoencoders.Train(autoencoder, digits.Training, null, epochs, seed, kind.Corruption);
                Matrix<double>[] outputs = [.. inputs.Select(input => autoencoder.Forward(input.X, Mode.Inference))];
                if (s == 0)
                {
                    repaired.AddRange(outputs);
                }

                run.Progress(r * seeds + s + 1, kinds.Length * seeds);
                return outputs.Select(X̂ => AutoencoderEquations.Loss(X̂, digits.Test)).ToArray();
            })];
            return (string[])[kind.Name, .. inputs.Select((_, i) =>
                Results.Range(errors.Select(one => one[i]), "0.0000"))];
        })];
        run.Write("damage", DigitFigures.Damage(
            [("digit", digits.Test), ("noise", inputs[1].X), ("trained on clean digits", repaired[1]),
                ("trained with noise", repaired[4]), ("hole", inputs[2].X),
                ("trained on clean digits", repaired[2]), ("trained with holes", repaired[8])],
            digits.Held.Labels));
        string[] left = [.. inputs.Select(input => $"{AutoencoderEquations.Loss(input.X, digits.Test):0.0000}")];
        return new(
            $"{digits.What}, code of 32, {epochs} epochs, {seeds} seeds: squared error a pixel to the clean digit on "
                + $"{digits.Held.Count:N0} held out, median (range)",
            ["trained on", "clean input", "noise of 0.4", "hole of 10 × 10"],
            [["the input itself", .. left], .. rows]);
    }

    /// <summary>The reconstruction error of a digit that was left out. S3-174.</summary>
    public static Results Novelty(MeasurementRun run)
    {
        Digits digits = Digits.Of(run);
        (int epochs, int k) = (run.Full ? 20 : 1, 16);
        var rows = new List<string[]>();
        int[] classes = run.Full ? [.. Enumerable.Range(0, 10)] : [1];
        foreach (int unseen in classes)
        {
            SampleSet known = digits.Training.At([.. digits.Training.Labels.Index()
                .Where(one => one.Item != unseen).Select(one => one.Index)]);
            Pca pca = DigitAutoencoders.Components(DigitAutoencoders.Columns(known.X), k);
            Autoencoder autoencoder = DigitAutoencoders.Deep(k, new(run.Seed));
            DigitAutoencoders.Train(autoencoder, known, null, epochs, run.Seed);
            int[] labels = [.. digits.Held.Labels.Select(label => label == unseen ? 1 : 0)];
            double Area(Matrix<double> X̂) => Toys.Roc(Anomalies.Errors(digits.Test, X̂), labels).Area;
            rows.Add(
            [
                $"{unseen}", $"{Area(pca.Reconstruct(pca.Project(digits.Test))):0.000}",
                $"{Area(autoencoder.Forward(digits.Test, Mode.Inference)):0.000}",
            ]);
            run.Progress(rows.Count, classes.Length);
        }

        return new(
            $"{digits.What}, code of {k}, {epochs} epochs, one seed: area under the ROC curve of the reconstruction "
                + $"error on {digits.Held.Count:N0} held out",
            ["digit left out of training", "principal components", "784-256-64-k"], rows);
    }

    /// <summary>Images of codes that belong to no digit. S3-245, S4-199.</summary>
    public static Results Holes(MeasurementRun run)
    {
        Digits digits = Digits.Of(run);
        (int seeds, int epochs, int count) = run.Full ? (3, 20, 1000) : (1, 1, 20);
        Trainer classifier = DigitsNetwork.Train(digits.Training, digits.Held, run.Seed, run.Full ? 10 : 1).Trainer;
        int[] sizes = run.Full ? [2, 16] : [2];
        string[][] rows = [.. sizes.Select((k, r) =>
        {
            double[][] sure = [.. Enumerable.Range(0, seeds).Select(s =>
            {
                ulong seed = run.Seed + (ulong)s;
                Autoencoder autoencoder = DigitAutoencoders.Convolutional(k, new(seed));
                DigitAutoencoders.Train(
                    autoencoder, digits.Training, null, epochs, seed,
                    progress: epoch => run.Progress((r * seeds + s) * epochs + epoch, sizes.Length * seeds * epochs));
                Matrix<double> Z = DigitAutoencoders.Codes(autoencoder, digits.X);
                if (k == 2 && s == 0)
                {
                    run.Write("holes", DigitFigures.Holes(
                        autoencoder, DigitAutoencoders.Codes(autoencoder, digits.Test), digits.Held.Labels));
                }

                return new[]
                {
                    CodeTasks.Sure(classifier, autoencoder.Forward(digits.Test, Mode.Inference)),
                    CodeTasks.Sure(classifier, CodeTasks.Sampled(autoencoder, Z, count, new(seed + 400))),
                };
            })];
            return (string[])[$"{k}", .. Enumerable.Range(0, 2).Select(i =>
                Results.Range(sure.Select(one => one[i])))];
        })];
        double real = CodeTasks.Sure(classifier, digits.Test);
        return new(
            $"{digits.What}, convolutional autoencoders, {epochs} epochs, {seeds} seeds: share of images that the "
                + $"network of chapter 09 reads with a probability of at least 0.9 (held-out digits: {real:0.000}), "
                + "median (range)",
            ["code", "reconstructions of held-out digits", "images of codes drawn from a normal distribution"], rows);
    }

    private static Pca First(Pca pca, int k) => pca with
    {
        Components = pca.Components.SubMatrix(0, pca.Components.RowCount, 0, k),
        Variances = pca.Variances.SubVector(0, k),
    };
}
