using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Texts;

namespace Reference.Embeddings;

/// <summary>Statements of the notes about word vectors that a counterexample refutes.</summary>
public static class EmbeddingClaims
{
    /// <summary>Vectors of the small world by skip-gram, trained once for figures, claims and tests.</summary>
    public static WordVectors SmallWorldVectors => trained.Value;

    private static readonly Lazy<WordVectors> trained = new(() =>
        SmallWorldRuns.Train("skip-gram", 16, count: 2000).Vectors);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S0-161", "This allows these models to create a single still representation of a dog. These models excel "
                + "at separating words with a neighboring meaning and can handle the various senses in which the word "
                + "can be used.",
            "A single vector per word cannot tell its senses apart; vectors that depend on the sentence can "
                + "(chapter 19), as the notes say themselves further down.",
            "bank has the same vector in \"the bank of the river\" and in \"the bank lends money\".",
            () => BankVectors() is var (river, money) && river.Equals(money)),
        new("S1-189", "Negative Result: Indicates opposite meanings.",
            "It means that the vectors point to opposite sides. Opposites are used in the same places, so their "
                + "vectors are similar.",
            "In the small world happy and sad have a cosine above 0.9, and happy has negative ones with words that "
                + "have nothing to do with it; among the notes' vectors CAT · HAPPY is −0.08.",
            () => SmallWorldVectors is var v && v.Cosine("happy", "sad") > 0.9
                && v.Unit.TransposeThisAndMultiply(v["happy"]).Min() < 0
                && Math.Abs(ScalarSimilarity.Dot(NotesVectors.Six["CAT"], NotesVectors.Six["HAPPY"]) + 0.08) < 1e-15),
        new("S3-266", "Questa proposta è vincente perché permette di avere una rappresentazione delle parole "
                + "mantenendo un'importante proprietà: la somiglianza tra esse. […] cat 0.2 0.1, on 0.1 0.9, "
                + "mat 0.1 0.9",
            "Two words need two vectors; the table has one for on and mat, probably by a slip of copying.",
            "cos(on, mat) = 1, as if they were one word; cos(cat, mat) is only 0.54.",
            () => Math.Abs(NotesVectors.Table2.Cosine("on", "mat") - 1) < 1e-15
                && NotesVectors.Table2.Cosine("cat", "mat") < 0.55),
    ];

    private static (Vector<double> River, Vector<double> Money) BankVectors()
    {
        string[][] sentences = [["the", "bank", "of", "the", "river"], ["the", "bank", "lends", "money"]];
        var words = Vocabulary.Of(sentences);
        var layer = new Embedding(words.Count, 4, Initializers.Normal(new RandomStream(1), 1));
        Vector<double> Bank(string[] sentence) => layer.WithTokens(sentence.Length).Forward(
            Texts.Padding.Columns([words.Encode(sentence)])).Column(1);
        return (Bank(sentences[0]), Bank(sentences[1]));
    }
}
