using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Texts;

/// <summary>Tokenizers side by side, and classifiers on sentences, messages, reviews and news: real sentences where
/// they are there.</summary>
public static class TextExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("tokens", "How do the tokenizers cut the same sentence?", Tokens),
        new("sentences",
            "How well do bags of words tell praise from blame, and what does a batch of 512 do on a small "
            + "set?", Sentences),
        new("baselines", "What do the same models reach on spam, and on a grammar where the order of words decides?",
            Baselines),
        new("reviews", "The notes' program for reviews at full size, on drawn ones: when does it overfit?", Reviews),
        new("news", "The notes' program for news at full size, on drawn ones in 46 topics, by hidden width.", News),
    ];

    /// <summary>All of them; in short unless <c>REFERENCE_LONG_RUN=1</c>.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
        [.. Measured.Select(measurement => measurement.ToExperiment())];

    /// <summary>The three models on sentences: their names, layers, batches and mean accuracies of five folds, one for
    /// each seed.</summary>
    public static (string Name, int BatchSize, double[][] Folds)[] CrossValidated(
        LabelledSentences set, int seeds, int epochs, ulong seed, Action<int, int> progress)
    {
        (string Name, int BatchSize, double η, Func<RandomStream, int, Sequential> Network)[] models =
        [
            ("logistic regression", 32, 0.01, TextNetworks.Linear),
            ("16-16-1", 32, 1e-3, (random, inputs) => TextNetworks.Reviews(random, inputs)),
            ("16-16-1", 512, 1e-3, (random, inputs) => TextNetworks.Reviews(random, inputs)),
        ];
        return [.. models.Select((model, m) => (model.Name, model.BatchSize, Enumerable.Range(0, seeds).Select(s =>
            TextRuns.CrossValidate(
                set, 5, model.Network, epochs, model.BatchSize, seed + (ulong)s, model.η,
                fold => progress((m * seeds + s) * 5 + fold, 5 * seeds * models.Length))).ToArray()))];
    }

    private static Results Tokens(MeasurementRun run)
    {
        const string Sentence = "Unhappiness: the rabbit's café";
        string[] Alice = [SampleText.Alice];
        (string Name, ITokenizer Tokenizer)[] all =
        [
            ("words", new TextVectorizer(Alice)), ("characters", new CharacterTokenizer(Alice, bytes: true)),
            ("byte pairs", BytePairEncoding.Train(Alice, 512)), ("WordPiece", WordPiece.Train(Alice, 256)),
            ("Unigram", Unigram.Train(Alice, 256)),
        ];
        run.Progress(1, 1);
        return new(
            $"{Sentence}, by tokenizers trained on the beginning of Alice in Wonderland; a space is written _",
            ["tokenizer", "ids there are", "tokens", "number"],
            [.. all.Select(one => one.Tokenizer.Encode(Sentence) is var ids ? new[]
            {
                one.Name, $"{one.Tokenizer.Count}",
                string.Join(' ', ids.Select(id => one.Tokenizer.Decode([id]).Replace(' ', '_'))
                    .Select(token => token == "\uFFFD" ? "‹byte›" : token)), $"{ids.Length}",
            } : [])]);
    }

    private static Results Sentences(MeasurementRun run)
    {
        LabelledSentences? real = run.Full ? Texts.Reviews.Real() : null;
        LabelledSentences set = real ?? Texts.Reviews.Drawn(200, run.Seed);
        int seeds = run.Full ? 5 : 1, epochs = run.Full ? 20 : 4;
        return new(
            $"{set.Count} {(real is null ? "drawn" : "labelled")} sentences, {set.Labels.Sum()} of praise, "
                + $"five folds, {epochs} epochs, {seeds} seeds",
            ["model", "batch", "mean accuracy by seed", "worst fold", "best fold"],
            [.. CrossValidated(set, seeds, epochs, run.Seed, run.Progress).Select(model => new[]
            {
                model.Name, $"{model.BatchSize}",
                string.Join(' ', model.Folds.Select(folds => $"{folds.Average():0.000}")),
                $"{model.Folds.Min(folds => folds.Min()):0.000}", $"{model.Folds.Max(folds => folds.Max()):0.000}",
            })]);
    }

    private static Results Baselines(MeasurementRun run)
    {
        (int count, int epochs) = run.Full ? (1000, 20) : (150, 3);
        (string Name, LabelledSentences Set)[] sets =
        [
            ("spam", SpamGrammar.Draw(new RandomStream(run.Seed), count)),
            ("grammar of reviews", Texts.Reviews.Drawn(count, run.Seed)),
        ];
        return new(
            $"Logistic regression on {count} messages of each kind, five folds, {epochs} epochs of batches of 32",
            ["set", "share of the larger class", "mean accuracy", "worst fold", "best fold"],
            [.. sets.Select((one, i) =>
            {
                double share = one.Set.Labels.Average();
                double[] folds = TextRuns.CrossValidate(
                    one.Set, 5, TextNetworks.Linear, epochs, 32, run.Seed, 0.01,
                    fold => run.Progress(5 * i + fold, 10));
                return new[]
                {
                    one.Name, $"{Math.Max(share, 1 - share):0.000}", $"{folds.Average():0.000}",
                    $"{folds.Min():0.000}", $"{folds.Max():0.000}",
                };
            })]);
    }

    private static Results Reviews(MeasurementRun run)
    {
        (int words, int all, int validation, int epochs) = run.Full ? (10_000, 25_000, 10_000, 20)
            : (1_000, 250, 100, 3);
        var random = new RandomStream(run.Seed);
        var corpus = new TopicCorpus(random, 2, words, 0.03);
        (int[][] texts, int[] labels) = corpus.Draw(random, all);
        SampleSet Part(Range which) =>
            TextRuns.WithTargets(BagOfWords.MultiHot(texts[which], words), labels[which]);
        SampleSet training = Part(validation..), held = Part(..validation);
        History history = TextRuns.Binary(
            TextNetworks.Reviews(new RandomStream(run.Seed), words), training, held, epochs, 512, run.Seed,
            progress: epoch => run.Progress(epoch, epochs)).History;
        return ByEpoch(
            $"{training.Count:N0} drawn reviews to train on and {held.Count:N0} to validate with, {words:N0} words, "
                + "batches of 512", history);
    }

    private static Results News(MeasurementRun run)
    {
        (int words, int all, int validation, int epochs) = run.Full ? (10_000, 8_982, 1_000, 20)
            : (1_000, 300, 100, 3);
        int[] widths = run.Full ? [4, 16, 64] : [4];
        var random = new RandomStream(run.Seed);
        var corpus = new TopicCorpus(random, 46, words, 0.15);
        (int[][] texts, int[] labels) = corpus.Draw(random, all);
        SampleSet Part(Range which) => new(BagOfWords.MultiHot(texts[which], words), labels[which], 46);
        SampleSet training = Part(validation..), held = Part(..validation);
        History[] runs = [.. widths.Select((width, i) => TextRuns.Topics(
            TextNetworks.News(new RandomStream(run.Seed), words, width), training, held, epochs, 512, run.Seed,
            epoch => run.Progress(i * epochs + epoch, epochs * widths.Length)).History)];
        return new(
            $"{training.Count:N0} drawn news to train on and {held.Count:N0} to validate with, {words:N0} words, 46 "
                + $"topics, {epochs} epochs of batches of 512",
            ["hidden units", "training accuracy", "validation accuracy", "least validation loss", "at epoch",
                "at the end"],
            [.. widths.Zip(runs, (width, history) => Least(history.ValidationLosses) is var best ? new[]
            {
                $"{width}", $"{history.Metrics[^1]:0.000}", $"{history.ValidationMetrics[^1]:0.000}",
                $"{history.ValidationLosses[best]:0.000}", $"{best + 1}", $"{history.ValidationLosses[^1]:0.000}",
            } : [])]);
    }

    private static Results ByEpoch(string title, History history) => new(
        $"{title}; the least validation loss is at epoch {Least(history.ValidationLosses) + 1}",
        ["epoch", "training loss", "validation loss", "training accuracy", "validation accuracy"],
        [.. history.Epochs.Index().Where(e => e.Index is < 6 or 9 or 14 or 19).Select(e => new[]
        {
            $"{e.Index + 1}", $"{e.Item.Loss:0.000}", $"{e.Item.ValidationLoss:0.000}", $"{e.Item.Metric:0.000}",
            $"{e.Item.ValidationMetric:0.000}",
        })]);

    private static int Least(double[] values) => Array.IndexOf(values, values.Min());
}
