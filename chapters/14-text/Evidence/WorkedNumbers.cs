using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Losses;
using Reference.Networks;
using Reference.Numerics;
using Batches = Reference.Datasets.Batches;

namespace Reference.Texts;

/// <summary>Counts that the notes print, and those that follow from their sentences and listings.</summary>
public static class TextNumbers
{
    internal const string Shopping = "add eggs and milk to my shopping list";
    internal const string Mat = "The cat sat on the mat";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        new("S0-147", "words of the shopping list", "8", () => WordTokenizer.BySpaces(Shopping).Length),
        WorkedNumber.Derived("S0-148", "its characters", "37", () => CharacterTokenizer.Split(Shopping).Length),
        WorkedNumber.Derived("S1-159", "tokens of The cat sat on the mat", "6",
            () => WordTokenizer.BySpaces(Mat).Length),
        WorkedNumber.Derived("S1-159", "different ones in lower case", "5",
            () => new WordTokenizer().Split(Mat).Distinct().Count()),
        new("S1-169", "place of the one in the vector of token 345", "345", () => Bag.EnumerateIndexed()
            .Single(x => x.Item2 == 1).Item1),
        new("S1-169", "elements of the vector", "65000", () => Bag.Count),
        new("S3-057", "elements of a review's vector", "10000",
            () => TextNetworks.Reviews(new RandomStream(1)).Inputs),
        new("S3-063", "parameters of the first layer", "160016", () => Parameters(0)),
        new("S3-065", "parameters of the second layer", "272", () => Parameters(1)),
        new("S3-066", "parameters of the last layer", "17", () => Parameters(2)),
        WorkedNumber.Derived("S3-060", "parameters of the network", "160305",
            () => Summary.Of(TextNetworks.Reviews(new RandomStream(1))).Total),
        new("S3-070", "reviews to train on after 10,000 of 25,000 to validate with", "15000", () => Partial.Count),
        WorkedNumber.Derived("S3-072", "batches of 512 in an epoch", "30",
            () => new Batches(Partial, 512).Epoch().Count()),
        WorkedNumber.Derived("S3-089", "parameters of the network for news", "647214",
            () => Summary.Of(TextNetworks.News(new RandomStream(1))).Total),
        WorkedNumber.Derived("S3-089", "its loss while all 46 scores are equal, ln 46", "3.8286",
            () => new SoftmaxCrossEntropy().Forward(Matrix<double>.Build.Dense(46, 1), OneHot)),
        WorkedNumber.Derived("S3-263", "numbers of ten one-hot words of a vocabulary of 1,000", "10000",
            () => OneHotWords(10, 1000)),
    ];

    // A text of the one token 345 among 65,000.
    private static Vector<double> Bag
    {
        get
        {
            var x = new double[65_000];
            BagOfWords.MultiHot([[345]], x.Length).CopyTo(0, x);
            return Vector<double>.Build.Dense(x);
        }
    }

    // partial_x_train = x_train[10000:], of 25,000 empty reviews.
    private static SampleSet Partial
    {
        get
        {
            int[][] reviews = [.. Enumerable.Repeat<int[]>([], 25_000)];
            return TextRuns.WithTargets(BagOfWords.MultiHot(reviews[10_000..], 1), new int[15_000]);
        }
    }

    private static Matrix<double> OneHot => Matrix<double>.Build.Dense(46, 1, (k, _) => k == 3 ? 1 : 0);

    /// <summary>The numbers of n words as one-hot vectors.</summary>
    internal static long OneHotWords(int n, int vocabulary) =>
        (long)n * new OneHotLabels(new int[n], vocabulary).Features;

    private static long Parameters(int layer) => Summary.Of(TextNetworks.Reviews(new RandomStream(1))).Lines
        .Where(line => line.Parameters > 0).ElementAt(layer).Parameters;
}
