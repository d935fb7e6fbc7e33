using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;
using Reference.Texts;

namespace Reference.Transformers;

/// <summary>Statements of the notes about transformers that a counterexample refutes.</summary>
public static class TransformerClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S0-185", "\"num_epochs\": 5", "20: the training loop sets its own num_epochs, and config is not asked.",
            "The log under the loop has a line for each of 20 epochs.",
            () => NotesSentences.PrintedLosses.Length == 20, ErratumKind.Listing),
        new("S0-195", "x = x.mean(dim=1)",
            "The mean of the tokens that are no padding, behind a block that does not look at padding.",
            "The same sentence with 0 and with 9 ids of padding behind it has two probabilities; with a mask it has "
                + "one.",
            () => Probabilities(masked: false) is var read && read[0] != read[1]
                && Probabilities(masked: true) is var hidden && Math.Abs(hidden[0] - hidden[1]) < 1e-12,
            ErratumKind.Listing),
        new("S0-197", "loss = criterion(outputs.squeeze(), batch_targets)",
            "outputs.squeeze(1): only the axis of the one class goes.",
            "With an odd number of sentences the last batch has one, and squeeze() leaves [1 × 1] no axis at all "
                + "where the targets have one.",
            () => Squeezed(2, 1) is [2] && Squeezed(1, 1) is [], ErratumKind.Listing),
        new("S0-199", "print(\"Prediction: Negative, Probability:\", prob.item())",
            "1 − prob: prob is the probability of praise on both branches.",
            "A score of −2 is printed as Negative with 0.12; the probability of blame is 0.88.",
            () => ScalarActivations.Sigmoid(-2) is < 0.12 and var p && 1 - p > 0.88, ErratumKind.Listing),
        new("S1-307", "Encoder-decoder models: Include both encoder and decoder blocks. […] Examples: BERT and T5.",
            "T5. BERT is an encoder alone, as the next paragraph says.",
            "BERT-base's 109,482,240 parameters are vectors, twelve encoder blocks and a pooler; nothing is left for "
                + "a decoder.",
            () => ParameterCounts.Bert(12, 768) is { Total: 109_482_240 } bert
                && bert.Lines.Count(line => line.Parameters == ParameterCounts.Block(768, 3072)) == 12),
        new("S2-227", "These models read the entire sentence and generate a unique vector for each word based on its "
                + "surrounding words.",
            "ELMo and BERT do; GPT reads what stands before a word, as the table above the sentence says.",
            "Another last word changes the first vector of an encoder, and not one bit of it with a causal mask.",
            () => LooksAhead(causal: false) && !LooksAhead(causal: true)),
        new("S2-235", "GPT will have only the encoder BERT have only the Decoder",
            "GPT is built of decoder blocks, whose attention is causal, BERT of encoder blocks.",
            "A model that is to predict the next word must not see it: an encoder's first vector depends on the last "
                + "word, a decoder's does not.",
            () => LooksAhead(causal: false) && !LooksAhead(causal: true)),
        new("S2-239",
            "Each word in the sentence will have its own embedded vector and is multiplied by the positional "
                + "embedding vector",
            "The two are added, as the section says before.",
            "The vector of place 0 is (0, 1, 0, 1, …): a product would erase half of the first word.",
            () => ScalarPositions.Sinusoid(0, 4) is var p && new[] { 3.0, 1, 2, 5 } is var a
                && new[] { 4.0, 1, 7, 5 } is var b && Times(a, p).SequenceEqual(Times(b, p))
                && !Plus(a, p).SequenceEqual(Plus(b, p))),
        new("S3-189", "basta semplicemente avere una coppia (Indice, Parola Embeddata)",
            "A vector made of the index is added to the embedded word; the sum has as many numbers as the word had.",
            "A block of 4 rows refuses a word of 4 numbers with its index as a fifth.",
            () => Claim.Refuses(() => Block().Forward(Matrix<double>.Build.Dense(5, 3)))
                && Block().Forward(Matrix<double>.Build.Dense(4, 3)).RowCount == 4),
        new("S3-192", "Output: la stringa tradotta shiftata di uno a destra",
            "What the decoder reads is shifted; what it puts out is the translation itself.",
            "At position 2 it reads −, oggi, sono, as the example says, and is to put out qui.",
            () => ScalarTokenLosses.ShiftRight("-", ["oggi", "sono", "qui"]).SequenceEqual(["-", "oggi", "sono"])),
    ];

    /// <summary>Whether the vector of the first token depends on the last one. S1-306, S2-227, S2-235</summary>
    public static bool LooksAhead(bool causal)
    {
        var model = new TokenTransformer(5, 4, new(4, 2, 8), 2, new RandomStream(3), causal);
        double[] First(int last) => model.Encode([[0, 1, last]]).Column(0).ToArray();
        return !First(2).SequenceEqual(First(3));
    }

    // Of one sentence, bare and with nine ids of padding.
    private static double[] Probabilities(bool masked)
    {
        var model = new SentimentEncoder(6, new RandomStream(2), width: 8, heads: 2, hidden: 8);
        int[] ids = [2, 3, 4], padded = Padding.Of(ids, 12, End.Back);
        return masked
            ? [model.Probabilities(ids)[0], model.Probabilities(ids, [.. Enumerable.Repeat(5, 12)])[0]]
            : [model.Probabilities(ids)[0], model.Probabilities(padded)[0]];
    }

    private static int[] Squeezed(params int[] shape) => [.. shape.Where(n => n != 1)];

    private static EncoderBlock Block() =>
        new(new(4, 2, 8), new Sequences(3), Initializers.Normal(new RandomStream(1), 0.5), new RandomStream(1));

    private static double[] Times(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x * y)];

    private static double[] Plus(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];
}
