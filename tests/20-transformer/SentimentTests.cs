using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;
using Reference.Texts;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Transformers.Tests;

/// <summary>The notes' classifier of sentences.</summary>
public class SentimentTests
{
    private static SentimentEncoder Small(int vocabulary, RandomStream random) =>
        new(vocabulary, random, 16, 4, 32, dropout: 0);

    // S0-185 S0-192 S0-210: V·128 + 605,953.
    [Fact]
    public void Parameters_are_those_of_the_notes()
    {
        var encoder = new SentimentEncoder(50, new RandomStream(1));
        Assert.Equal(50 * 128 + 605_953, encoder.Parameters.Sum(p => p.Values.Length));
        Assert.Equal(50 * 128 + 605_953, ParameterCounts.Sentiment(50).Total);
    }

    // (20.6) (20.7) S0-182 S0-192
    [Fact]
    public void The_encoder_has_the_numerical_gradients()
    {
        var random = new RandomStream(3);
        var encoder = new SentimentEncoder(6, random, 4, 2, 6, dropout: 0);
        int[][] texts = [[2, 3, 4, 5], [1, 2]];
        Matrix<double> dZ = Matrix<double>.Build.Dense(1, 2, random.Normals(2));
        encoder.Forward(texts);
        encoder.Backward(dZ.View());
        Matrix<double>[] gradients = [.. encoder.Parameters.Select(p => p.Gradient.Clone())];
        foreach ((Parameter p, Matrix<double> gradient) in encoder.Parameters.Zip(gradients))
        {
            GradientCheck.Smooth( // ReLU, no unit of this draw near its kink
                InPlace.Of(p.Value, () => encoder.Forward(texts).ToMatrix()), p.Value.Clone(), dZ, gradient)
                .ThrowIfFailed();
        }
    }

    // S0-188: cut behind, filled up behind, or left as it is.
    [Fact]
    public void Sentences_are_cut_and_padded_behind()
    {
        var words = new TextVectorizer(["a b c"]);
        int[] abc = words.Encode("a b c");
        Assert.Equal([.. abc, 0, 0], new SentenceShape(5, Masked: false).Of(words, "a b c"));
        Assert.Equal(abc, new SentenceShape(5).Of(words, "a b c"));
        Assert.Equal(abc[..2], new SentenceShape(2).Of(words, "a b c"));
        Assert.Equal(abc[..2], new SentenceShape(2, Masked: false).Of(words, "a b c"));
        Assert.Equal([Vocabulary.Unknown], new SentenceShape(2).Of(words, "!"));
    }

    // S0-183 S0-187 S0-197 S0-199 S2-271: nine sentences, so that the last batch of two has one.
    [Fact]
    public void The_notes_sentences_are_learned()
    {
        LabelledSentences set = NotesSentences.Read(NotesSentences.Json);
        Assert.Equal((9, 5), (set.Count, set.Labels.Sum()));
        var epochs = new List<int>();
        var shape = new SentenceShape();
        SentimentRun run = SentimentRun.Train(set, shape, 40, 2, 1, (_, epoch) => epochs.Add(epoch), Small);
        Assert.Equal(Enumerable.Range(1, 40), epochs);
        Assert.InRange(run.Losses[0], 0.4, 1.5);
        Assert.InRange(run.Losses[^1], 0, 0.05);
        Assert.InRange(run.Probability("Today the concert was amazing!", shape), 0.9, 1);
        Assert.InRange(run.Probability("I can't come to the concert today", shape), 0, 0.1);
        Assert.InRange(run.Probability(NotesSentences.Asked, shape), 0.5, 1);
        Assert.InRange(run.Probability("I love Hugging Face!", shape), 0.5, 1);
        (double accuracy, double right) = run.Evaluate(set, shape);
        Assert.Equal(1, accuracy);
        Assert.InRange(right, 0.9, 1);
        SentimentRun again = SentimentRun.Train(set, shape, 40, 2, 1, null, Small);
        Assert.Equal(run.Losses, again.Losses);
    }

    // (20.7) S0-195 S0-199: a sentence alone and in a batch with longer ones has one probability.
    [Fact]
    public void A_mask_hides_the_padding()
    {
        SentimentEncoder encoder = Small(9, new RandomStream(4));
        int[] ids = [2, 3, 4];
        double alone = encoder.Probabilities(ids)[0];
        Assert.Equal(alone, encoder.Probabilities(ids, [.. Enumerable.Repeat(5, 20)])[0], 1e-14);
        Assert.NotEqual(alone, encoder.Probabilities(Padding.Of(ids, 20, End.Back))[0], 1e-6);
    }

    // S0-198 S0-199: a log of twenty epochs; the sigmoid and its inverse.
    [Fact]
    public void The_score_of_the_printed_probability()
    {
        Assert.Equal(20, NotesSentences.PrintedLosses.Length);
        Assert.Equal(0.5992962718009949, Activations.ScalarActivations.Sigmoid(
            TransformerNumbers.Score(0.5992962718009949)), 1e-15);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Refuses(() => NotesSentences.Read("""[{"text": "x", "label": 2}]"""), "label 0 or 1 in row 0", "2");
        Refuses(() => NotesSentences.Read("""[{"text": "x", "label": 1}, {"label": 0}]"""), "a text", "row 1");
        SentimentEncoder encoder = Small(9, new RandomStream(4));
        Refuses(() => encoder.Forward([new int[101]]), "at most 100 tokens", "T = 101");
        Refuses(() => encoder.Forward([[9]]), "ids from 0 to 8", "9");
    }

    // S0-192 S0-195: five folds of the real sentences.
    [Fact]
    public void Reviews_are_read_with_a_mask()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
                "Trains for minutes: REFERENCE_LONG_RUN=1.");
        Assert.SkipUnless(Reviews.Real() is not null, "Needs the labelled sentences: REFERENCE_DATA.");
        var shape = new SentenceShape();
        double[] folds = SentimentClassifier.OverFolds(Reviews.Real()!, 1, null, (training, held) =>
            SentimentRun.Train(training, shape, 6, 16, 1).Evaluate(held, shape).Accuracy);
        Assert.InRange(folds.Average(), 0.68, 1);
    }
}
