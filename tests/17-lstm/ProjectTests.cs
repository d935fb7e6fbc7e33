using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;
using Reference.Texts;
using static Reference.Testing.BadInput;

namespace Reference.LongShortTermMemory.Tests;

/// <summary>The stacks of the notes, the character model, and what is reached on real data.</summary>
public class ProjectTests
{
    // S2-176 S3-168 S3-281: shapes of the three stacks.
    [Fact]
    public void The_three_stacks_have_their_shapes()
    {
        var random = new RandomStream(1);
        Assert.Equal(10, ThreeStacks.Digits(random).Forward(Matrix<double>.Build.Dense(784, 2)).RowCount);
        Assert.Equal(1, ThreeStacks.Houses(random).Forward(Matrix<double>.Build.Dense(13, 2)).RowCount);
        Matrix<double> scores = ThreeStacks.Sentiment(100, 4, new Sequences(7), random)
            .Forward(Matrix<double>.Build.Dense(7, 3, (t, n) => t + n));
        Assert.Equal((1, 3), (scores.RowCount, scores.ColumnCount));
    }

    // S2-207: "I love deep" → "learning", and another sentence with another word after "deep".
    [Fact]
    public void An_LSTM_completes_the_sentence_of_the_notes()
    {
        var words = new NextWord(["i love deep learning", "we dig deep holes"], 12, 1, LstmCells.Lstm);
        words.Train(100);
        Assert.Equal("learning", words.After("i love deep"));
        Assert.Equal("holes", words.After("we dig deep"));
    }

    // (17.15) (17.16) S4-193 S4-192: ln V before training, and the loss falls.
    [Fact]
    public void An_untrained_model_knows_nothing_and_training_helps()
    {
        CharacterText text = CharacterText.Drawn(60);
        var model = new CharacterModel(text, new(100, 8, 16, 1e-2, 8, 16), 1);
        Assert.Equal(Math.Log(text.Characters.Count), model.Evaluate(text.Validation), 0.15);
        model.Train();
        Assert.True(model.Evaluate(text.Validation) < 0.85 * Math.Log(text.Characters.Count));
    }

    // The same seed trains the same model; its file gives the same text.
    [Fact]
    public void A_model_is_repeatable_and_has_a_file()
    {
        CharacterText text = CharacterText.Drawn(30);
        CharacterModel Trained()
        {
            var model = new CharacterModel(text, new(10, 4, 16, 1e-2, 8, 16), 3);
            model.Train();
            return model;
        }

        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "model.safetensors");
        CharacterModel model = Trained();
        model.Save().Save(path);
        string Of(CharacterModel m) => m.Generate("the ", 40, 0.9, new RandomStream(5));
        Assert.Equal(Of(model), Of(Trained()));
        Assert.Equal(Of(model), Of(CharacterModel.Load(Checkpoint.Load(path))));
    }

    [Fact]
    public void Texts_that_do_not_fit_are_refused()
    {
        Refuses(() => _ = new CharacterText("too short"), "20", "9");
        Refuses(() => CharacterText.Drawn(30).Encode("Ω"), "Ω");
        Refuses(() => CharacterModel.Load(new Checkpoint([])), "embedding");
        Refuses(
            () => new CharacterModel(CharacterText.Drawn(30), new(), 1).Generate("", 1, 1, new RandomStream(1)),
            "prompt");
    }

    // S3-168: 0.77 with batches of 16; a bag of words reaches 0.81.
    [Fact]
    public void The_classifier_of_real_sentences_reaches_0_77()
    {
        Long();
        RealData.At("sentiment");
        double[] folds = SentimentClassifier.Folds(Reviews.Real()!, LstmCells.Lstm, new(32, 10, 16), 1);
        Assert.True(folds.Average() >= 0.77, $"{folds.Average()}");
    }

    // S4-193: PyTorch reaches 1.751 nats with two biases.
    [Fact]
    public void The_language_model_reaches_1_80_nats()
    {
        Long();
        RealData.At("tinyshakespeare");
        CharacterText text = CharacterText.Standard();
        var model = new CharacterModel(text, new CharacterSettings(), 1);
        model.Train();
        double loss = model.Evaluate(text.Validation);
        Assert.True(loss <= 1.80, $"{loss}");
    }

    private static void Long() => Assert.SkipUnless(
        Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1", "trains for minutes: REFERENCE_LONG_RUN=1");
}
