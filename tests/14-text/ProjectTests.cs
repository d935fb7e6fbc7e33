using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Texts.Tests;

/// <summary>The classifiers of the notes.</summary>
public class ProjectTests
{
    // S3-060 S3-063 S3-065 S3-066 S3-089: parameters of the listings.
    [Fact]
    public void Networks_have_the_parameters_of_the_notes()
    {
        var random = new RandomStream(1);
        long[] Of(Sequential network) =>
            [.. Summary.Of(network).Lines.Where(line => line.Parameters > 0).Select(line => line.Parameters)];
        Assert.Equal([160_016, 272, 17], Of(TextNetworks.Reviews(random)));
        Assert.Equal([160_016, 272, 17, 2], Of(TextNetworks.ReviewsAsListed(random)));
        Assert.Equal([640_064, 4_160, 2_990], Of(TextNetworks.News(random)));
        Assert.Equal([10_001], Of(TextNetworks.Linear(random, 10_000)));
    }

    // S3-078: the printed probabilities, their classes, and the logits behind them.
    [Fact]
    public void Printed_predictions_have_their_classes_and_logits()
    {
        double[] p = [0.91966152, 0.86563045, 0.99936908, 0.45731062, 0.0038014, 0.79525089];
        double[] logits = [.. p.Select(v => Math.Log(v / (1 - v)))];
        Assert.Equal([2.4378, 1.8629, 7.3677, -0.1712, -5.5686, 1.3569], logits.Select(z => Math.Round(z, 4)));
        Assert.All(p.Zip(logits), pair => Assert.Equal(pair.First, ScalarActivations.Sigmoid(pair.Second), 1e-12));
        var loss = new SigmoidCrossEntropy();
        Assert.Equal([1, 1, 1, 0, 0, 1],
            loss.Predict(Matrix<double>.Build.DenseOfRowArrays(logits)).Enumerate().Select(v => v > 0.5 ? 1.0 : 0));
        Assert.All(p.Index(), v => Assert.Equal(v.Item > 0.5 ? 1 : 0,
            Metric.BinaryAccuracy.OfSample([logits[v.Index]], [1])));
    }

    // S3-070 S3-072 S3-091: 10,000 and 15,000, 30 batches, 600 updates; 7,982 and 16 batches.
    [Fact]
    public void Splits_and_updates_are_those_of_the_notes()
    {
        Sequential small = TextNetworks.Reviews(new RandomStream(1), 1, 1);
        SampleSet Empty(int count) => TextRuns.WithTargets(
            BagOfWords.MultiHot([.. Enumerable.Repeat<int[]>([], count)], 1), new int[count]);
        (Trainer trainer, History history) = TextRuns.Binary(small, Empty(15_000), Empty(10), 20, 512, 1);
        Assert.Equal((600, 20), (trainer.Optimizer.Steps, history.Epochs.Count));
        Assert.Equal(16, new Reference.Datasets.Batches(Empty(8_982 - 1_000), 512).Epoch().Count());
    }

    // S3-083 S3-084 S3-085: to_one_hot of the notes and the library's function are one.
    [Fact]
    public void Topics_are_one_hot()
    {
        var labels = new OneHotLabels([3, 0, 45], 46);
        var column = new double[46];
        labels.CopyTo(0, column);
        Assert.Equal((1, 1, 3), (column.Sum(), column[3], Array.IndexOf(column, column.Max())));
    }

    // S3-051 S3-055 S3-057 S3-081 S3-082: frequencies fall with the id, topics have words of their own, ids are in
    // range.
    [Fact]
    public void A_drawn_corpus_follows_Zipf()
    {
        var random = new RandomStream(2);
        var corpus = new TopicCorpus(random, 46, 500, 0.2);
        (int[][] texts, int[] labels) = corpus.Draw(random, 2_000);
        Assert.All(texts, text => Assert.InRange(text.Length, 20, 80));
        Assert.Equal((46, 0, 45), (labels.Distinct().Count(), labels.Min(), labels.Max()));
        Dictionary<int, int> counts = texts.SelectMany(text => text).CountBy(id => id).ToDictionary();
        Assert.Equal((2, 499), (counts.Keys.Min(), counts.Keys.Max()));
        Assert.Equal(13.0 / 3, counts[2] / (double)counts[12], 0.4); // (10 + 3) / (0 + 3)
        double[] own = [.. Enumerable.Range(0, 46).Select(topic => texts.Zip(labels)
            .Where(pair => pair.Second == topic).SelectMany(pair => pair.First.Distinct())
            .CountBy(id => id).Where(word => word.Key > 20).Max(word => word.Value)
                / (double)labels.Count(label => label == topic))];
        Assert.All(own, share => Assert.InRange(share, 0.2, 1));
        BadInput.Refuses(() => new TopicCorpus(random, 1, 500, 0.2), "topics");
        BadInput.Refuses(() => new TopicCorpus(random, 2, 99, 0.2), "vocabulary");
        BadInput.Refuses(() => new TopicCorpus(random, 2, 500, 1.2), "strength");
        BadInput.Refuses(() => corpus.Draw(random, 0), "count");
    }

    // S1-171: better than the larger class on every fold, from words that both kinds use.
    [Fact]
    public void Spam_is_found()
    {
        LabelledSentences set = SpamGrammar.Draw(new RandomStream(3), 200);
        Assert.Equal(1.0 / 3, set.Labels.Average(), 0.1);
        double[] folds = TextRuns.CrossValidate(set, 5, TextNetworks.Linear, 8, 16, 1, 0.01);
        Assert.True(folds.Min() > 0.75 && folds.Average() > 1 - set.Labels.Average() + 0.1,
            string.Join(' ', folds));
        BadInput.Refuses(() => SpamGrammar.Draw(new RandomStream(3), 0), "count");
    }

    // S0-142 S0-143 S0-145 S1-172: who reads the order is right always; who counts words is not.
    [Fact]
    public void Counting_words_is_not_reading()
    {
        LabelledSentences set = Reviews.Drawn(300, 4);
        Assert.Equal(set.Labels, set.Texts.Select(Reviews.Understand));
        double mean = TextRuns.CrossValidate(set, 3, TextNetworks.Linear, 6, 16, 1, 0.01).Average();
        Assert.InRange(mean, 0.55, 0.9);
    }

    // S3-268: words that only the validation texts have are unknown to the model.
    [Fact]
    public void The_vocabulary_is_that_of_the_training_texts()
    {
        (SampleSet training, SampleSet validation) =
            TextRuns.MultiHot(new(["a cat", "a dog"], [1, 0]), new(["the a cow"], [1]));
        Assert.Equal((5, 5), (training.X.Features, validation.X.Features)); // "", [UNK], a, cat, dog
        Assert.Equal([0, 1, 1, 0, 0], validation[0].X);
        Assert.Equal([0, 0, 1, 0, 1], training[1].X);
    }

    // S3-051 S3-072: five folds of the real sentences; a batch of 512 has two updates an epoch.
    [Fact]
    public void Real_sentences_are_classified()
    {
        RealData.At("sentiment");
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
            "Trains for a minute: REFERENCE_LONG_RUN=1");
        double[] means = [.. TextExperiments.CrossValidated(Reviews.Real()!, 5, 20, 1, (_, _) => { })
            .Select(model => model.Folds.Average(folds => folds.Average()))];
        Assert.True(means[0] >= 0.79, $"logistic regression: {means[0]}");
        Assert.True(means[1] >= 0.80, $"16-16-1, batches of 32: {means[1]}");
        Assert.True(means[2] < means[1] - 0.02, $"batches of 512: {means[2]}");
    }
}
