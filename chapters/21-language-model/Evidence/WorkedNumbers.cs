using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Transformers;

namespace Reference.LanguageModels;

/// <summary>Counts of the notes' run, and the next token of five; the notes print few of them.</summary>
public static class LanguageModelNumbers
{
    /// <summary>Scores of five tokens; the notes give none. S1-318</summary>
    public static IReadOnlyList<double> Scores { get; } = [2, 1, 0.5, 0.1, -1];

    private static readonly double[] s_p = ScalarActivations.Softmax([.. Scores]);
    private static readonly TrainingSettings s_notes = TrainingSettings.Notes;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        Derived("S1-222", "pairs of the sentence of eight words", "7", () => ScalarLanguageModel.Pairs(
            "The core innovation of Transformers is the attention".Split(' ')).Length),
        Derived("S1-217", "words in 2,000 tokens, three for four", "1500", () => Words(2_000)),
        Derived("S1-217", "words in 1.5 million tokens", "1125000", () => Words(1_500_000)),
        Derived("S1-280", "texts written in 5,000 iterations, one every 100", "50",
            () => Each(s_notes.TextEvery)),
        Derived("S1-292", "validation losses, one every 10", "500", () => Each(s_notes.ValidationEvery)),
        Derived("S1-282", "num_samples, train_iterations * batch_size", "320000", () => s_notes.Samples),
        Derived("S1-280", "tokens read", "20480000", () => (double)s_notes.Samples * new GptConfiguration(65)
            .ContextSize),
        Derived("S1-220", "ln 65, the loss of a model that knows nothing", "4.1744",
            () => Loss(new Gpt(new(65, 8, 16, 2, 1), new RandomStream(1)))),
        Derived("S1-264", "parameters of 65 characters, context 64, 4 layers of 128 channels, 4 heads", "818176",
            () => Built(bias: true)),
        Derived("S1-264", "without biases", "812416", () => Built(bias: false)),
        Derived("S1-265", "of them in one block", "198272", () => ParameterCounts.Block(128, 512)),
        Derived("S1-318", "p of the best of the scores 2, 1, ½, 0.1, −1 among the top 3", "0.628532",
            () => ScalarDecoding.TopK(s_p, 3)[0]),
        Derived("S1-318", "of the second", "0.231224", () => ScalarDecoding.TopK(s_p, 3)[1]),
        Derived("S1-318", "of the third", "0.140244", () => ScalarDecoding.TopK(s_p, 3)[2]),
        Derived("S1-319", "share of the best two", "0.764023", () => Kept(0.7)),
        Derived("S1-319", "of the best three, the fewest that reach 0.8", "0.888651", () => Kept(0.8)),
        Derived("S1-320", "p of the best at temperature ½", "0.826465", () => At(0.5)),
        Derived("S1-320", "at 1", "0.558545", () => At(1)),
        Derived("S1-320", "at 2", "0.371917", () => At(2)),
    ];

    private static WorkedNumber Derived(string row, string what, string value, Func<double> computed) =>
        WorkedNumber.Derived(row, what, value, computed);

    private static double Words(int tokens) => 3.0 * tokens / 4;

    private static double Each(int every) =>
        Enumerable.Range(1, s_notes.Iterations).Count(iteration => iteration % every == 0);

    private static double At(double τ) => ScalarDecoding.Temperature([.. Scores], τ)[0];

    // The share of what top-p keeps.
    private static double Kept(double P) => ScalarDecoding.TopP(s_p, P) is var q
        ? s_p.Zip(q, (p, kept) => kept > 0 ? p : 0).Sum()
        : 0;

    private static double Built(bool bias) => new Gpt(new(65, UseBias: bias), new RandomStream(1)).Parameters
        .Sum(p => (double)p.Values.Length);

    // With all scores 0.
    private static double Loss(Gpt model)
    {
        model.Parameters[^1].Values.Clear();
        var loss = new TokenCrossEntropy();
        return loss.Forward(model.Forward(new MatrixView(8, 1)), new int[8], [.. Enumerable.Repeat(1 / 8.0, 8)]);
    }
}
