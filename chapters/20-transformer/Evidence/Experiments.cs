using Reference.Book;
using Reference.Datasets;
using Reference.LongShortTermMemory;
using Reference.Numerics;
using Reference.RecurrentNetworks;
using Reference.Texts;

namespace Reference.Transformers;

/// <summary>What the chapter measures.</summary>
public static class TransformerExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("dates", "How soon does a transformer translate dates that it has never seen?", TranslateDates),
        new("sentiment", "How well does the notes' encoder read reviews, with padding masked and without?", Sentiment),
        new("masked-words", "Does an encoder find hidden words better than counts do?", HiddenWords),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } = [.. Measured.Select(m => m.ToExperiment())];

    private static Results TranslateDates(MeasurementRun run)
    {
        (int pairs, int held, int epochs) = run.Full ? (10_000, 1_000, 12) : (64, 20, 2);
        (var training, var unseen) = DatesRun.Data(pairs, held, run.Seed);
        int steps = (pairs + 63) / 64;
        var losses = new double[epochs];
        var matches = new double[epochs];
        Translator trained = DatesRun.Train(training, epochs, run.Seed, 64, (model, step, loss) =>
        {
            int epoch = (step - 1) / steps;
            losses[epoch] += loss / steps;
            if (step % steps == 0)
            {
                matches[epoch] = DatesRun.ExactMatch(model, unseen);
            }

            run.Progress(step, epochs * steps);
        });
        run.Write("dates", RunFigures.Dates(losses, matches));
        run.Write("dates-attention", RunFigures.CrossAttention(trained, "the 22nd of March, 1987"));
        return new(
            $"{pairs:N0} dates in twelve spellings, 243,899 parameters: {held:N0} unseen ones translated without a "
                + "mistake",
            ["epoch", "loss of a symbol", "exact match"],
            [
                .. Enumerable.Range(0, epochs).Where(e => e < 4 || e % 2 == 1).Select(e =>
                    new[] { $"{e + 1}", $"{losses[e]:0.0000}", $"{matches[e]:0.000}" }),
            ]);
    }

    private static Results Sentiment(MeasurementRun run)
    {
        LabelledSentences? real = run.Full ? Reviews.Real() : null;
        LabelledSentences set = real ?? Reviews.Drawn(run.Full ? 600 : 40, run.Seed);
        int epochs = run.Full ? 6 : 1, done = 0, total = run.Full ? 25 : 15;
        void Progress() => run.Progress(Math.Min(++done, total), total);
        SentenceShape masked = new(), notes = new(run.Full ? 100 : 20, Masked: false), bare = new(notes.Length);
        var curves = new double[2][][]; // [kind][fold][epoch]
        var asked = new (double Accuracy, double Right)[2][]; // without padding, at the end
        var rights = new double[2][];
        SentimentRun? shown = null;
        for (int kind = 0; kind < 2; kind++)
        {
            SentenceShape shape = kind == 0 ? masked : notes;
            List<double[]> folds = [];
            List<(double, double)> without = [];
            List<double> right = [];
            SentimentClassifier.OverFolds(set, run.Seed, Progress, (training, held) =>
            {
                var curve = new double[epochs];
                SentimentRun trained = SentimentRun.Train(
                    training, shape, epochs, 16, run.Seed,
                    (model, epoch) => curve[epoch - 1] = model.Evaluate(held, shape).Accuracy, run.Full ? null
                        : Small);
                shown = kind == 0 ? shown ?? trained : shown;
                folds.Add(curve);
                without.Add(trained.Evaluate(held, kind == 0 ? masked : bare));
                right.Add(trained.Evaluate(held, shape).Right);
                return curve[^1];
            });
            (curves[kind], asked[kind], rights[kind]) = ([.. folds], [.. without], [.. right]);
        }

        run.Write("sentiment", RunFigures.Sentiment(curves, Padded(run)));
        run.Write("sentiment-attention", RunFigures.SentenceAttention(
            shown!, "The food was great, but the waiter was not friendly at all"));
        string[] Row(string model, double[] accuracies, string best = "", string more = "") =>
            [model, $"{accuracies.Average():0.000}", $"{accuracies.Min():0.000}–{accuracies.Max():0.000}", best, more];
        string[] Encoder(string model, int kind) => Row(
            model, [.. curves[kind].Select(c => c[^1])],
            $"{Enumerable.Range(0, epochs).Max(e => curves[kind].Average(c => c[e])):0.000}",
            $"{rights[kind].Average():0.000} → {asked[kind].Average(a => a.Right):0.000}");
        List<string[]> rows =
        [
            Row("bag of words, chapter 14", SentimentClassifier.BagOfWords(set, run.Seed)),
        ];
        if (run.Full)
        {
            SentimentSettings adam = new(16, 15, 16), lstm = new(32, 10, 16);
            rows.Add(Row("SimpleRNN(16), chapter 16",
                SentimentClassifier.Folds(set, RecurrentCells.Tanh, adam, run.Seed, Progress)));
            rows.Add(Row("LSTM(32), chapter 17",
                SentimentClassifier.Folds(set, LstmCells.Lstm, lstm, run.Seed, Progress)));
        }

        rows.Add(Encoder($"encoder, {masked.Length} tokens, padding masked", 0));
        rows.Add(Encoder($"encoder, {notes.Length} tokens, padding read", 1));
        return new(
            $"{set.Count} {(real is null ? "drawn" : "real")} sentences, five folds, seed {run.Seed}; encoder "
                + $"V·128 + 605,953 parameters, batches of 16, Adam at 0.001, {epochs} epochs: accuracy on held-out "
                + "sentences, and mean probability of the right label as trained → without padding",
            ["model", "mean", "folds", "best epoch", "right label"], rows);
    }

    // The probability of the notes' question by the padding behind it, after their training on a few sentences.
    private static double[][] Padded(MeasurementRun run)
    {
        LabelledSentences set = NotesSentences.Read(NotesSentences.Json);
        SentenceShape[] shapes = [new(100), new(100, Masked: false)];
        return [.. shapes.Select(shape =>
        {
            SentimentRun trained = SentimentRun.Train(
                set, shape, run.Full ? 20 : 1, 2, run.Seed, null, run.Full ? null : Small);
            int[] ids = trained.Words.Encode(NotesSentences.Asked);
            return Enumerable.Range(0, 101 - ids.Length).Select(k => trained.Model.Probabilities(shape.Masked
                ? [ids, new int[ids.Length + k]] // beside a longer text it is padded
                : [Padding.Of(ids, ids.Length + k, End.Back)])[0]).ToArray();
        })];
    }

    private static SentimentEncoder Small(int vocabulary, RandomStream random) => new(vocabulary, random, 8, 2, 8);

    private static Results HiddenWords(MeasurementRun run)
    {
        string? folder = run.Full ? DataCache.Standard.Find(PublicSet.TinyShakespeare) : null;
        string text = folder is null ? SampleText.Alice : Embeddings.ShakespeareWords.Text(folder);
        var words = new MaskedWords(text);
        (int steps, int every, int width) = run.Full ? (4000, 500, 128) : (4, 2, 8);
        List<(int Step, double Loss, double Accuracy)> curve = [];
        double sum = 0;
        (double Encoder, double Unigram, double Bigram) last = default;
        TokenTransformer trained = words.Train(
            new(width, 4, 4 * width, Norm.Before, Gelu: true, Dropout: 0.1), 2, steps, run.Seed, (model, step, loss) =>
            {
                sum += loss / every;
                if (step % every == 0)
                {
                    last = words.Accuracy(model, run.Seed);
                    curve.Add((step, sum, last.Encoder));
                    sum = 0;
                }

                run.Progress(step, steps);
            });
        run.Write("masked-words", RunFigures.HiddenWords(curve, last.Unigram, last.Bigram));
        run.Write("masked-attention", RunFigures.WindowAttention(trained, words));
        return new(
            $"{(folder is null ? "The beginning of Alice" : "Tiny Shakespeare")}: {words.Training.Length:N0} windows "
                + $"of {MaskedWords.Window} words, {words.Words.Count:N0} ids, two blocks of {width} rows, {steps:N0} "
                + "steps of 32 windows, 15 % of the words hidden: share of hidden words found in "
                + $"{words.Held.Length:N0} held-out windows",
            ["step", "training loss", "encoder", "most frequent word", "after the word before"],
            [
                .. curve.Select(c => new[]
                {
                    $"{c.Step}", $"{c.Loss:0.000}", $"{c.Accuracy:0.000}", $"{last.Unigram:0.000}",
                    $"{last.Bigram:0.000}",
                }),
            ]);
    }
}
