using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.ModelSelection;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Texts;

/// <summary>Trains the classifiers of the notes on bags of words.</summary>
public static class TextRuns
{
    /// <summary>A run on texts with one target, 1 or 0: RMSProp of Keras, binary cross-entropy. The trainer
    /// predicts probabilities; above ½ the class is 1. S3-072, S3-078</summary>
    public static (Trainer Trainer, History History) Binary(
        Sequential network, SampleSet training, SampleSet validation, int epochs, int batchSize, ulong seed,
        double learningRate = 1e-3, Action<int>? progress = null)
    {
        var trainer = new Trainer(
            network, new SigmoidCrossEntropy(), TextNetworks.Keras(network.Parameters, learningRate),
            Metric.BinaryAccuracy);
        return (trainer, trainer.Fit(training, epochs, batchSize, new RandomStream(seed), validation, progress));
    }

    /// <summary>A run on texts with topics as one-hot targets: categorical cross-entropy. S3-083, S3-084, S3-085,
    /// S3-091.</summary>
    public static (Trainer Trainer, History History) Topics(
        Sequential network, SampleSet training, SampleSet validation, int epochs, int batchSize, ulong seed,
        Action<int>? progress = null)
    {
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), TextNetworks.Keras(network.Parameters), Metric.Accuracy);
        return (trainer, trainer.Fit(training, epochs, batchSize, new RandomStream(seed), validation, progress));
    }

    /// <summary>Bags with one target each, 1 or 0. // labels [N]</summary>
    public static SampleSet WithTargets(ISamples bags, IReadOnlyList<int> labels) =>
        new(bags, new ColumnSamples(Matrix<double>.Build.Dense(1, labels.Count, (_, n) => labels[n])));

    /// <summary>The multi-hot vectors of some sentences and those of others, by a vocabulary of the first only: a word
    /// that occurs nowhere else is unknown to the model.</summary>
    public static (SampleSet Training, SampleSet Validation) MultiHot(
        LabelledSentences training, LabelledSentences validation, int vocabulary = 10_000)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(validation);
        var vectoriser = new TextVectorizer(training.Texts, vocabulary);
        SampleSet Of(LabelledSentences set) => WithTargets(
            BagOfWords.MultiHot([.. set.Texts.Select(vectoriser.Encode)], vectoriser.Count), set.Labels);
        return (Of(training), Of(validation));
    }

    /// <summary>The accuracy on each fold of a network that the other folds train. // [folds]</summary>
    public static double[] CrossValidate(
        LabelledSentences set, int folds, Func<RandomStream, int, Sequential> network, int epochs, int batchSize,
        ulong seed, double learningRate = 1e-3, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        IReadOnlyList<Split> splits = Texts.Reviews.Folds(set, folds, seed);
        return [.. splits.Select((split, fold) =>
        {
            (SampleSet training, SampleSet validation) = MultiHot(set.At(split.Train), set.At(split.Validation));
            History history = Binary(
                network(new RandomStream(seed), training.X.Features), training, validation, epochs, batchSize, seed,
                learningRate).History;
            progress?.Invoke(fold + 1);
            return history.ValidationMetrics[^1];
        })];
    }
}
