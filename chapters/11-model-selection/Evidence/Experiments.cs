using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.ModelSelection;

/// <summary>Searches and leaks measured over seeds, on real digits where they are there.</summary>
public static class ModelSelectionExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Measurement> All { get; } =
    [
        new("branin", "Does TPE find the minimum of Branin's function in fewer trials than random search?",
            BraninSearch),
        new("digits", "What do random search, TPE and pruning find for the digits, and in how many epochs?", Digits),
        new("nested", "The notes' loops over topology, rate and start: how optimistic is the best validation value?",
            Nested),
        new("shift", "How does accuracy fall as test digits differ from those in training?", Shift),
        new("balance", "Few eights beside many threes: what do weights, copies and augmented copies do?", Balance),
        new("leak", "What is a leak worth that comes of augmenting before the split?", Leak),
    ];

    private static string? Folder(MeasurementRun run) =>
        run.Full ? DataCache.Standard.Find(PublicSet.Mnist) : null;

    private static string What(MeasurementRun run) => Folder(run) is null ? "drawn" : "MNIST";

    private static string Mean(double[] values)
    {
        double mean = values.Average(), variance = values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1);
        return values.Length < 2 ? $"{mean:0.000}" : $"{mean:0.000} ± {Math.Sqrt(variance / values.Length):0.000}";
    }

    private static Results BraninSearch(MeasurementRun run)
    {
        (int seeds, int trials) = run.Full ? (30, 100) : (5, 40);
        double[][] random = run.Each(seeds, seed =>
            BraninRuns.Curve(new RandomSampler(new RandomStream(seed)), trials));
        double[][] tpe = run.Each(seeds, seed => BraninRuns.Curve(new TpeSampler(new RandomStream(seed)), trials));
        return new(
            $"Best value of Branin's function minus its minimum, {seeds} seeds: median and quartiles",
            ["trials", "random", "TPE", "TPE better (of pairs)"],
            [.. new[] { 10, 20, 40, 60, 100 }.Where(n => n <= trials).Select(n => new[]
            {
                $"{n}", Results.Quartiles(random.Select(c => c[n - 1])), Results.Quartiles(tpe.Select(c => c[n - 1])),
                $"{tpe.Zip(random, (a, b) => a[n - 1] < b[n - 1] ? 1.0 : 0).Average():0 %}",
            })]);
    }

    private static Results Digits(MeasurementRun run)
    {
        string? folder = Folder(run);
        (int training, int held, int test) = run.Full ? (1000, 500, 1000) : (60, 30, 30);
        (int trials, int epochs, int seeds) = run.Full ? (40, 20, 5) : (4, 2, 1);
        string what = "";
        (string Name, Func<ulong, Study> Of)[] ways =
        [
            ("random", s => new(new RandomSampler(new RandomStream(s)))),
            ("random, pruned", s => new(new RandomSampler(new RandomStream(s)), new MedianPruner(5, 2))),
            ("TPE", s => new(new TpeSampler(new RandomStream(s)))),
            ("TPE, pruned", s => new(new TpeSampler(new RandomStream(s)), new MedianPruner(5, 2))),
        ];
        string[][] rows = [.. ways.Select((way, w) =>
        {
            DigitSearch.Outcome[] outcomes = [.. Enumerable.Range(0, seeds).Select(i =>
            {
                (ThreeParts parts, what) = DigitSearch.Digits(folder, training, held, test);
                ulong seed = run.Seed + (ulong)i;
                DigitSearch.Outcome outcome = DigitSearch.Run(parts, way.Of(seed), trials, epochs, seed);
                run.Progress(w * seeds + i + 1, ways.Length * seeds);
                return outcome;
            })];
            return new[]
            {
                way.Name, Results.Quartiles(outcomes.Select(o => o.BestSoFar[Math.Min(19, trials - 1)])),
                Results.Quartiles(outcomes.Select(o => o.BestSoFar[^1])),
                Results.Quartiles(outcomes.Select(o => o.TestAccuracy)),
                    Results.Quartiles(outcomes.Select(o => (double)o.Epochs), "0"),
                Results.Quartiles(outcomes.Select(o => (double)o.Pruned), "0"),
            };
        })];
        return new(
            $"784-H-10 on {training:N0} {what}, {trials} trials of {epochs} epochs, {seeds} seeds: median and "
                + $"quartiles",
            ["search", "validation loss after 20 trials", "at the end", "test accuracy", "epochs trained",
                "trials pruned"],
            rows);
    }

    private static Results Nested(MeasurementRun run)
    {
        int[][] topologies = run.Full ? [[16], [64], [128], [32, 32]] : [[16], [32]];
        double[] rates = run.Full ? [1e-4, 1e-3, 1e-2, 1e-1] : [1e-3, 1e-2];
        int[] starts = run.Full ? [1, 2, 3, 4, 5] : [1];
        var runs = run.Each(run.Full ? 10 : 1, seed =>
            NotesObjective.Nested(NotesObjective.Data(seed), topologies, rates, starts));
        return new(
            $"{topologies.Length}·{rates.Length}·{starts.Length} = {runs[0].Runs} runs of 20 epochs on data of 20 "
                + $"inputs, {runs.Length} data sets: median and quartiles",
            ["accuracy of the winner", "value"],
            [
                ["validation, which chose it", Results.Quartiles(runs.Select(r => r.Validation))],
                ["test, used once", Results.Quartiles(runs.Select(r => r.Test))],
                ["difference", Results.Quartiles(runs.Select(r => r.Validation - r.Test))],
            ]);
    }

    private static Results Shift(MeasurementRun run)
    {
        double[] angles = [0, 10, 20, 30, 45, 60, 90];
        (int count, int epochs, int seeds) = run.Full ? (1000, 20, 5) : (60, 2, 1);
        (LabelledImages train, LabelledImages test) = Networks.DigitsNetwork.Images(
            Folder(run), count, count);
        double[][] accuracies = run.Each(seeds, seed => ShiftedDigits.Accuracies(
            ShiftedDigits.First(train, count), ShiftedDigits.First(test, count), angles, seed, epochs));
        return new(
            $"784-32-10 trained on {count:N0} upright {What(run)} digits, test digits turned, {seeds} seeds",
            ["turned by", "test accuracy"],
            [.. angles.Select((angle, i) => new[] { $"{angle}°", Results.Quartiles(accuracies.Select(a => a[i])) })]);
    }

    private static Results Balance(MeasurementRun run)
    {
        UnequalClasses.Remedy[] remedies = Enum.GetValues<UnequalClasses.Remedy>();
        (int seeds, int threes, int eights, int fresh) = run.Full ? (10, 200, 20, 300) : (1, 16, 4, 6);
        UnequalClasses.Recalls[][] recalls = run.Each(seeds, seed =>
            UnequalClasses.Of(Folder(run), threes, eights, fresh, seed) is var set
                ? remedies.Select(remedy => set.Remedied(remedy, seed)).ToArray() : []);
        return new(
            $"{threes} {What(run)} threes, {eights} eights, judged on {fresh} fresh digits of each, {seeds} seeds",
            ["remedy", "recall of eights", "recall of threes", "mean of both"],
            [.. remedies.Select((remedy, r) => new[]
            {
                $"{remedy}".ToLowerInvariant(), Results.Quartiles(recalls.Select(s => s[r].Small)),
                Results.Quartiles(recalls.Select(s => s[r].Large)), Results.Quartiles(recalls.Select(s => s[r].Mean)),
            })]);
    }

    private static Results Leak(MeasurementRun run)
    {
        (int seeds, int threes, int eights, int fresh) = run.Full ? (50, 120, 20, 300) : (1, 16, 4, 6);
        UnequalClasses.Verdict[][] orders = run.Each(seeds, seed =>
            UnequalClasses.Of(Folder(run), threes, eights, fresh, seed) is var set
                ? new[] { set.HeldOut(true, seed), set.HeldOut(false, seed) } : []);
        return new(
            $"{threes} {What(run)} threes and {eights} eights, 25 % held out, {fresh} fresh digits of each, {seeds} "
                + "seeds: mean "
                + "and its standard error",
            ["order", "recall of eights held out", "of fresh ones", "difference", "mean recall held out",
                "on fresh digits", "difference", "twins"],
            [.. new[] { "augment, then split", "split, then augment" }.Select((name, o) =>
            {
                UnequalClasses.Verdict[] all = [.. orders.Select(pair => pair[o])];
                string Of(Func<UnequalClasses.Verdict, double> value) => Mean([.. all.Select(value)]);
                return new[]
                {
                    name, Of(v => v.Held.Small), Of(v => v.Fresh.Small), Of(v => v.Held.Small - v.Fresh.Small),
                    Of(v => v.Held.Mean), Of(v => v.Fresh.Mean), Of(v => v.Held.Mean - v.Fresh.Mean),
                    Of(v => v.Twins),
                };
            })]);
    }
}
