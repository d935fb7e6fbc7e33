using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Spectre.Console;

namespace Reference.Regularization;

/// <summary>Remedies measured over seeds, on real digits where they are there.</summary>
public static class RegularizationExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("remedies",
            "What do L1, L2, dropout and early stopping do to the held-out loss and accuracy of the digits "
            + "network on 700 digits? Real ones if REFERENCE_DATA names their folder, else a few drawn ones.",
                Remedies),
        new("batch-norm", "What is batch normalization worth in a network of sigmoids? Real digits if REFERENCE_DATA "
            + "names their folder, else a few drawn ones.", BatchNorm),
        new("houses", "Small, too large, and large with L2 and dropout: which network generalizes?", Houses),
        new("decay", "AdamW against Adam with an L2 penalty of equal strength: the weights that remain.", Decay),
    ];

    /// <summary>Held-out loss and accuracy of one remedy, one pair a seed.</summary>
    public static (double[] Losses, double[] Accuracies) Measure(
        DigitRemedies.Remedy remedy, SampleSet training, SampleSet held, int epochs, ulong seed, int seeds,
        int patience = 0)
    {
        (double Loss, double Metric)[] runs = [.. Enumerable.Range(0, seeds).Select(i => DigitRemedies
            .Train(remedy, training, held, epochs, seed + (ulong)i, patience).Trainer.Evaluate(held))];
        return ([.. runs.Select(r => r.Loss)], [.. runs.Select(r => r.Metric)]);
    }

    private static void Remedies(ExperimentRun run)
    {
        string? folder = DataCache.Standard.Find(PublicSet.Mnist);
        (int seeds, int epochs) = folder is null ? (1, 6) : (5, 100);
        (SampleSet training, SampleSet held, string what) =
            DigitRemedies.Digits(folder, folder is null ? 150 : 700, folder is null ? 100 : 1000);
        Table table = new Table()
            .Title($"784-128-64-10 on {training.Count} {what}, {epochs} epochs, {seeds} seeds: held out")
            .AddColumns("remedy", "median loss", "range", "median accuracy", "range");
        for (int i = 0; i <= DigitRemedies.All.Count; i++)
        {
            bool stopping = i == DigitRemedies.All.Count;
            (double[] losses, double[] accuracies) = Measure(
                DigitRemedies.All[stopping ? 0 : i], training, held, epochs, run.Seed, seeds, stopping ? 5 : 0);
            table.AddRow(
                stopping ? "early stopping, patience 5" : DigitRemedies.All[i].Name,
                $"{FitFigures.Median(losses):0.000}", $"{losses.Min():0.000}–{losses.Max():0.000}",
                $"{FitFigures.Median(accuracies):0.000}", $"{accuracies.Min():0.000}–{accuracies.Max():0.000}");
            run.Progress(i + 1, DigitRemedies.All.Count + 1);
        }

        run.Print(table);
    }

    private static void BatchNorm(ExperimentRun run)
    {
        string? folder = DataCache.Standard.Find(PublicSet.Mnist);
        (SampleSet training, SampleSet held, string what) =
            DigitRemedies.Digits(folder, folder is null ? 200 : 7000, folder is null ? 100 : 1000, centred: false);
        int seeds = folder is null ? 1 : 5;
        Table table = new Table()
            .Title($"784-100-100-10 of sigmoids on {training.Count:N0} {what}, 5 epochs: held-out accuracy")
            .AddColumns("rate", "batch norm", "median", "range");
        double[] rates = [0.01, 0.1];
        for (int i = 0; i < 4; i++)
        {
            (double rate, bool norm) = (rates[i / 2], i % 2 == 1);
            double[] accuracies = [.. Enumerable.Range(0, seeds).Select(s => DigitRemedies
                .TrainSigmoids(training, held, norm, 5, run.Seed + (ulong)s, rate).ValidationMetrics[^1])];
            table.AddRow($"{rate}", norm ? "yes" : "no", $"{FitFigures.Median(accuracies):0.000}",
                $"{accuracies.Min():0.000}–{accuracies.Max():0.000}");
            run.Progress(i + 1, 4);
        }

        run.Print(table);
    }

    private static void Houses(ExperimentRun run)
    {
        bool full = Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1";
        (int hidden, int epochs, int seeds) = full ? (1000, 30, 5) : (60, 6, 1);
        Table table = new Table()
            .Title($"Networks on 700 synthetic houses, {epochs} epochs, {hidden} units per layer (1,000 with "
                + "REFERENCE_LONG_RUN=1), median of the seeds")
            .AddColumns("network", "parameters", "validation loss", "at its best epoch", "test accuracy");
        (string Name, Func<ulong, Sequential> Build, Penalty? Penalty)[] networks =
        [
            ("10-32-32-1", s => HouseNetworks.Plain(new RandomStream(s)), null),
            ("large", s => HouseNetworks.Large(new RandomStream(s), 0, hidden), null),
            ("large, L2 0.01, dropout 0.3", s => HouseNetworks.Large(new RandomStream(s), 0.3, hidden),
                new Penalty(l2: 0.01)),
        ];
        for (int i = 0; i < networks.Length; i++)
        {
            (string name, Func<ulong, Sequential> build, Penalty? penalty) = networks[i];
            (double Last, double Best, double Test)[] runs = [.. Enumerable.Range(0, seeds).Select(s =>
            {
                ulong seed = run.Seed + (ulong)s;
                // 700, 150 and 150: a three-way split
                SampleSet whole = HouseNetworks.Draw(new RandomStream(seed), 1000);
                SampleSet Part(int from, int count) => whole.At([.. Enumerable.Range(from, count)]);
                (Trainer trainer, History history) =
                    HouseNetworks.Train(build(seed), penalty, Part(0, 700), Part(700, 150), epochs, seed);
                return (history.ValidationLosses[^1], history.ValidationLosses.Min(),
                    trainer.Evaluate(Part(850, 150)).Metric);
            })];
            table.AddRow(name, $"{Summary.Of(build(1)).Total:N0}",
                $"{FitFigures.Median(runs.Select(r => r.Last)):0.000}",
                $"{FitFigures.Median(runs.Select(r => r.Best)):0.000}",
                $"{FitFigures.Median(runs.Select(r => r.Test)):0.000}");
            run.Progress(i + 1, networks.Length);
        }

        run.Print(table);
    }

    private static void Decay(ExperimentRun run)
    {
        SampleSet training = HouseNetworks.Draw(new RandomStream(run.Seed), 300),
            validation = HouseNetworks.Draw(new RandomStream(run.Seed + 1), 1000);
        Table table = new Table()
            .Title("10-32-32-1 on 300 synthetic houses, 30 epochs: Σw² and validation loss at the end")
            .AddColumns("λ", "Adam and L2: Σw²", "loss", "AdamW, 2λ: Σw²", "loss");
        double[] λs = [0, 0.001, 0.01, 0.1, 1];
        for (int i = 0; i < λs.Length; i++)
        {
            double λ = λs[i];
            (string, string) Of(Func<Sequential, IOptimizer> optimizer)
            {
                Sequential network = HouseNetworks.Plain(new RandomStream(run.Seed));
                var trainer = new Trainer(network, new SigmoidCrossEntropy(), optimizer(network));
                trainer.Fit(training, 30, 32, new RandomStream(run.Seed));
                double squares = new Penalty(l2: 1).Value(Penalty.WeightsOf(network));
                return ($"{squares:0.00}", $"{trainer.Evaluate(validation).Loss:0.000}");
            }

            (string l2, string l2Loss) = Of(n => new PenalizedOptimizer(
                new Adam(n.Parameters), new Penalty(l2: λ), Penalty.WeightsOf(n)));
            (string w, string wLoss) = Of(n => new AdamW(n.Parameters, weightDecay: 2 * λ));
            table.AddRow($"{λ}", l2, l2Loss, w, wLoss);
            run.Progress(i + 1, λs.Length);
        }

        run.Print(table);
    }
}
