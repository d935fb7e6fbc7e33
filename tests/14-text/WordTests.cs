using Reference.Datasets;

namespace Reference.Texts.Tests;

/// <summary>Words, vocabularies and padding.</summary>
public class WordTests
{
    private const string Shopping = "add eggs and milk to my shopping list";

    // S0-147 S1-159: by spaces; joined again they are the text.
    [Fact]
    public void Words_between_spaces()
    {
        string[] words = WordTokenizer.BySpaces(Shopping);
        Assert.Equal(8, words.Length);
        Assert.Equal(Shopping, string.Join(' ', words));
        Assert.Equal(["The", "cat", "sat", "on", "the", "mat"], WordTokenizer.BySpaces(" The cat\tsat on\nthe mat "));
    }

    // S1-159 S1-168: contractions, hyphens, punctuation, numbers, dates, addresses.
    [Theory]
    [InlineData("Don't, won’t; rock 'n' roll", "don't won’t rock n roll")]
    [InlineData("a state-of-the-art Film!", "a state of the art film")]
    [InlineData("65,000 words at 3.14, no. 5.", "65,000 words at 3.14 no 5")]
    [InlineData("on 2023-11-20 at 9:30", "on 2023 11 20 at 9 30")]
    [InlineData("me@x.org", "me x org")]
    [InlineData("ÉTÉ Ärger 猫が 𝒜bc", "été ärger 猫が 𝒜bc")]
    [InlineData("e\u0301te\u0301", "e\u0301te\u0301")]
    [InlineData(" ... ", "")]
    public void Words_are_runs_of_letters_and_digits(string text, string words) =>
        Assert.Equal(words, string.Join(' ', new WordTokenizer().Split(text)));

    // S1-159: The and the are two types unless lower-cased.
    [Fact]
    public void Capitals_and_punctuation_are_kept_on_request()
    {
        Assert.Equal(["The", "cat", ",", "😀", "!"], new WordTokenizer(false, true).Split("The cat, 😀!"));
        Assert.Equal(6, WordTokenizer.BySpaces("The cat sat on the mat").Distinct().Count());
        Assert.Equal(5, new WordTokenizer().Split("The cat sat on the mat").Distinct().Count());
    }

    // S1-167 S3-057 S3-267: special tokens, then by frequency, equal ones by their characters.
    [Fact]
    public void A_vocabulary_counts_by_frequency()
    {
        Vocabulary v = Vocabulary.Of([["b", "a", "b"], ["c", "a", "d", "b"]], 5);
        Assert.Equal(["[PAD]", "[UNK]", "b", "a", "c"], v.Tokens);
        Assert.Equal([0, 1, 3, 2, 1], v.Frequencies);
        Assert.Equal([2, 1, 3, 1], v.Encode(["b", "d", "a", "e"]));
        Assert.Equal(["b", "[UNK]", "[PAD]"], v.Decode([2, 1, 0]));
        Assert.Equal(0.25, v.UnknownRate([["b", "d", "a", "b"]]));
        Assert.Equal(2, v.Special);
    }

    // S1-167: start, end and mask have ids of their own; a text may hold them.
    [Fact]
    public void Special_tokens_come_first()
    {
        Vocabulary v = Vocabulary.Of([["[SOS]", "x", "[EOS]"]], special: Vocabulary.AllSpecial);
        Assert.Equal(["[PAD]", "[UNK]", "[SOS]", "[EOS]", "[MASK]", "x"], v.Tokens);
        Assert.Equal([0, 0, 1, 1, 0, 1], v.Frequencies);
        Assert.Equal([2, 5, 3], v.Encode(["[SOS]", "x", "[EOS]"]));
    }

    // S3-268: decode inverts encode exactly on words of the vocabulary.
    [Fact]
    public void A_text_vectoriser_loses_rare_words()
    {
        var vectoriser = new TextVectorizer(["The cat sat.", "The cat ran!", "the dog"], 4);
        Assert.Equal(["", "[UNK]", "the", "cat"], vectoriser.Vocabulary.Tokens);
        Assert.Equal([2, 3, 1], vectoriser.Encode("The CAT sat"));
        Assert.Equal("the cat [UNK]", vectoriser.Decode([2, 3, 1, 0, 0]));
        Assert.Equal(4, vectoriser.Count);
    }

    // S1-167 S2-272 S3-158: Keras pads and cuts in front.
    [Fact]
    public void Sequences_are_padded_and_cut_at_either_end()
    {
        int[] three = [1, 2, 3], six = [1, 2, 3, 4, 5, 6];
        Assert.Equal([[0, 0, 1, 2, 3], [2, 3, 4, 5, 6]], Padding.Of([three, six], 5));
        Assert.Equal([[1, 2, 3, 9, 9], [1, 2, 3, 4, 5]], Padding.Of([three, six], 5, End.Back, End.Back, 9));
        Assert.Equal([[0, 0, 0, 1, 2, 3], six], Padding.Of([three, six]));
        Assert.Equal([0, 0, 1, 1, 1], Padding.Mask(Padding.Of(three, 5)));
        Assert.Equal([[0, 1], [5, 2]], Padding.Columns([[0, 5], [1, 2]]).ToRowArrays());
    }

    [Fact]
    public void Bad_words_and_vocabularies_are_refused()
    {
        BadInput.Refuses(() => new WordTokenizer().Split("a\uD800b"), "well-formed UTF-16", "at 1 is U+D800");
        BadInput.Refuses(() => WordTokenizer.BySpaces("a\uDC00"), "at 1 is U+DC00");
        BadInput.Refuses(() => new WordTokenizer().Split("a\uD83D"), "at 1 is U+D83D");
        BadInput.Refuses(() => Vocabulary.Of([[]]), "at least one token");
        BadInput.Refuses(() => Vocabulary.Of([["a"]], 2), "size");
        BadInput.Refuses(() => Vocabulary.Of([["a"]], special: ["[PAD]"]), "padding and unknown", "[[PAD]]");
        BadInput.Refuses(() => Vocabulary.Of([["a"]], special: ["x", "x"]), "each once");
        Vocabulary v = Vocabulary.Of([["a"]]);
        BadInput.Refuses(() => v.Decode([3]), "[0, 3)", "got 3");
        BadInput.Refuses(() => v.Decode([-1]), "got -1");
        BadInput.Refuses(() => v.UnknownRate([]), "at least one token");
        BadInput.Refuses(() => Padding.Of([1], 0), "length");
        BadInput.Refuses(() => Padding.Of((int[][])[]), "sequences");
        BadInput.Refuses(() => Padding.Of([[], []]), "length");
        BadInput.Refuses(() => Padding.Columns([[1], [1, 2]]), "one length", "1 to 2");
    }

    // S3-051: the same folds for a seed, disjoint, each with its share of both classes.
    [Fact]
    public void Folds_of_reviews_keep_the_classes()
    {
        LabelledSentences drawn = Reviews.Drawn(101, 3);
        IReadOnlyList<Split> folds = Reviews.Folds(drawn, 5, 1);
        Assert.Equal(Enumerable.Range(0, 101), folds.SelectMany(f => f.Validation).Order());
        double share = drawn.Labels.Average();
        Assert.All(folds, f => Assert.Equal(share, drawn.At(f.Validation).Labels.Average(), 0.05));
    }

    [Fact]
    public void The_labelled_sentences_are_932()
    {
        RealData.At("sentiment");
        LabelledSentences real = Reviews.Real()!;
        Assert.Equal((932, 468), (real.Count, real.Labels.Sum()));
    }
}
