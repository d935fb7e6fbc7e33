using Reference.Numerics;

namespace Reference.Texts.Tests;

/// <summary>Bags of words.</summary>
public class BagTests
{
    private static double[] Column(BagOfWords bags, int n)
    {
        double[] x = [.. Enumerable.Repeat(7.0, bags.Features)];
        bags.CopyTo(n, x);
        return x;
    }

    // (14.13) S1-169 S3-058 S3-082: vectorize_sequences; presence, not counts.
    [Fact]
    public void A_word_counts_once()
    {
        Assert.Equal([0, 1, 0, 1, 0], Column(BagOfWords.MultiHot([[1, 3, 3]], 5), 0));
        Assert.Equal([0, 1, 0, 2, 0], Column(BagOfWords.Counts([[3, 1, 3]], 5), 0));
        BagOfWords wide = BagOfWords.MultiHot([[345, 7, 345]], 65_000);
        Assert.Equal([(7, 1.0), (345, 1.0)], wide[0]);
        Assert.Equal((1, 65_000), (wide.Count, wide.Features));
    }

    // S0-142 S1-172 S2-184: the cat eats the mouse, the mouse eats the cat: one bag, two sequences.
    [Fact]
    public void Order_is_lost()
    {
        string[] texts = ["The cat eats the mouse", "The mouse eats the cat"];
        var vectoriser = new TextVectorizer(texts);
        int[][] ids = [.. texts.Select(vectoriser.Encode)];
        BagOfWords bags = BagOfWords.MultiHot(ids, vectoriser.Count);
        Assert.NotEqual(ids[0], ids[1]);
        Assert.Equal(Column(bags, 0), Column(bags, 1));
    }

    // S1-172: a text of unknown words only is the vector 0, if unknown is left out.
    [Fact]
    public void Unknown_words_leave_nothing()
    {
        var vectoriser = new TextVectorizer(["the cat sat"]);
        int[] ids = [.. vectoriser.Encode("dogs bark").Where(id => id != Vocabulary.Unknown)];
        Assert.All(Column(BagOfWords.MultiHot([ids], vectoriser.Count), 0), v => Assert.Equal(0, v));
    }

    // S1-170: in lower case, without a and the.
    [Fact]
    public void Stop_words_are_left_out()
    {
        string[] tokens = new WordTokenizer().Split("The cat sat on the mat");
        Assert.Equal(["cat", "sat", "on", "mat"], StopWords.Remove(tokens, StopWords.OfTheNotes));
        Assert.Equal(["cat", "sat", "mat"], StopWords.Remove(tokens, StopWords.English));
        Assert.DoesNotContain("not", StopWords.English);
    }

    // (14.14) (14.15) S0-163: by hand, N = 3; a word in every text weighs nothing, and texts have length 1.
    [Fact]
    public void Rare_words_weigh_more()
    {
        int[][] texts = [[0, 1, 1], [0, 2], [0, 1]];
        double[] idf = BagOfWords.Idf(texts, 4);
        Assert.Equal([0, Math.Log(1.5), Math.Log(3), 0], idf);
        Assert.Equal((1, 2 * Math.Log(3)), (ScalarTfIdf.Presence(2), ScalarTfIdf.Weight(2, ScalarTfIdf.Idf(3, 1))));
        Assert.Equal([0, 1, 0, 0], Column(BagOfWords.TfIdf(texts, idf), 0));
        double[] mixed = Column(BagOfWords.TfIdf([[1, 1, 2]], idf), 0);
        Assert.Equal(2 * Math.Log(1.5) / Math.Log(3), mixed[1] / mixed[2], 1e-12);
        Assert.Equal(1, mixed.Sum(v => v * v), 1e-12);
        Assert.All(Column(BagOfWords.TfIdf([[0]], idf), 0), v => Assert.Equal(0, v));
    }

    // (14.15) S0-163: in a document on coffee espresso weighs most; the and and, which all have, nothing.
    [Fact]
    public void Coffee_words_weigh_most_in_a_text_on_coffee()
    {
        string[] texts =
        [
            "the espresso and the cappuccino and the espresso", "the train and the ticket", "the cat and the mouse",
        ];
        var vectoriser = new TextVectorizer(texts);
        int[][] ids = [.. texts.Select(vectoriser.Encode)];
        double[] x = Column(BagOfWords.TfIdf(ids, BagOfWords.Idf(ids, vectoriser.Count)), 0);
        double Of(string word) => x[vectoriser.Vocabulary.Id(word)];
        Assert.True(Of("espresso") > Of("cappuccino") && Of("cappuccino") > 0);
        Assert.Equal((0, 0, 0), (Of("the"), Of("and"), Of("train")));
    }

    // (14.13): the sum of a multi-hot vector is the number of different words; order changes nothing.
    [Property]
    public void A_bag_does_not_depend_on_the_order(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        int[] ids = [.. Enumerable.Range(0, random.Below(20)).Select(_ => random.Below(9))];
        int[] shuffled = [.. ids];
        random.Shuffle(shuffled.AsSpan());
        BagOfWords bags = BagOfWords.MultiHot([ids, shuffled], 9);
        Assert.Equal(Column(bags, 0), Column(bags, 1));
        Assert.Equal(ids.Distinct().Count(), Column(bags, 0).Sum());
        BagOfWords counts = BagOfWords.Counts([ids, shuffled], 9);
        Assert.Equal(ids.Length, Column(counts, 1).Sum());
    }

    [Fact]
    public void Bad_bags_are_refused()
    {
        BadInput.Refuses(() => BagOfWords.MultiHot([[5]], 5), "[0, 5)", "got 5");
        BadInput.Refuses(() => BagOfWords.Counts([[-1]], 5), "got -1");
        BadInput.Refuses(() => BagOfWords.MultiHot([], 5), "sequences");
        BadInput.Refuses(() => BagOfWords.MultiHot([[1]], 0), "dimension");
        BadInput.Refuses(() => BagOfWords.TfIdf([[0]], [double.NaN]), "idf");
        BadInput.Refuses(() => BagOfWords.MultiHot([[1]], 5).CopyTo(0, new double[4]), "column of 5", "got 4");
        BadInput.Refuses(() => BagOfWords.MultiHot([[1]], 5).CopyTo(1, new double[5]), "index", "got 1");
    }
}
