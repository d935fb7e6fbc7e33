using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;
using Reference.Texts;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Transformers.Tests;

/// <summary>From ids to scores, with heads for hidden words and for the next one.</summary>
public class TokenTests
{
    private static TokenTransformer Small(bool causal = false, int blocks = 2) =>
        new(7, 6, new BlockShape(4, 2, 6, Norm.Before, Gelu: true), blocks, new RandomStream(1), causal);

    // (20.6) S1-214 S1-226 S1-227 S1-230 S1-272 S1-273 S1-275 S1-277 S1-278 S2-261 S3-188: texts of two lengths, all
    // places or some.
    [Theory]
    [InlineData(null)]
    [InlineData(new[] { 1, 3, 4 })]
    public void A_token_transformer_has_the_numerical_gradients(int[]? places)
    {
        var random = new RandomStream(2);
        TokenTransformer model = Small();
        int[][] texts = [[2, 3, 4], [5, 6]];
        MatrixView Z = model.Forward(texts, places);
        Assert.Equal((7, places?.Length ?? 6), (Z.RowCount, Z.ColumnCount));
        Matrix<double> dZ = Matrix<double>.Build.Dense(7, Z.ColumnCount, random.Normals(7 * Z.ColumnCount));
        if (places is null)
        {
            dZ.ClearColumn(5); // padding has no score
        }

        model.Backward(dZ.View());
        Matrix<double>[] gradients = [.. model.Parameters.Select(p => p.Gradient.Clone())];
        foreach ((Parameter p, Matrix<double> gradient) in model.Parameters.Zip(gradients))
        {
            GradientCheck.Smooth(
                InPlace.Of(p.Value, () => model.Forward(texts, places).ToMatrix()), p.Value.Clone(), dZ, gradient)
                .ThrowIfFailed();
        }
    }

    // (20.8) (20.9) S2-266 S2-268 S1-215 S2-264: the losses of the heads are the formulas.
    [Property(MaxTest = 20)]
    public void The_losses_are_the_formulas(Seed seed)
    {
        RandomStream random = seed.Stream();
        TokenTransformer model = Small(causal: true);
        int[] text = [.. Enumerable.Range(0, 5).Select(_ => random.Below(7))];
        double[][] Columns(MatrixView Z) =>
            [.. Enumerable.Range(0, Z.ColumnCount).Select(c => Z.Column(c).ToArray())];
        double[][] all = Columns(model.Forward([text], null, Mode.Inference));
        var loss = new SoftmaxCrossEntropy();
        double Of(int[] places, int[] answers) => loss.Forward(
            model.Forward([text], places), Losses.OneHot.Encode(answers, 7).View());
        Assert.Equal(ScalarTokenLosses.Masked(all, text, [1, 3]), Of([1, 3], [text[1], text[3]]), 1e-12);
        int[] next = [.. text[1..], random.Below(7)];
        Assert.Equal(ScalarTokenLosses.Causal(all, next), Of([0, 1, 2, 3, 4], next), 1e-12);
    }

    // (20.6) S0-175 S1-226 S1-230: a token enters as its vector and that of its place.
    [Property(MaxTest = 20)]
    public void A_token_enters_with_its_place(Seed seed)
    {
        RandomStream random = seed.Stream();
        var input = new TokenInput(7, 4, 6, new Sequences(1), Initializers.Normal(random, 0.3));
        (Matrix<double> E, Matrix<double> P) = (input.Parameters[0].Value, input.Parameters[1].Value);
        int[][] texts = [.. Enumerable.Range(0, 3).Select(_ =>
            Enumerable.Range(0, 1 + random.Below(6)).Select(_ => random.Below(7)).ToArray())];
        MatrixView X = input.Forward(texts, Mode.Inference);
        int T = texts.Max(ids => ids.Length);
        for (int n = 0; n < texts.Length; n++)
        {
            for (int t = 0; t < texts[n].Length; t++)
            {
                Assert.Equal(
                    (E.Column(texts[n][t]) + P.Column(t)).AsArray(), X.Column(n * T + t).ToArray());
            }
        }
    }

    // (20.9) S1-306 S2-227 S2-235: a causal model cannot see what it is to predict, an encoder sees both sides.
    [Fact]
    public void Only_an_encoder_looks_ahead()
    {
        Assert.True(TransformerClaims.LooksAhead(causal: false));
        Assert.False(TransformerClaims.LooksAhead(causal: true));
    }

    // S1-209: BERT sees everything, GPT nothing later; T5 has one of each and a map between them.
    [Fact]
    public void Masks_of_three_families()
    {
        Assert.All(TransformerFigures.Visible(false, 4, 6).Cast<double>(), seen => Assert.Equal(1, seen));
        double[,] gpt = TransformerFigures.Visible(true, 3, 3);
        Assert.Equal([1.0, 0, 0, 1, 1, 0, 1, 1, 1], gpt.Cast<double>());
    }

    // S1-210: two halves of a batch, each with half the weight, leave the gradients of the whole batch.
    [Fact]
    public void Accumulated_gradients_are_those_of_the_large_batch()
    {
        TokenTransformer model = Small();
        int[][] texts = [[2, 3, 4], [5, 6, 2], [3, 3, 5], [6, 4, 2]];
        var loss = new SoftmaxCrossEntropy();
        Matrix<double>[] Gradients(int parts)
        {
            new Adam(model.Parameters, 1e-3).ZeroGradients();
            foreach (int[][] part in texts.Chunk(4 / parts))
            {
                loss.Forward(
                    model.Forward(part),
                    Losses.OneHot.Encode([.. part.SelectMany(ids => ids)], 7).View());
                model.Backward((loss.Backward().ToMatrix() / parts).View());
            }

            return [.. model.Parameters.Select(p => p.Gradient.Clone())];
        }

        foreach ((Matrix<double> whole, Matrix<double> halves) in Gradients(1).Zip(Gradients(2)))
        {
            Digits.Agree(whole, halves, 12, Math.Max(1e-3, whole.FrobeniusNorm()));
        }
    }

    // S2-263 S3-192 S1-305: what a decoder reads.
    [Fact]
    public void Oggi_sono_qui_is_shifted_to_the_right() => Assert.Equal(
        ["-", "oggi", "sono"], ScalarTokenLosses.ShiftRight("-", ["oggi", "sono", "qui"]));

    // S1-179 S1-213 S2-228: bass has one row of the table and two vectors, each beside those of its kind.
    [Fact]
    public void Bass_has_two_vectors()
    {
        var senses = new TwoSenses(1);
        double[] Of(string[] sentence, string word) => senses.Vector(sentence, word);
        double[] sound = Of(TwoSenses.Loud("bass"), "bass"), fish = Of(TwoSenses.Caught("bass"), "bass");
        double[] guitar = Of(TwoSenses.Loud("guitar"), "guitar"), trout = Of(TwoSenses.Caught("trout"), "trout");
        static double Cosine(double[] a, double[] b) => Embeddings.ScalarSimilarity.Cosine(a, b);
        Assert.InRange(Cosine(sound, fish), -1, 0.6);
        Assert.InRange(Cosine(sound, guitar), Cosine(sound, fish) + 0.2, 1);
        Assert.InRange(Cosine(fish, trout), Cosine(sound, fish) + 0.2, 1);
        double[] hidden = senses.Hidden(["he", "caught", "a", "[MASK]", "in", "the", "lake"]);
        Assert.Equal(1, hidden.Sum(), 1e-12);
        double Share(params string[] words) => words.Sum(w => hidden[senses.Words.Id(w)]);
        Assert.InRange(Share("bass", "trout", "salmon", "carp"), 0.9, 1);
        MatrixView X = senses.Input(TwoSenses.Loud("bass")).X;
        Assert.Equal(5, X.ColumnCount);
    }

    // S2-268: 15 % of the known words, of which 80 % are hidden, 10 % replaced and 10 % kept.
    [Fact]
    public void Fifteen_percent_are_chosen_and_eight_tenths_of_them_hidden()
    {
        var random = new RandomStream(5);
        int[] ids = [.. Enumerable.Range(0, 40_000)
            .Select(t => t % 4 == 0 ? Vocabulary.Unknown : 3 + random.Below(97))];
        (int[] read, int[] places) = MaskedWords.Hide(ids, 100, 3, random);
        Assert.Equal(4500, places.Length);
        Assert.All(places, t => Assert.NotEqual(Vocabulary.Unknown, ids[t]));
        Assert.All(Enumerable.Range(0, ids.Length).Except(places), t => Assert.Equal(ids[t], read[t]));
        Assert.InRange(places.Average(t => read[t] == MaskedWords.Mask ? 1.0 : 0), 0.78, 0.82);
        Assert.InRange(places.Average(t => read[t] == ids[t] ? 1.0 : 0), 0.085, 0.115);
        Assert.Single(MaskedWords.Hide([5, 6], 100, 3, random).Places);
    }

    // S2-268: the encoder learns; the guesses by counting, by hand.
    [Fact]
    public void Hidden_words_and_two_guesses()
    {
        var words = new MaskedWords(string.Join("\n\n", Enumerable.Repeat("one two one two one three", 600)));
        var losses = new List<double>();
        TokenTransformer model = words.Train(
            new(8, 2, 16, Norm.Before), 1, 60, 1, (_, _, loss) => losses.Add(loss), rate: 0.05);
        Assert.InRange(losses[^10..].Average(), 0, 0.6 * losses[0]);
        (double encoder, double unigram, double bigram) = words.Accuracy(model, 2);
        Assert.InRange(unigram, 0.3, 0.7); // one is every second word
        Assert.InRange(bigram, unigram, 0.95);
        Assert.InRange(encoder, bigram - 0.05, 1);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        TokenTransformer model = Small();
        Refuses(() => model.Forward([]), "texts");
        Refuses(() => model.Forward([[1], []]), "lengths from 1 to 1", "0");
        Refuses(() => model.Forward([[1, 2, 3, 4, 5, 6, 0]]), "at most 6 tokens", "T = 7");
        Refuses(() => model.Forward([[1, 7]]), "ids from 0 to 6", "7");
        Refuses(() => model.Forward([[-1]]), "ids from 0 to 6", "-1");
        Refuses(() => Small(blocks: 0), "blocks");
        Refuses(() => new TokenTransformer(7, 6, new(4, 3, 6), 1, new RandomStream(1)), "divides the width 4", "3");
    }
}
