using Reference.Losses;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Texts;

namespace Reference.Transformers;

/// <summary>
/// A word with two senses: a masked language model of a block, trained on thirty-two sentences about instruments and
/// about fish, of which four have a bass. S2-228, S1-179.
/// </summary>
public sealed class TwoSenses
{
    private static readonly string[] s_instruments = ["bass", "guitar", "drum", "violin"],
        s_sounds = ["loud", "soft", "slow", "low"], s_fish = ["bass", "trout", "salmon", "carp"],
        s_waters = ["lake", "river", "sea", "pond"];

    private readonly TokenTransformer _model;

    /// <summary>A trained model.</summary>
    public TwoSenses(ulong seed, int steps = 300)
    {
        string[][] sentences =
        [
            .. s_instruments.SelectMany(i => s_sounds.Select(s => Loud(i, s))),
            .. s_fish.SelectMany(f => s_waters.Select(w => Caught(f, w))),
        ];
        Words = Vocabulary.Of(sentences, special: ["[PAD]", "[UNK]", "[MASK]"]);
        var random = new RandomStream(seed);
        _model = new(Words.Count, 8, new(16, 2, 32, Norm.Before), 1, random);
        var adam = new Adam(_model.Parameters, 0.01);
        var loss = new SoftmaxCrossEntropy();
        for (int step = 0; step < steps; step++)
        {
            int[][] texts = [.. Enumerable.Range(0, 16).Select(_ =>
                Words.Encode(sentences[random.Below(sentences.Length)]))];
            int T = texts.Max(ids => ids.Length);
            (int[] Read, int[] Places)[] hidden =
                [.. texts.Select(ids => MaskedWords.Hide(ids, Words.Count, Words.Special, random))];
            loss.Forward(
                _model.Forward(
                    [.. hidden.Select(h => h.Read)],
                    [.. hidden.SelectMany((h, n) => h.Places.Select(t => n * T + t))]),
                OneHot.Encode(
                    [.. hidden.SelectMany((h, n) => h.Places.Select(t => texts[n][t]))], Words.Count)
                        .View()); // (20.8)
            adam.ZeroGradients();
            _model.Backward(loss.Backward());
            adam.Step();
        }
    }

    /// <summary>The words, and three special ids.</summary>
    public Vocabulary Words { get; }

    /// <summary>The {noun} was too {sound}.</summary>
    public static string[] Loud(string noun, string sound = "loud") => ["the", noun, "was", "too", sound];

    /// <summary>He caught a {noun} in the {water}.</summary>
    public static string[] Caught(string noun, string water = "lake") =>
        ["he", "caught", "a", noun, "in", "the", water];

    /// <summary>The vector of a word in a sentence. // [16]</summary>
    public double[] Vector(string[] sentence, string word) =>
        _model.Encode([Words.Encode(sentence)]).Column(Array.IndexOf(sentence, word)).ToArray();

    /// <summary>E[id], P and their sum for the tokens of a sentence. // [16 × T] each. S1-226</summary>
    public (MatrixView E, MatrixView P, MatrixView X) Input(string[] sentence)
    {
        (Parameter E, Parameter P) = (_model.Parameters[0], _model.Parameters[1]);
        int D = E.Value.RowCount, T = sentence.Length;
        MatrixView e = new(D, T), p = new(D, T), x = new(D, T);
        for (int t = 0; t < T; t++)
        {
            E.Value.View().Column(Words.Id(sentence[t])).CopyTo(e.Column(t));
            P.Value.View().Column(t).CopyTo(p.Column(t));
        }

        x.CopyFrom(e);
        x.Add(p);
        return (e, p, x);
    }

    /// <summary>The probabilities of each word where a sentence has [MASK]. // [V]. S1-273</summary>
    public double[] Hidden(string[] sentence) => Activations.ScalarActivations.Softmax(
        _model.Forward([Words.Encode(sentence)], [Array.IndexOf(sentence, "[MASK]")], Mode.Inference)
            .Column(0).ToArray());
}
