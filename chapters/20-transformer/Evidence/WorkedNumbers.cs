using Reference.Book;
using Reference.Numerics;
using Reference.RecurrentNetworks;

namespace Reference.Transformers;

/// <summary>What follows from the sizes and vectors that the notes print.</summary>
public static class TransformerNumbers
{
    // S1-227, S1-228: of both vectors the notes print five numbers.
    private static readonly double[] s_word = [-1.00, 0.58, 1.42, -0.24, -0.43],
        s_place = [0.77, 0.15, 0.63, -1.36, 0.06];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived("S0-192", "parameters of the sentiment encoder", "13441409",
            () => ParameterCounts.Sentiment().Total),
        WorkedNumber.Derived("S0-192", "of them in its block", "593024", () => ParameterCounts.Block(128, 2048)),
        WorkedNumber.NotRepeatable("S0-198", "loss of the last batch of the last epoch", "0.0028",
            "The sentences of the file are not given."),
        WorkedNumber.Derived("S0-199", "score whose sigmoid is the printed 0.5992962718009949", "0.4025338",
            () => Score(0.5992962718009949)),
        WorkedNumber.Derived("S1-228", "first number of word vector + place vector", "-0.23", () => Sum(0)),
        WorkedNumber.Derived("S1-228", "second", "0.73", () => Sum(1)),
        WorkedNumber.Derived("S1-228", "third", "2.05", () => Sum(2)),
        WorkedNumber.Derived("S1-228", "fourth", "-1.60", () => Sum(3)),
        WorkedNumber.Derived("S1-228", "last", "-0.37", () => Sum(4)),
        WorkedNumber.Derived("S1-274", "the probabilities that the dots stand for, together", "0.77",
            () => 1 - new[] { 0.03, 0.08, 0.05, 0.02, 0.05 }.Sum()),
        WorkedNumber.Derived("S2-238", "PE(1) for d = 4, first number", "0.8414709848",
            () => ScalarPositions.Sinusoid(1, 4)[0]),
        WorkedNumber.Derived("S2-238", "third number", "0.0099998333", () => ScalarPositions.Sinusoid(1, 4)[2]),
        WorkedNumber.Derived("S2-259", "parameters of a block of BERT-base", "7087872",
            () => ParameterCounts.Block(768, 3072)),
        WorkedNumber.Derived("S2-259", "of its 12 blocks", "85054464",
            () => ParameterCounts.Bert(12, 768).Lines.Where(line =>
                line.Name.StartsWith("block ", StringComparison.Ordinal)).Sum(l => l.Parameters)),
        WorkedNumber.Derived("S2-259", "of BERT-base", "109482240", () => ParameterCounts.Bert(12, 768).Total),
        WorkedNumber.Derived("S2-259", "of BERT-large, 24 blocks of 1,024", "335141888",
            () => ParameterCounts.Bert(24, 1024).Total),
    ];

    /// <summary>The inverse of the sigmoid. S0-199</summary>
    public static double Score(double p) => Math.Log(p / (1 - p));

    private static double Sum(int i)
    {
        var positions = new Positions(5, 1, new Sequences(1), (values, _, _) => s_place.CopyTo(values));
        return positions.Forward(new MatrixView([.. s_word], 5, 1))[i, 0];
    }
}
