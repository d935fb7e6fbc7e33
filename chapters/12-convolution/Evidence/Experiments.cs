using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Convolutions;

/// <summary>The networks of the notes trained over seeds, on real digits where they are there.</summary>
public static class ConvolutionExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("mnist", "How well does the MNIST network of the notes read digits, with and without augmentation?",
            Mnist),
        new("angles", "How does accuracy fall with the angle of a digit, trained with and without turned digits?",
            Angles),
        new("scrambled", "What is lost when the pixels of all digits are in one other order?", Scrambled),
        new("pictures", "Do the other programs of the notes learn from few drawn pictures?", Pictures),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        .. Measured.Select(measurement => measurement.ToExperiment()),
        new("summaries", "Every network of the notes, layer by layer.", Summaries),
    ];

    private static (LabelledImages Training, LabelledImages Held, string What) Digits(MeasurementRun run)
    {
        string? folder = run.Full ? DataCache.Standard.Find(PublicSet.Mnist) : null;
        (LabelledImages training, LabelledImages held) =
            run.Full ? DigitsNetwork.Images(folder, 1500, 500) : DigitsNetwork.Images(null, 100, 60);
        return (training, held, $"{training.Count:N0} {(folder is null ? "drawn" : "MNIST")} digits");
    }

    private static Results Mnist(MeasurementRun run)
    {
        (LabelledImages training, LabelledImages held, string what) = Digits(run);
        (int seeds, int epochs) = run.Full ? (5, 5) : (1, 1);
        (string Name, double Turn, bool Dense, int Epochs)[] rows =
        [
            ("as they are", 0, false, epochs), ("turned by up to 15°", 15, false, epochs),
            ("as they are", 0, false, 4 * epochs), ("turned by up to 15°", 15, false, 4 * epochs),
            ("as they are, dense 784-120-84-10", 0, true, epochs),
        ];
        SampleSet upright = training.ToSampleSet(), test = held.ToSampleSet();
        string[][] table = [.. rows.Select((row, r) =>
        {
            double[] accuracies = [.. Enumerable.Range(0, seeds).Select(s =>
            {
                ulong seed = run.Seed + (ulong)s;
                (Trainer trainer, History history) = DigitRuns.Train(
                    row.Turn == 0 ? upright : DigitRuns.Turned(training, -row.Turn, row.Turn, seed), test, row.Epochs,
                    seed, row.Dense);
                if (r == 0 && s == 0)
                {
                    run.Write("training", TrainedFigures.Training(trainer, history, held, what));
                    run.Write("features", TrainedFigures.Features(trainer, held));
                }

                run.Progress(r * seeds + s + 1, rows.Length * seeds);
                return history.ValidationMetrics[^1];
            })];
            return new[] { row.Name, $"{row.Epochs}", Results.Range(accuracies) };
        })];
        return new(
            $"{what}, batches of 10, {seeds} seeds: accuracy on {held.Count:N0} held out, median (range)",
            ["training digits", "epochs", "accuracy"], table);
    }

    private static Results Angles(MeasurementRun run)
    {
        (LabelledImages training, LabelledImages held, string what) = Digits(run);
        (int seeds, int epochs) = run.Full ? (5, 5) : (1, 1);
        double[] turns = [0, 15, 45], angles = run.Full ? [.. Enumerable.Range(-6, 13).Select(i => 15.0 * i)]
            : [-45, 0, 45];
        double[][][] accuracies = [.. turns.Select((turn, t) => Enumerable.Range(0, seeds).Select(s =>
        {
            double[] of = DigitRuns.ByAngle(training, held, turn, angles, epochs, run.Seed + (ulong)s);
            run.Progress(t * seeds + s + 1, turns.Length * seeds);
            return of;
        }).ToArray())];
        run.Write("angles", TrainedFigures.Angles(angles, turns, accuracies, what));
        return new(
            $"{what}, {epochs} epochs, {seeds} seeds: accuracy on {held.Count:N0} held out that are turned, median "
                + "(range)",
            ["turned by", .. turns.Select(turn => turn == 0 ? "trained upright" : $"trained with up to {turn}°")],
            [.. angles.Select((angle, a) => (string[])
                [$"{angle}°", .. accuracies.Select(of => Results.Range(of.Select(one => one[a])))])]);
    }

    private static Results Scrambled(MeasurementRun run)
    {
        (LabelledImages training, LabelledImages held, string what) = Digits(run);
        (int seeds, int epochs) = run.Full ? (5, 5) : (1, 1);
        var curves = new double[4][][];
        for (int i = 0; i < 4; i++)
        {
            curves[i] = [.. Enumerable.Range(0, seeds).Select(s =>
            {
                double[] curve = DigitRuns.InOrder(training, held, i % 2 == 1, i < 2, epochs, run.Seed + (ulong)s);
                run.Progress(i * seeds + s + 1, 4 * seeds);
                return curve;
            })];
        }

        run.Write("scrambled", TrainedFigures.Scrambled(curves, what));
        string Of(int i) => Results.Range(curves[i].Select(curve => curve[^1]));
        return new(
            $"{what}, {epochs} epochs, {seeds} seeds: accuracy on {held.Count:N0} held out, median (range)",
            ["network", "pixels in place", "pixels in another order"],
            [["dense 784-120-84-10", Of(0), Of(1)], ["convolutional", Of(2), Of(3)]]);
    }

    private static Results Pictures(MeasurementRun run)
    {
        (int seeds, int count, int epochs, int side) = run.Full ? (3, 120, 10, 224) : (1, 16, 1, 16);
        LabelledImages cifar = PictureRuns.DrawnCifar(new RandomStream(9), 2 * count);
        if (run.Full && DataCache.Standard.Find(PublicSet.Cifar10) is { } folder)
        {
            cifar = Cifar10.Train(folder);
        }

        (string Name, string Pictures, Func<ulong, History> Train)[] rows =
        [
            ("dogs and cats, S0", $"{4 * count} drawn, {side} × {side}", seed => Pets(seed, 4 * count, side, epochs)),
            ("CIFAR-10, S2", $"{cifar.Count:N0}, 32 × 32",
                seed => PictureRuns.Cifar(cifar, epochs, seed, ConvolutionalNetworks.Cifar).History),
            ("CIFAR-10, S3", $"{cifar.Count:N0}, 32 × 32",
                seed => PictureRuns.Cifar(cifar, epochs, seed, ConvolutionalNetworks.CifarKeras).History),
            ("gender, S3", $"{count} drawn, three in four of one class", seed => Faces(seed, count, epochs)),
        ];
        return new(
            $"{epochs} epochs, {seeds} seeds: median (range); real pictures of CIFAR-10 where they are there",
            ["network", "pictures", "training loss, first epoch", "last", "held-out accuracy"],
            [.. rows.Select((row, r) =>
            {
                History[] runs = [.. Enumerable.Range(0, seeds).Select(s =>
                {
                    History history = row.Train(run.Seed + (ulong)s);
                    run.Progress(r * seeds + s + 1, rows.Length * seeds);
                    return history;
                })];
                return new[]
                {
                    row.Name, row.Pictures, Results.Range(runs.Select(h => h.Losses[0])),
                    Results.Range(runs.Select(h => h.Losses[^1])),
                    Results.Range(runs.Select(h => h.ValidationMetrics[^1])),
                };
            })]);
    }

    private static History Pets(ulong seed, int count, int side, int epochs)
    {
        LabelledImages pets = DrawnPets.Draw(new RandomStream(seed), count, side);
        return PictureRuns.Pets(pets.Images, pets.Labels, side, epochs, seed).History;
    }

    private static History Faces(ulong seed, int count, int epochs)
    {
        LabelledImages faces = DrawnPets.Draw(new RandomStream(seed), 3 * count / 2, 50);
        int[] chosen = [.. Enumerable.Range(0, faces.Count).Where(n => n % 2 == 0 || n % 6 == 1)];
        return PictureRuns.Gender(
            new PictureRuns.Part(faces.Images, chosen), [.. chosen.Select(n => faces.Labels[n])], epochs, seed)
            .History;
    }

    private static void Summaries(ExperimentRun run)
    {
        var random = new RandomStream(run.Seed);
        (string Name, Sequential Network)[] all =
        [
            ("S0, digits", ConvolutionalNetworks.Mnist(random)),
            ("S0, dogs and cats", ConvolutionalNetworks.Pets(random)),
            ("S2, CIFAR-10", ConvolutionalNetworks.Cifar(random)),
            ("S3, CIFAR-10", ConvolutionalNetworks.CifarKeras(random)),
            ("S3, gender", ConvolutionalNetworks.Gender(random)),
            ("S3, LeNet", ConvolutionalNetworks.LeNet(random)),
            ("S4, 128 × 128", ConvolutionalNetworks.Keras128(random)),
            ("S4, 16 × 16", ConvolutionalNetworks.TwoStages(random)),
        ];
        foreach ((string name, Sequential network) in all)
        {
            Table table = new Table()
                .Title($"{name}: {Summary.Of(network).Total:N0} parameters, "
                    + $"{ConvolutionalNetworks.MultiplyAdds(network):N0} multiplications for an image")
                .AddColumns("layer", "numbers out", "parameters");
            foreach (Summary.Line line in Summary.Of(network).Lines)
            {
                table.AddRow(line.Name, $"{line.Outputs:N0}", $"{line.Parameters:N0}");
            }

            run.Print(table);
        }
    }
}
