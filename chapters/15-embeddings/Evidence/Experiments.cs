using MathNet.Numerics.Statistics;
using Reference.Book;
using Reference.Datasets;
using Reference.Texts;

namespace Reference.Embeddings;

/// <summary>What the methods find, over seeds: in the small world, in Tiny Shakespeare and among digits.</summary>
public static class EmbeddingExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("small-world", "Which method finds the neighbours and analogies of the small world?", SmallWorldTable),
        new("shakespeare",
            "How near are words that Tiny Shakespeare uses alike? Without REFERENCE_DATA, and in short, the "
            + "small world takes its place.", Shakespeare),
        new("digits", "How many of the ten nearest neighbours on a map show the same digit?", Digits),
    ];

    /// <summary>All of them; in short unless <c>REFERENCE_LONG_RUN=1</c>.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
        [.. Measured.Select(measurement => measurement.ToExperiment())];

    private static Results SmallWorldTable(MeasurementRun run)
    {
        (ulong seed, bool full, Action<int, int> progress) = (run.Seed, run.Full, run.Progress);
        (int seeds, int count) = full ? (5, 3000) : (1, 400);
        var rows = new List<string[]>();
        foreach ((int m, string method) in SmallWorldRuns.Methods.Index())
        {
            (double SameClass, double Analogies)[] found = [.. Enumerable.Range(0, seeds).Select(s =>
            {
                progress(m * seeds + s + 1, SmallWorldRuns.Methods.Count * seeds);
                return SmallWorldRuns.Found(SmallWorldRuns.Train(method, 16, seed + (ulong)s, count).Vectors);
            })];
            rows.Add([method, Range(found.Select(f => f.SameClass)), Range(found.Select(f => f.Analogies))]);
        }

        return new(
            $"{count:N0} sentences, 16 dimensions, {seeds} seed(s): mean and range",
            ["method", "nearest neighbour of the same class", "analogies of 7"], rows);
    }

    private static Results Shakespeare(MeasurementRun run)
    {
        (ulong seed, bool full, Action<int, int> progress) = (run.Seed, run.Full, run.Progress);
        string? folder = full ? DataCache.Standard.Find(PublicSet.TinyShakespeare) : null;
        (string[][] speeches, Vocabulary vocabulary) = folder is null
            ? SmallWorldRuns.Text(200, seed) : ShakespeareWords.Read(ShakespeareWords.Text(folder));
        (int epochs, int seeds) = folder is null ? (1, 1) : (10, 3);
        var rows = new List<string[]>();
        foreach ((int t, WordTask task) in Enum.GetValues<WordTask>().Index())
        {
            var ranks = new List<double>();
            (var near, var share) = (new List<string>(), new List<double>());
            for (int s = 0; s < seeds; s++)
            {
                WordVectors vectors = ShakespeareWords.Train(
                    speeches, vocabulary, task, epochs, seed + (ulong)s).Model.Vectors;
                double[] of = [.. ShakespeareWords.Ranks(vectors).Select(r => (double)r.Rank).Order()];
                if (of.Length > 0)
                {
                    ranks.Add(of.Median());
                    share.Add(of.Average(r => r <= 10 ? 1.0 : 0));
                }

                near = [.. new[] { "king", "father", "happy" }.Where(vectors.Words.Contains)
                    .Select(w => $"{w}: {string.Join(", ", vectors.Nearest(w, 4).Select(n => n.Word))}")];
                progress(t * seeds + s + 1, 3 * seeds);
            }

            rows.Add([
                $"{task}", ranks.Count > 0 ? Range(ranks, "0") : "–", share.Count > 0 ? Range(share) : "–",
                string.Join("; ", near)]);
        }

        return new(
            $"{(folder is null ? "the small world" : "Tiny Shakespeare")}: {vocabulary.Count - 2:N0} words, "
                + $"{epochs} epochs, {seeds} seed(s): mean and range",
            ["task", "median rank of the partner", "partner among the 10 nearest", "nearest, last seed"],
            rows);
    }

    private static Results Digits(MeasurementRun run)
    {
        (ulong seed, bool full, Action<int, int> progress) = (run.Seed, run.Full, run.Progress);
        string? folder = full ? DataCache.Standard.Find(PublicSet.Mnist) : null;
        int steps = folder is null ? 200 : 750;
        DigitMap map = folder is null
            ? MapFigures.Drawn : DigitMap.Of(folder, 1000, steps, step => progress(step, steps));
        return new(
            $"{map.Labels.Count:N0} {(folder is null ? "drawn digits" : "digits of MNIST")}, {steps} steps",
            ["map", "neighbours that show the same digit"],
            [
                ["14 × 14 numbers", $"{map.Pixels:0.000}"], ["two principal components", $"{map.Pca:0.000}"],
                ["t-SNE", $"{map.Tsne:0.000}"],
            ]);
    }

    private static string Range(IEnumerable<double> values, string format = "0.00")
    {
        double[] all = [.. values];
        return all.Min() == all.Max() ? all[0].ToString(format)
            : $"{all.Average().ToString(format)} ({all.Min().ToString(format)}–{all.Max().ToString(format)})";
    }
}
