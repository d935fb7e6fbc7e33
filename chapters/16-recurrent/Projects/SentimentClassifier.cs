using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Embeddings;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Texts;

namespace Reference.RecurrentNetworks;

/// <summary>How a sentiment classifier is trained: sentences are padded to a length, or to that of the longest one and
/// masked.</summary>
/// <param name="Units">Of the recurrent layer.</param>
/// <param name="Epochs">Passes over the training sentences.</param>
/// <param name="BatchSize">Sentences a step.</param>
/// <param name="Length">T, without a mask, as S3-157 prints it; null for the longest sentence, with a mask.</param>
/// <param name="RmsProp">Keras's RMSProp at 0.001 instead of Adam at 0.001.</param>
/// <param name="Vectors">Word vectors start in ± this, 0.05 in Keras; null for a length near 1.</param>
/// <param name="Pad">The end that is padded; in front as Keras does it, so that the last word comes last.</param>
public sealed record SentimentSettings(
    int Units, int Epochs, int BatchSize, int? Length = null, bool RmsProp = false,
    double? Vectors = null, End Pad = End.Front);

/// <summary>Embedding of 32 numbers, a recurrent cell, one output: S3's classifiers of reviews with any cell. S2-176,
/// S3-157, S3-168.</summary>
public static class SentimentClassifier
{
    /// <summary>Numbers of a word vector.</summary>
    public const int Dimension = 32;

    /// <summary>The network, with or without a mask. Ids [T × N] → scores [1 × N].</summary>
    public static Sequential Network(
        CellFactory cell, int vocabulary, int units, Sequences sequences, bool masked, RandomStream random,
        Initializer? vectors = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(sequences);
        ILayer[] layers =
        [
            new Embedding(
                vocabulary, Dimension, vectors ?? Initializers.Normal(random, 1 / Math.Sqrt(Dimension)),
                sequences.Steps),
            cell(Dimension, units, sequences, random, Returns.LastStep),
            new Dense(units, 1, Initializers.Xavier(random)),
        ];
        return new(masked ? [new Masking(sequences), .. layers] : layers);
    }

    /// <summary>Trains on some sentences and measures on others after each epoch.</summary>
    public static (Trainer Trainer, History History) Train(
        LabelledSentences training, LabelledSentences held, CellFactory cell, SentimentSettings settings, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var words = new TextVectorizer(training.Texts, 10_000);
        int T = settings.Length ?? training.Texts.Concat(held.Texts).Max(text => words.Encode(text).Length);
        var random = new RandomStream(seed);
        Sequential network = Network(
            cell, words.Count, settings.Units, new Sequences(T), settings.Length is null, random,
            settings.Vectors is { } bound ? Initializers.Uniform(random, bound) : null);
        IOptimizer optimizer = settings.RmsProp
            ? new RmsProp(network.Parameters, 1e-3, 0.9, 1e-7)
            : new Adam(network.Parameters, 1e-3);
        var trainer = new Trainer(network, new SigmoidCrossEntropy(), optimizer, Metric.BinaryAccuracy);
        return (trainer, trainer.Fit(
            Ids(training, words, T, settings.Pad), settings.Epochs, settings.BatchSize, random,
                Ids(held, words, T, settings.Pad)));
    }

    /// <summary>The accuracy on each of five folds after the last epoch. // [5]</summary>
    public static double[] Folds(
        LabelledSentences set, CellFactory cell, SentimentSettings settings, ulong seed, Action? progress = null) =>
        OverFolds(set, seed, progress, (training, held) =>
            Train(training, held, cell, settings, seed).History.ValidationMetrics[^1]);

    /// <summary>The same of a bag of words: logistic regression on which words occur, in any order; Adam at 0.01, ten
    /// epochs. // [5]</summary>
    public static double[] BagOfWords(LabelledSentences set, ulong seed) =>
        OverFolds(set, seed, null, (training, held) =>
        {
            var words = new TextVectorizer(training.Texts, 10_000);
            var network = new Dense(words.Count, 1, Initializers.Zero);
            var trainer = new Trainer(
                network, new SigmoidCrossEntropy(), new Adam(network.Parameters, 0.01), Metric.BinaryAccuracy);
            return trainer.Fit(Bags(training, words), 10, 16, new RandomStream(seed), Bags(held, words))
                .ValidationMetrics[^1];
        });

    /// <summary>A measurement on each of five folds in which both classes keep their share. // [5]</summary>
    public static double[] OverFolds(
        LabelledSentences set, ulong seed, Action? progress, Func<LabelledSentences, LabelledSentences, double> of) =>
        [.. Reviews.Folds(set, 5, seed).Select(fold =>
        {
            double accuracy = of(set.At(fold.Train), set.At(fold.Validation));
            progress?.Invoke();
            return accuracy;
        })];

    private static SampleSet Ids(LabelledSentences set, TextVectorizer words, int length, End pad) => new(
        new ColumnSamples(Padding.Columns(Padding.Of([.. set.Texts.Select(words.Encode)], length, pad))), Labels(set));

    private static SampleSet Bags(LabelledSentences set, TextVectorizer words)
    {
        Matrix<double> X = Matrix<double>.Build.Dense(words.Count, set.Count);
        for (int n = 0; n < set.Count; n++)
        {
            foreach (int id in words.Encode(set.Texts[n]))
            {
                X[id, n] = 1;
            }
        }

        return new(new ColumnSamples(X), Labels(set));
    }

    private static ColumnSamples Labels(LabelledSentences set) =>
        new(Matrix<double>.Build.Dense(1, set.Count, (_, n) => set.Labels[n]));
}
