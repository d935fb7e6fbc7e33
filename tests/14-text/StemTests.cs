namespace Reference.Texts.Tests;

/// <summary>Stems and lemmas.</summary>
public class StemTests
{
    // S0-150: the examples of Porter's paper, step by step, run through all five steps.
    [Theory]
    [InlineData("caresses ponies ties caress cats", "caress poni ti caress cat")]
    [InlineData("feed agreed plastered bled motoring sing", "feed agre plaster bled motor sing")]
    [InlineData("conflated troubled sized hopping tanned falling hissing fizzed failing filing",
        "conflat troubl size hop tan fall hiss fizz fail file")]
    [InlineData("happy sky", "happi sky")]
    [InlineData("relational conditional rational valenci hesitanci digitizer conformabli radicalli differentli vileli",
        "relat condit ration valenc hesit digit conform radic differ vile")]
    [InlineData("analogousli vietnamization predication operator feudalism decisiveness hopefulness callousness",
        "analog vietnam predic oper feudal decis hope callous")]
    [InlineData("formaliti sensitiviti sensibiliti", "formal sensit sensibl")]
    [InlineData("triplicate formative formalize electriciti electrical hopeful goodness",
        "triplic form formal electr electr hope good")]
    [InlineData("revival allowance inference airliner gyroscopic adjustable defensible irritant replacement "
        + "adjustment",
        "reviv allow infer airlin gyroscop adjust defens irrit replac adjust")]
    [InlineData("dependent adoption homologou communism activate angulariti homologous effective bowdlerize",
        "depend adopt homolog commun activ angular homolog effect bowdler")]
    [InlineData("probate rate cease controll roll", "probat rate ceas control roll")]
    [InlineData("generalizations oscillators", "gener oscil")]
    public void Words_of_the_paper_have_the_stems_of_the_paper(string words, string stems) =>
        Assert.Equal(stems, string.Join(' ', words.Split(' ').Select(PorterStemmer.Stem)));

    // S0-151: one stem for three words that are not one.
    [Fact]
    public void University_universal_and_universe_share_a_stem()
    {
        Assert.All(["university", "Universal", "universe"], w => Assert.Equal("univers", PorterStemmer.Stem(w)));
        Assert.Equal(["univers"], "university universal universe".Split(' ').Select(PorterStemmer.Stem).Distinct());
    }

    // S0-150: m of the paper's examples; words that are not letters stay.
    [Fact]
    public void The_measure_counts_vowels_before_consonants()
    {
        Assert.All("tr ee tree y by".Split(' '), w => Assert.Equal(0, PorterStemmer.Measure(w)));
        Assert.All("trouble oats trees ivy".Split(' '), w => Assert.Equal(1, PorterStemmer.Measure(w)));
        Assert.All("troubles private oaten orrery".Split(' '), w => Assert.Equal(2, PorterStemmer.Measure(w)));
        Assert.Equal(0, PorterStemmer.Measure(""));
        Assert.All(["is", "3.14", "don't", "été", "a"], w => Assert.Equal(w, PorterStemmer.Stem(w)));
        Assert.All(["cat", "trouble", "size", "airlin", "hope"], w => // as a word of its own a stem may go further
            Assert.Equal(PorterStemmer.Stem(w), PorterStemmer.Stem(PorterStemmer.Stem(w))));
    }

    // S0-152: only words of the dictionary come out; others stay.
    [Fact]
    public void Lemmas_are_words_of_the_dictionary()
    {
        string Lemma(string w) => Lemmatizer.Small.Lemma(w);
        Assert.Equal(["university", "universal", "universe"],
            new[] { "Universities", "universal", "universes" }.Select(Lemma));
        Assert.Equal("mouse cat sit mat egg leaf knife box battery like love larger".Split(' '),
            "mice cats sat mats eggs leaves knives boxes batteries liked loving larger".Split(' ')
                .Select(w => w == "larger" ? w : Lemma(w)));
        Assert.Equal(["large", "large", "happy", "happy"],
            new[] { "larger", "largest", "happier", "happiest" }.Select(Lemma));
        Assert.Equal(["wugs", "bus"], new[] { "wugs", "Bus" }.Select(Lemma));
    }

    [Fact]
    public void Malformed_words_are_refused()
    {
        BadInput.Refuses(() => PorterStemmer.Stem("a\uD800"), "well-formed UTF-16");
        BadInput.Refuses(() => Lemmatizer.Small.Lemma("a\uD800"), "well-formed UTF-16");
    }
}
