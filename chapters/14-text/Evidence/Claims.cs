using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Texts;

/// <summary>Statements and listings of the notes about text that a counterexample refutes.</summary>
public static class TextClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S0-144", "when we go from structured to unstructured data it is called NLU (Natural Language "
                + "Understanding), while vice versa it is called NLG (Natural Language Generation)",
            "Understanding goes from text to structured data, generation from structured data to text.",
            "The grammar generates a sentence from a label; reading the sentence by its rules gives the label back.",
            () => Reviews.Drawn(200, 5) is var set
                && set.Texts.Select(Reviews.Understand).SequenceEqual(set.Labels)),
        new("S0-150",
            "Both derivation and lemmatization eliminate affixes from inflected forms of words, leaving only "
                + "the root.",
            "Stemming and lemmatization do. Derivation makes words by adding affixes; and what a stemmer leaves need "
                + "be no root.",
            "The stemmer turns happiness into happi, and university and universe into univers, no words; the "
                + "lemmatizer keeps both.",
            () => PorterStemmer.Stem("happiness") == "happi" && PorterStemmer.Stem("university") == "univers"
                && PorterStemmer.Stem("universe") == "univers"
                && Lemmatizer.Small.Lemma("university") != Lemmatizer.Small.Lemma("universe")),
        new("S3-060", "model.add(layers.Dense(1, activation='relu'))",
            "16-16-1 without that line: the text counts 160,016, 272 and 17 connections and knows no other layer.",
            "With it there are 160,307 parameters, and whatever the review, every probability lies on one side of "
                + "σ(b), the output where the ReLU is 0.",
            () => Summary.Of(TextNetworks.ReviewsAsListed(new RandomStream(1))).Total == 160_307
                && Enumerable.Range(1, 20).All(seed => OnOneSide((ulong)seed)),
            ErratumKind.Listing),
        new("S3-071", "la validation accuracy, che DEVE essere crescere in modo monotono e deve avvicinarsi a 1 il "
                + "più possibile",
            "It should rise on the whole; with a few hundred reviews to validate with, it also falls between epochs.",
            "A run that ends more than 0.1 above its first epoch, with epochs in which the accuracy falls.",
            () => CurveFigures.ReviewsRun.ValidationMetrics is var v && v[^1] > v[0] + 0.1
                && v.Zip(v.Skip(1)).Any(pair => pair.Second < pair.First)),
        new("S3-076", "acc = history_dict['binary_accuracy']",
            "history.history['accuracy'], the name given to compile; history_dict is defined nowhere, and the listing "
                + "for news uses a third spelling, 'acc'.",
            "Three spellings; a metric that is compiled as accuracy is recorded under that name alone.",
            () => new[] { "binary_accuracy", "acc" }.All(key => key != Metric.BinaryAccuracy.Name)
                && Metric.BinaryAccuracy.Name == Metric.Accuracy.Name,
            ErratumKind.Listing),
        new("S3-090", "il numero di nodi interni deve essere sicuramente maggiore di 46, altrimenti ci sarebbe una "
                + "perdita di informazioni",
            "A rule of thumb: a narrow layer may lose information, but need not.",
            "Two ReLU units suffice to tell 46 classes apart: points on a quarter circle, each with the largest score "
                + "for its own direction.",
            () => TwoUnits(46)),
        new("S3-263", "se dovessimo pensare ad un OHE di un vocabolario di 1000 parole, questo crescerebbe in modo "
                + "esponenziale",
            "It grows linearly: n words of a vocabulary of V need n·V numbers.",
            "Ten words: 10,000 numbers for V = 1,000, twice as many for 2,000, three times as many for 3,000.",
            () => Enumerable.Range(1, 3).All(k => TextNumbers.OneHotWords(10, 1000 * k) == k * 10_000)),
    ];

    // Whether the probabilities of random reviews are all at least σ(b), or all at most.
    private static bool OnOneSide(ulong seed)
    {
        var random = new RandomStream(seed);
        Sequential network = TextNetworks.ReviewsAsListed(random, 50);
        double edge = ScalarActivations.Sigmoid(network.Parameters[^1].Values[0]);
        Matrix<double> p = ActivationEquations.Sigmoid(network.Forward(
            Matrix<double>.Build.Dense(50, 40, (_, _) => random.Below(2)), Mode.Inference));
        return p.Enumerate().All(v => v >= edge) || p.Enumerate().All(v => v <= edge);
    }

    private static bool TwoUnits(int classes)
    {
        double[] angles = [.. Enumerable.Range(0, classes).Select(k => Math.PI / 2 * k / (classes - 1))];
        Matrix<double> directions = Matrix<double>.Build.Dense(classes, 2, (k, i) =>
            i == 0 ? Math.Cos(angles[k]) : Math.Sin(angles[k]));
        var last = new Dense(directions, Matrix<double>.Build.Dense(classes, 1));
        Matrix<double> hidden = new Relu(2).Forward(directions.Transpose(), Mode.Inference);
        return last.Forward(hidden, Mode.Inference).EnumerateColumns().Index()
            .All(column => column.Item.MaximumIndex() == column.Index);
    }
}
