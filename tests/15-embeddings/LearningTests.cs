using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Texts;
using static Reference.Testing.BadInput;

namespace Reference.Embeddings.Tests;

/// <summary>Words that belong together are found: in a small world where it is known, and in Tiny
/// Shakespeare.</summary>
public class LearningTests
{
    // S0-157 S0-158 S0-177 S2-222: what the notes' vectors say: SAD's nearest is APPLE, every cosine of HAPPY is
    // negative and CAT is the nearest.
    [Fact]
    public void The_notes_vectors_have_these_neighbours()
    {
        WordVectors six = NotesVectors.Six.Words();
        Assert.Equal(
            ["DOG", "CAT", "ORANGE", "APPLE", "CAT", "APPLE"],
            six.Words.Select(w => six.Nearest(w, 1)[0].Word));
        Assert.All(six.Nearest("HAPPY", 5), n => Assert.True(n.Cosine < 0));
        Assert.Equal("queen", NotesVectors.Royal.Words().Nearest("king", 1)[0].Word);
        Assert.Equal(0.8661, six.Cosine("SAD", "ORANGE"), 1e-4);
    }

    // S1-188 S1-190: every word of a class is said, and those of the analogies are; the same seed says the same.
    [Fact]
    public void The_small_world_says_all_its_words()
    {
        string[][] sentences = SmallWorld.Sentences(500, new RandomStream(1));
        HashSet<string> said = [.. sentences.SelectMany(s => s)];
        Assert.Superset(SmallWorld.Classes.Keys.ToHashSet(), said);
        Assert.All(SmallWorld.Analogies, q => Assert.Superset(new HashSet<string> { q.A, q.B, q.C, q.D }, said));
        Assert.Equal(sentences, SmallWorld.Sentences(500, new RandomStream(1)));
    }

    // S1-184 S1-188 S1-190 S1-191 S2-225 S3-172 S3-265: by chance 13 % of the neighbours and no analogy are right.
    [Theory]
    [InlineData("counts", 0.95, 0.6)]
    [InlineData("GloVe", 0.6, 0.1)]
    [InlineData("CBOW", 0.95, 0.4)]
    [InlineData("skip-gram", 0.9, 0.8)]
    [InlineData("FastText", 0.9, 0.25)]
    public void The_right_neighbours_are_found(string method, double sameClass, double analogies)
    {
        Assert.SkipWhen(
            method == "FastText" && Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is not "1",
            "Trains for a second: REFERENCE_LONG_RUN=1");
        (double SameClass, double Analogies) found = SmallWorldRuns.Found(method == "skip-gram"
            ? EmbeddingClaims.SmallWorldVectors : SmallWorldRuns.Train(method, 16).Vectors);
        Assert.True(found.SameClass >= sameClass && found.Analogies >= analogies, $"{found}");
    }

    // S1-176 S1-177 S0-164 S0-165: the loss falls, from 6 ln 2 of guessing (the mean of an epoch is below).
    [Fact]
    public void Losses_fall()
    {
        double[] losses = SmallWorldRuns.Train("skip-gram", 4, count: 300, epochs: 4).Losses;
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.InRange(losses[0], losses[^1], 6 * Math.Log(2));
        (string[][] sentences, Vocabulary vocabulary) = SmallWorldRuns.Text(60, 1);
        foreach (bool cbow in new[] { false, true })
        {
            double[] full = SoftmaxWords.Train(
                [.. sentences.Select(s => vocabulary.Encode(s))], vocabulary.Count, 8, 1, cbow, 20,
                new RandomStream(1)).Losses;
            Assert.InRange(full[0], Math.Log(vocabulary.Count) / 2, Math.Log(vocabulary.Count) + 0.1);
            Assert.True(full[^1] < 0.8 * full[0], $"{full[0]}, {full[^1]}");
        }
    }

    // S1-178: a new word has a vector, near to the word that it is made of; the other tasks have none.
    [Fact]
    public void FastText_knows_words_that_it_never_saw()
    {
        (string[][] sentences, Vocabulary vocabulary) = SmallWorldRuns.Text(1500, 2);
        var model = new Word2Vec(
            sentences, vocabulary, new(WordTask.FastText, 16, Epochs: 3), new RandomStream(1));
        model.Train();
        Assert.False(vocabulary.Contains("computers"));
        IEnumerable<string> near = model.Vectors.Nearest(
            Vector<double>.Build.Dense(model.VectorOf("computers")), 3).Select(n => n.Word);
        Assert.Contains("computer", near);
        double[] parts = model.Model.Mean(
            new Subwords(vocabulary.Count, WordTraining.Buckets).Of("cat", vocabulary.Id("cat")));
        Assert.Equal(parts, model.VectorOf("cat"));
        var skipGram = new Word2Vec(sentences, vocabulary, new(), new RandomStream(1));
        Assert.Throws<InvalidOperationException>(() => skipGram.VectorOf("computers"));
    }

    // S0-155: the same seed gives the same bits; words outside the vocabulary and empty sentences are left out.
    [Fact]
    public void Training_repeats_and_refuses_what_it_cannot_train()
    {
        (string[][] sentences, Vocabulary vocabulary) = SmallWorldRuns.Text(50, 3);
        Matrix<double> Run(string[][] text)
        {
            var model = new Word2Vec(
                text, vocabulary, new(Dimension: 4, Epochs: 2, Subsampling: 0.05), new RandomStream(4));
            model.Train();
            return model.Model.Vectors;
        }

        Assert.Equal(Run(sentences), Run([[], .. sentences.Select(s => s.Append("xyzzy").ToArray())]));
        Word2Vec Of(WordTraining how) => new(sentences, vocabulary, how, new RandomStream(1));
        Refuses(() => Of(new(Window: 0)), "window", "got 0");
        Refuses(() => Of(new(Negatives: 0)), "at least 1 negative", "Negatives = 0");
        Refuses(() => Of(new(Epochs: 0)), "epoch");
        Refuses(() => Of(new(BatchSize: 0)), "batch");
        Refuses(() => Of(new(Dimension: 0)), "dimension");
        Refuses(() => Vocabulary.Of([]), "token"); // an empty corpus
        Assert.Equal([0.0], new Word2Vec([[]], vocabulary, new(Epochs: 1), new RandomStream(1)).Train());
        Refuses(() => SoftmaxWords.Train([[1, 2]], 3, 2, 0, true, 1, new RandomStream(1)), "got 0");
    }

    // S0-169 S1-184 S2-223: in ten epochs the partner of a word is among the nearest percent.
    [Fact]
    public void Shakespeare_s_words_find_their_partners()
    {
        string folder = RealData.At("tinyshakespeare");
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
            "Trains for a minute: REFERENCE_LONG_RUN=1");
        (string[][] speeches, Vocabulary vocabulary) = ShakespeareWords.Read(ShakespeareWords.Text(folder));
        WordVectors vectors = ShakespeareWords.Train(speeches, vocabulary, WordTask.SkipGram, 10, 1).Model.Vectors;
        int[] ranks = [.. ShakespeareWords.Ranks(vectors).Select(r => r.Rank).Order()];
        Assert.True(ranks.Length >= 20);
        Assert.True(ranks[ranks.Length / 2] < 0.02 * vectors.Words.Count, string.Join(' ', ranks));
    }
}
