using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Convolutions;

/// <summary>The network of the notes on digits over seeds, real ones where they are there.</summary>
public static class ConvolutionExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("mnist", "The MNIST network of the notes, 5 epochs of batches of 10, plain and with digits turned by up "
            + "to 15°. Real digits if REFERENCE_DATA names their folder, else a few drawn ones.", Mnist),
        new("summaries", "Every network of the notes, layer by layer.", Summaries),
    ];

    /// <summary>The held-out accuracy of one run of the notes' program.</summary>
    public static double Accuracy(
        SampleSet training, SampleSet held, int epochs, ulong seed, bool dense = false) =>
        DigitRuns.Train(training, held, epochs, seed, dense).History.ValidationMetrics[^1];

    private static void Mnist(ExperimentRun run)
    {
        string? folder = DataCache.Standard.Find(PublicSet.Mnist);
        (LabelledImages train, LabelledImages test) = DigitsNetwork.Images(folder, 300, 100);
        (int seeds, int epochs) = folder is null ? (1, 3) : (5, 5);
        SampleSet held = test.ToSampleSet();
        Table table = new Table()
            .Title($"{train.Count:N0} {(folder is null ? "drawn" : "MNIST")} digits, {epochs} epochs, {seeds} seeds: "
                + $"accuracy on {test.Count:N0} held out")
            .AddColumns("training digits", "median", "range");
        (string Name, double Turn, bool Dense)[] rows =
        [
            ("as they are", 0, false), ("turned by up to 15°", 15, false),
            ("as they are, dense network 784-120-84-10", 0, true),
        ];
        foreach (((string name, double turn, bool dense), int i) in rows.Select((row, i) => (row, i)))
        {
            var accuracies = new double[seeds];
            for (int s = 0; s < seeds; s++)
            {
                ulong seed = run.Seed + (ulong)s;
                SampleSet training = turn == 0 ? train.ToSampleSet() : DigitRuns.Turned(train, -turn, turn, seed);
                accuracies[s] = Accuracy(training, held, epochs, seed, dense);
                run.Progress(i * seeds + s + 1, rows.Length * seeds);
            }

            Array.Sort(accuracies);
            table.AddRow(name, $"{accuracies[seeds / 2]:0.000}", $"{accuracies[0]:0.000}–{accuracies[^1]:0.000}");
        }

        run.Print(table);
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
