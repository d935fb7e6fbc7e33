using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Texts;

namespace Reference.Transformers;

/// <summary>How sentences become ids: at most so many, and padding hidden, or filled up as the notes do it with a
/// token that the encoder takes for a word. S0-188.</summary>
public sealed record SentenceShape(int Length = 40, bool Masked = true)
{
    /// <summary>The ids of a sentence; one without words has one unknown word.</summary>
    public int[] Of(TextVectorizer words, string text)
    {
        int[] ids = words.Encode(text);
        ids = ids is [] ? [Vocabulary.Unknown] : ids[..Math.Min(ids.Length, Length)];
        return Masked ? ids : Padding.Of(ids, Length, End.Back, End.Back);
    }
}

/// <summary>A trained encoder with its words.</summary>
public sealed record SentimentRun(SentimentEncoder Model, TextVectorizer Words, double[] Losses)
{
    /// <summary>Trains on labelled sentences with Adam at 0.001; the last batch of an epoch may be smaller. Calls back
    /// after each epoch. S0-197</summary>
    public static SentimentRun Train(
        LabelledSentences set, SentenceShape shape, int epochs, int batch, ulong seed,
        Action<SentimentRun, int>? after = null, Func<int, RandomStream, SentimentEncoder>? model = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(shape);
        var random = new RandomStream(seed);
        var words = new TextVectorizer(set.Texts, 10_000);
        SentimentEncoder encoder = model?.Invoke(words.Count, random) ?? new(words.Count, random);
        var adam = new Adam(encoder.Parameters, 1e-3);
        var loss = new SigmoidCrossEntropy();
        int[][] texts = [.. set.Texts.Select(text => shape.Of(words, text))];
        int[] order = [.. Enumerable.Range(0, texts.Length)];
        var run = new SentimentRun(encoder, words, new double[epochs]);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            foreach (int[] chosen in order.Chunk(batch))
            {
                MatrixView Z = encoder.Forward([.. chosen.Select(i => texts[i])]);
                Matrix<double> Y = Matrix<double>.Build.Dense(1, chosen.Length, (_, n) => set.Labels[chosen[n]]);
                run.Losses[epoch] += loss.Forward(Z, Y.View()) * chosen.Length / texts.Length;
                adam.ZeroGradients();
                encoder.Backward(loss.Backward());
                adam.Step();
            }

            after?.Invoke(run, epoch + 1);
        }

        return run;
    }

    /// <summary>The probability of praise of a sentence.</summary>
    public double Probability(string text, SentenceShape shape) => Model.Probabilities(shape.Of(Words, text))[0];

    /// <summary>The share of sentences on the right side of ½, and the mean probability of the right label.</summary>
    public (double Accuracy, double Right) Evaluate(LabelledSentences set, SentenceShape shape)
    {
        double[] p = [.. set.Texts.Chunk(64).SelectMany(
            texts => Model.Probabilities([.. texts.Select(text => shape.Of(Words, text))]))];
        double[] right = [.. p.Zip(set.Labels, (pn, label) => label == 1 ? pn : 1 - pn)];
        return (right.Average(r => r > 0.5 ? 1.0 : 0), right.Average());
    }
}
