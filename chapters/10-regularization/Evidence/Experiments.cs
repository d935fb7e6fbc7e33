using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Regularization;

/// <summary>Remedies measured over seeds, on real digits where they are there.</summary>
public static class RegularizationExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Measurement> All { get; } =
    [
        new("remedies", "What do L1, L2, dropout and early stopping do to the held-out loss and accuracy of the "
            + "digits network on few digits?", Remedies),
        new("batch-norm", "What is batch normalization worth in a network of sigmoids?", BatchNorm),
        new("houses", "Small, too large, and large with L2 and dropout: which network generalizes?", Houses),
        new("decay", "AdamW against Adam with an L2 penalty of equal strength: which weights remain?", Decay),
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

    private static (SampleSet Training, SampleSet Held, string What) Digits(
        MeasurementRun run, int training, bool centred) => DigitRemedies.Digits(
            run.Full ? DataCache.Standard.Find(PublicSet.Mnist) : null, run.Full ? training : 150,
            run.Full ? 1000 : 100, centred);

    private static Results Remedies(MeasurementRun run)
    {
        (int seeds, int epochs) = run.Full ? (5, 100) : (1, 6);
        (SampleSet training, SampleSet held, string what) = Digits(run, 700, centred: true);
        string[][] rows = [.. Enumerable.Range(0, DigitRemedies.All.Count + 1).Select(i =>
        {
            bool stopping = i == DigitRemedies.All.Count;
            (double[] losses, double[] accuracies) = Measure(
                DigitRemedies.All[stopping ? 0 : i], training, held, epochs, run.Seed, seeds, stopping ? 5 : 0);
            run.Progress(i + 1, DigitRemedies.All.Count + 1);
            return new[]
            {
                stopping ? "early stopping, patience 5" : DigitRemedies.All[i].Name, Results.Range(losses),
                Results.Range(accuracies),
            };
        })];
        return new(
            $"784-128-64-10 on {training.Count} {what}, {epochs} epochs, {seeds} seeds: on {held.Count:N0} held out, "
                + "median (range)",
            ["remedy", "loss", "accuracy"], rows);
    }

    private static Results BatchNorm(MeasurementRun run)
    {
        int seeds = run.Full ? 5 : 1;
        (double Rate, bool Centred)[] settings = [(0.01, false), (0.1, false), (0.01, true)];
        string what = "";
        string[][] rows = [.. settings.Select((setting, i) =>
        {
            (SampleSet training, SampleSet held, string digits) = Digits(run, 7000, setting.Centred);
            what = $"{training.Count:N0} {digits}";
            string Of(bool norm) => Results.Range(Enumerable.Range(0, seeds).Select(s =>
            {
                run.Progress((2 * i + (norm ? 1 : 0)) * seeds + s, 2 * settings.Length * seeds);
                return DigitRemedies.TrainSigmoids(training, held, norm, 5, run.Seed + (ulong)s, setting.Rate)
                    .ValidationMetrics[^1];
            }));
            return new[] { $"{setting.Rate}", setting.Centred ? "[−1, 1]" : "[0, 1]", Of(false), Of(true) };
        })];
        return new(
            $"784-100-100-10 of sigmoids on {what}, 5 epochs, {seeds} seeds: held-out accuracy, median (range)",
            ["learning rate", "inputs in", "without", "with batch norm"], rows);
    }

    private static Results Houses(MeasurementRun run)
    {
        (int hidden, int epochs, int seeds) = run.Full ? (1000, 30, 5) : (60, 6, 1);
        (string Name, Func<ulong, Sequential> Build, Penalty? Penalty)[] networks =
        [
            ("10-32-32-1", s => HouseNetworks.Plain(new RandomStream(s)), null),
            ($"four layers of {hidden:N0}", s => HouseNetworks.Large(new RandomStream(s), 0, hidden), null),
            ("the same, L2 0.01 and dropout 0.3", s => HouseNetworks.Large(new RandomStream(s), 0.3, hidden),
                new Penalty(l2: 0.01)),
        ];
        return new(
            $"Networks on 700 synthetic houses, 150 for validation and 150 for the test, {epochs} epochs, {seeds} "
                + "seeds: median (range)",
            ["network", "parameters", "validation loss", "at its best epoch", "test accuracy"],
            [.. networks.Select((network, i) =>
            {
                (double Last, double Best, double Test)[] runs = [.. Enumerable.Range(0, seeds).Select(s =>
                {
                    ulong seed = run.Seed + (ulong)s;
                    SampleSet whole = HouseNetworks.Draw(new RandomStream(seed), 1000);
                    SampleSet Part(int from, int count) => whole.At([.. Enumerable.Range(from, count)]);
                    (Trainer trainer, History history) = HouseNetworks.Train(
                        network.Build(seed), network.Penalty, Part(0, 700), Part(700, 150), epochs, seed);
                    run.Progress(i * seeds + s + 1, networks.Length * seeds);
                    return (history.ValidationLosses[^1], history.ValidationLosses.Min(),
                        trainer.Evaluate(Part(850, 150)).Metric);
                })];
                return new[]
                {
                    network.Name, $"{Summary.Of(network.Build(1)).Total:N0}", Results.Range(runs.Select(r => r.Last)),
                    Results.Range(runs.Select(r => r.Best)), Results.Range(runs.Select(r => r.Test)),
                };
            })]);
    }

    private static Results Decay(MeasurementRun run)
    {
        SampleSet training = HouseNetworks.Draw(new RandomStream(run.Seed), 300),
            validation = HouseNetworks.Draw(new RandomStream(run.Seed + 1), 1000);
        double[] λs = [0, 0.001, 0.01, 0.1, 1];
        return new(
            "10-32-32-1 on 300 synthetic houses, 30 epochs: Σw² and validation loss at the end",
            ["λ", "Adam and L2: Σw²", "loss", "AdamW, 2λ: Σw²", "loss"],
            [.. λs.Select((λ, i) =>
            {
                string[] Of(Func<Sequential, IOptimizer> optimizer)
                {
                    Sequential network = HouseNetworks.Plain(new RandomStream(run.Seed));
                    var trainer = new Trainer(network, new SigmoidCrossEntropy(), optimizer(network));
                    trainer.Fit(training, 30, 32, new RandomStream(run.Seed));
                    double squares = new Penalty(l2: 1).Value(Penalty.WeightsOf(network));
                    return [$"{squares:0.00}", $"{trainer.Evaluate(validation).Loss:0.000}"];
                }

                run.Progress(i + 1, λs.Length);
                return (string[])
                [
                    $"{λ}",
                    .. Of(n => new PenalizedOptimizer(
                        new Adam(n.Parameters), new Penalty(l2: λ), Penalty.WeightsOf(n))),
                    .. Of(n => new AdamW(n.Parameters, weightDecay: 2 * λ)),
                ];
            })]);
    }
}
