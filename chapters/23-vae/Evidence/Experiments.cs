using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.VariationalAutoencoders;

/// <summary>What the chapter measures, on real digits where they are there.</summary>
public static class VaeExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("convolutional", "How fast does the autoencoder of the notes learn?", Convolutional),
        new("latent", "What does the divergence make of a latent space of two units?", Latent),
        new("beta", "How many units does a weight β of the divergence leave?", Beta),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
        [.. Measured.Select(measurement => measurement.ToExperiment())];

    private static (SampleSet Training, SampleSet HeldOut, string What) Digits(MeasurementRun run)
    {
        string? folder = run.Full ? DataCache.Standard.Find(PublicSet.Mnist) : null;
        return run.Full ? DigitsNetwork.Digits(folder) : DigitsNetwork.Digits(null, 64, 40);
    }

    private static Results Convolutional(MeasurementRun run)
    {
        (SampleSet training, SampleSet heldOut, string what) = Digits(run);
        (int seeds, int epochs) = run.Full ? (3, 10) : (1, 1);
        IReadOnlyList<VaeTrainer.Epoch>[] runs = [.. Enumerable.Range(0, seeds).Select(s =>
        {
            (VariationalAutoencoder model, IReadOnlyList<VaeTrainer.Epoch> history) = DigitVae.Train(
                random => VaeModels.Convolutional(random), training, heldOut, epochs, run.Seed + (ulong)s,
                epoch => run.Progress(s * epochs + epoch, seeds * epochs));
            if (s == 0)
            {
                run.Write("training", TrainedFigures.Training(history, what));
                run.Write("digits", TrainedFigures.Digits(model, heldOut, run.Seed));
            }

            return history;
        })];
        return new(
            $"{what}, batches of 64, Adam at 0.001, {seeds} seeds: nats a held-out digit, median (range)",
            ["epochs", "reconstruction", "divergence", "ELBO"],
            [
                .. new[] { 1, 5, 8, 10 }.Where(e => e <= epochs).Select(e =>
                    Row($"{e}", runs.Select(h => h[e - 1].HeldOut))),
                .. Fashion(run),
            ]);
    }

    // S3-254: the notes train on all images and hold none out.
    private static IEnumerable<string[]> Fashion(MeasurementRun run)
    {
        if (!run.Full || DataCache.Standard.Find(PublicSet.FashionMnist) is not { } folder)
        {
            return [];
        }

        SampleSet all = FashionImages.All(folder);
        return [Row("3, all of Fashion-MNIST, the first 1,000 images", [DigitVae.Train(
            random => VaeModels.Convolutional(random), all, all.At([.. Enumerable.Range(0, 1000)]), 3, run.Seed)
            .History[^1].HeldOut])];
    }

    private static Results Latent(MeasurementRun run)
    {
        (SampleSet training, SampleSet heldOut, string what) = Digits(run);
        (int epochs, int hidden) = run.Full ? (40, 256) : (1, 16);
        double[] βs = [0, 1];
        var trained = βs.Select((β, i) => DigitVae.Train(
            random => VaeModels.Dense(random, hidden, 2, β), training, heldOut, epochs, run.Seed,
            epoch => run.Progress(i * epochs + epoch, 2 * epochs))).ToArray();
        VariationalAutoencoder[] models = [.. trained.Select(t => t.Model)];
        run.Write("map", TrainedFigures.Map(models, heldOut));
        run.Write("manifold", TrainedFigures.Manifold(models[1]));
        run.Write("interpolation", TrainedFigures.Interpolation(models, heldOut));
        (Trainer reader, _) = DigitsNetwork.Train(training, heldOut, run.Seed, run.Full ? 10 : 1);
        Matrix<double> X = TrainedFigures.Columns(heldOut, heldOut.Count);
        return new(
            $"{what}, 784-{hidden}-2 and back, {epochs} epochs: nats a held-out digit; the probability that the "
                + "classifier of chapter 09 gives its own answer, mean",
            ["β", "reconstruction", "divergence", "held-out digits", "reconstructions", "midpoints of two codes",
                "points of the prior"],
            [.. models.Select((model, i) =>
            {
                Matrix<double> M = model.Encode(X).Means;
                Matrix<double> halves = Matrix<double>.Build.Dense(2, M.ColumnCount - 1,
                    (row, n) => (M[row, n] + M[row, n + 1]) / 2);
                string Sure(Matrix<double> digits) =>
                    $"{reader.Predict(digits).EnumerateColumns().Average(p => p.Maximum()):0.000}";
                ElboTerms last = trained[i].History[^1].HeldOut;
                return new[]
                {
                    $"{βs[i]}", $"{last.Reconstruction:0.0}", $"{last.Divergence:0.0}", Sure(X),
                    Sure(model.Decode(M)), Sure(model.Decode(halves)),
                    Sure(model.Generate(run.Full ? 1000 : 20, new RandomStream(run.Seed))),
                };
            })]);
    }

    private static Results Beta(MeasurementRun run)
    {
        (SampleSet training, SampleSet heldOut, string what) = Digits(run);
        (int epochs, int hidden, int units) = run.Full ? (15, 256, 16) : (1, 16, 4);
        double[] βs = run.Full ? [0.1, 0.3, 1, 3, 10, 30] : [1, 10];
        Matrix<double> X = TrainedFigures.Columns(heldOut, heldOut.Count);
        var terms = new ElboTerms[βs.Length];
        double[][] divergences = [.. βs.Select((β, i) =>
        {
            (VariationalAutoencoder model, IReadOnlyList<VaeTrainer.Epoch> history) = DigitVae.Train(
                random => VaeModels.Dense(random, hidden, units, β), training, heldOut, epochs, run.Seed,
                epoch => run.Progress(i * epochs + epoch, βs.Length * epochs));
            terms[i] = history[^1].HeldOut;
            (Matrix<double> M, Matrix<double> S) = model.Encode(X);
            return VaeEquations.Divergences(M, S).EnumerateRows().Select(row => row.Average()).OrderDescending()
                .ToArray();
        })];
        run.Write("beta", TrainedFigures.Beta(βs, terms, divergences, what));
        return new(
            $"{what}, 784-{hidden}-{units} and back, {epochs} epochs: nats a held-out digit; units whose mean "
                + "divergence is above 0.01",
            ["β", "reconstruction", "divergence", "ELBO", "units in use"],
            [.. βs.Select((β, i) => (string[])
                [.. Row($"{β}", [terms[i]], single: true), $"{divergences[i].Count(d => d > 0.01)} of {units}"])]);
    }

    private static string[] Row(string first, IEnumerable<ElboTerms> of, bool single = false)
    {
        string Cell(Func<ElboTerms, double> value) =>
            single ? $"{value(of.Single()):0.0}" : Results.Range(of.Select(value), "0.0");
        return [first, Cell(t => t.Reconstruction), Cell(t => t.Divergence), Cell(t => t.Elbo)];
    }
}
