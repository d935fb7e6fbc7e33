using System.Text;
using System.Text.RegularExpressions;
using Reference.Numerics;

namespace Reference.Texts.Tests;

/// <summary>WordPiece, Unigram, characters and pieces.</summary>
public class PieceTests
{
    private static readonly string[] Alice = [SampleText.Alice];

    // (14.7) S2-236: the notes' three splits.
    [Fact]
    public void Words_subwords_and_characters_of_the_notes()
    {
        Assert.Equal(["I", "love", "AI"], WordTokenizer.BySpaces("I love AI"));
        Assert.Equal(["A", "I"], CharacterTokenizer.Split("AI"));
        string[] pieces = ["un", "happi", "ness"];
        Assert.Equal(pieces, ScalarWordPiece.Split("unhappiness", pieces.ToHashSet()));
        Assert.Null(ScalarWordPiece.Split("unhappily", pieces.ToHashSet()));
        Assert.Equal([256, 257, 258], new WordPiece(pieces).Encode("unhappiness"));
        Assert.Equal([257, 'l', 'y'], new WordPiece(pieces).Encode("happily"));
    }

    // (14.7) S1-161 S1-163: the longest piece first, as the definition has it.
    [Property]
    public void WordPiece_cuts_as_the_definition_does(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        string Word(int most) =>
            string.Concat(Enumerable.Range(0, 1 + random.Below(most)).Select(_ => "abc"[random.Below(3)]));
        string[] pieces = [.. Enumerable.Range(0, 6).Select(_ => Word(4)).Concat(["a", "b", "c"]).Distinct()];
        string word = Word(10);
        var wordPiece = new WordPiece(pieces);
        Assert.Equal(ScalarWordPiece.Split(word, pieces.ToHashSet()),
            wordPiece.Encode(word).Select(id => wordPiece.Decode([id])));
    }

    // (14.6) S1-163: BPE merges what is frequent, WordPiece what is seldom apart.
    [Fact]
    public void WordPiece_and_byte_pairs_merge_different_pairs()
    {
        string[] corpus = ["ea et ea te ta ea qu qu"]; // ea is the most frequent pair; q and u are never apart
        Assert.Equal("ea", Merged(BytePairEncoding.Train(corpus, 257, Words())));
        Assert.Equal("qu", WordPiece.Train(corpus, 7, Words()).Pieces[^1]);
        Assert.True(ScalarWordPiece.Score(2, 2, 2) > ScalarWordPiece.Score(3, 5, 6));

        static string Merged(BytePairEncoding bpe) => Encoding.UTF8.GetString(bpe.Bytes(256));
    }

    private static Regex Words() => new(@"\S+|\s+");

    // (14.6): ties go to the more frequent pair, then to the smaller one; two merges may give one string.
    [Fact]
    public void WordPiece_learns_characters_then_pairs()
    {
        Assert.Equal(["a", "b", "c", "d", "cd"], WordPiece.Train(["ab cd cd"], 6, Words()).Pieces.Skip(1));
        Assert.Equal(["a", "b", "c", "d", "ab", "cd"], WordPiece.Train(["ab ab cd cd"], 7, Words()).Pieces.Skip(1));
        Assert.Equal(5, WordPiece.Train(["ab cd"], 100, Words()).Pieces.Count);
        WordPiece long_ = WordPiece.Train(Alice, 300);
        Assert.Equal(300, long_.Pieces.Distinct().Count());
    }

    // (14.8) (14.12) S1-165: none of all segmentations is likelier. The same pieces in another order are as likely:
    // rounding chooses among them.
    [Property]
    public void Viterbi_finds_the_best_of_all_segmentations(Seed seed)
    {
        TextDerivationsDraw.Drawn s = TextDerivationsDraw.Of(seed);
        double best = TextDerivationsDraw.Segmentations(s.Text).Where(cut => cut.All(s.P.ContainsKey))
            .Max(cut => ScalarUnigram.LogLikelihood(cut, s.P));
        var unigram = new Unigram([.. s.P.Select(p => (p.Key, 3 * p.Value))], Pieces.Whole());
        string[] lattice = [.. unigram.Encode(s.Text).Select(id => unigram.Decode([id]))];
        Assert.All([ScalarUnigram.Best(s.Text, s.P)!, lattice], cut =>
        {
            Assert.Equal(s.Text, string.Concat(cut));
            Assert.Equal(best, ScalarUnigram.LogLikelihood(cut, s.P), 1e-12); // seven terms of at most 6
        });
        Assert.Null(ScalarUnigram.Best("x", s.P));
    }

    // (14.9) (14.10) (14.11) S1-165: the fast lattice agrees with the definition; EM climbs.
    [Property]
    public void A_step_of_EM_is_that_of_the_definition(Seed seed)
    {
        TextDerivationsDraw.Drawn s = TextDerivationsDraw.Of(seed);
        string[] pieces = [.. s.P.Keys];
        (double[] c, double[] lnP, double total) =
            UnigramTraining.Step([(s.Text, 3)], pieces, [.. s.P.Values.Select(p => Math.Log(p))]);
        Dictionary<string, double> expected = ScalarUnigram.Expected(s.Text, s.P),
            next = ScalarUnigram.Shares(expected);
        Assert.Equal(3 * ScalarUnigram.Forward(s.Text, s.P)[^1], total, 1e-10);
        Assert.All(pieces.Index(), p =>
        {
            Assert.Equal(3 * expected.GetValueOrDefault(p.Item), c[p.Index], 1e-10);
            Assert.Equal(Math.Max(next.GetValueOrDefault(p.Item), 1e-12), Math.Exp(lnP[p.Index]), 1e-10);
        });
        Assert.True(UnigramTraining.Step([(s.Text, 3)], pieces, lnP).LogLikelihood >= total - 1e-9);
    }

    // S1-165: as many pieces as asked for, every character among them, probabilities that sum to 1.
    [Fact]
    public void Unigram_keeps_every_character()
    {
        Unigram unigram = Unigram.Train(Alice, 120);
        Assert.Equal(120, unigram.Pieces.Count);
        Assert.Equal(1, unigram.LogProbabilities.Sum(Math.Exp), 1e-9);
        Assert.All(SampleText.Alice.Distinct(), c => Assert.Contains($"{c}", unigram.Pieces));
        Assert.Contains(" the", unigram.Pieces);
        Assert.Equal(unigram.Pieces, Unigram.Train(Alice, 120).Pieces);
        Assert.Equal([.. "é"u8.ToArray().Select(b => (int)b)], unigram.Encode("é"));
    }

    // S0-148 S1-160 S1-221: 37 characters, spaces included; a tokenizer without bytes says what it cannot encode.
    [Fact]
    public void Characters_are_ids_in_the_order_of_their_numbers()
    {
        const string Shopping = "add eggs and milk to my shopping list";
        Assert.Equal(37, CharacterTokenizer.Split(Shopping).Length);
        Assert.Equal(Shopping, string.Concat(CharacterTokenizer.Split(Shopping)));
        var tokenizer = new CharacterTokenizer(["cab😀"], special: ["[PAD]"]);
        Assert.Equal([3, 1, 2, 4], tokenizer.Encode("cab😀"));
        Assert.Equal(5, tokenizer.Count);
        Assert.Equal(["n", "😀"], CharacterTokenizer.Split("n😀"));
        BadInput.Refuses(() => tokenizer.Encode("abé"), "'é', U+00E9");
    }

    // S1-162: the pieces of GPT-2 and of cl100k_base, which joined are the text.
    [Theory]
    [InlineData("I'll  go, 12345!\n\n ok", "I|'ll| | go|,| 12345|!|\n\n| ok", "I|'ll| | go|,| |123|45|!\n\n| ok")]
    [InlineData("don'T", "don|'|T", "don|'T")]
    [InlineData("a\nb  ", "a|\n|b|  ", "a|\n|b|  ")]
    [InlineData("#tag (x)", "#|tag| (|x|)", "#tag| (|x|)")]
    public void Texts_are_cut_as_the_patterns_say(string text, string gpt2, string cl100k)
    {
        Assert.Equal(gpt2, string.Join('|', Pieces.Gpt2().Matches(text).Select(m => m.Value)));
        Assert.Equal(cl100k, string.Join('|', Pieces.Cl100k().Matches(text).Select(m => m.Value)));
    }

    [Fact]
    public void Bad_corpora_sizes_and_pieces_are_refused()
    {
        BadInput.Refuses(() => BytePairEncoding.Train([], 300), "at least one character");
        BadInput.Refuses(() => BytePairEncoding.Train(["", ""], 300), "at least one character");
        BadInput.Refuses(() => BytePairEncoding.Train(["a\uDC00"], 300), "well-formed UTF-16", "at 1 is U+DC00");
        BadInput.Refuses(() => BytePairEncoding.Train(["a"], 255), "256 bytes and 0 special", "a size of 255");
        BadInput.Refuses(() => BytePairEncoding.Train(["a"], 256, special: ["[PAD]"]), "1 special tokens");
        BadInput.Refuses(() => BytePairEncoding.Train(["a"], 300, least: 0), "least");
        BadInput.Refuses(() => BytePairEncoding.Train(["a"], 300, special: ["x", "x"]), "special token once");
        BadInput.Refuses(() => BytePairEncoding.Train(["a"], 300, special: [""]), "special");
        BadInput.Refuses(() => new BytePairEncoding([(97, 256)]), "merge 0", "[0, 256)", "(97, 256)");
        BadInput.Refuses(() => new BytePairEncoding([(97, 98), (97, 98)]), "merge 1 to be a new pair");
        BadInput.Refuses(() => new BytePairEncoding([(0, 98)], special: ["[PAD]"]), "merge 0");
        var bpe = new BytePairEncoding([]);
        BadInput.Refuses(() => bpe.Encode("\uD800"), "U+D800");
        BadInput.Refuses(() => bpe.Decode([256]), "[0, 256)", "got 256");
        byte[][] bytes = [.. Enumerable.Range(0, 256).Select(b => new[] { (byte)b })];
        BadInput.Refuses(() => BytePairEncoding.OfRanks(bytes[1..], Pieces.Cl100k()), "0x00 has none");
        BadInput.Refuses(() => BytePairEncoding.OfRanks([.. bytes, [7]], Pieces.Cl100k()), "rank 256");
        BadInput.Refuses(() => BytePairEncoding.OfRanks(
            bytes, Pieces.Cl100k(), new Dictionary<string, int> { ["x"] = 4 }), "4 is taken");
        BadInput.Refuses(() => WordPiece.Train(["abc"], 2), "pieces");
        BadInput.Refuses(() => WordPiece.Train(["abc"], 9, least: 0), "least");
        BadInput.Refuses(() => new WordPiece(["a", "a"]), "each piece once", "'a'");
        BadInput.Refuses(() => new WordPiece([""]), "not empty");
        BadInput.Refuses(() => Unigram.Train(["abc"], 2), "size");
        BadInput.Refuses(() => Unigram.Train(["abc"], 9, longest: 0), "longest");
        BadInput.Refuses(() => new Unigram([]), "pieces");
        BadInput.Refuses(() => new Unigram([("a", 0)]), "probability of 'a'");
        BadInput.Refuses(() => new Unigram([("a", 1)]).Encode("\uD800"), "U+D800");
        BadInput.Refuses(() => new SymbolChain([[3]], [1], 3), "[0, 3)", "got 3");
        BadInput.Refuses(() => BytePairEncoding.Train(["a b"], 300, new(@"\w+")), "covers every text", "out ' '");
        BadInput.Refuses(() => new WordPiece(["a"], new(@"\w+")).Encode("a!"), "leaves out '!'");
    }

    // S0-186: a rank file is told what is wrong with it.
    [Theory]
    [InlineData("YQ== 1\n", "rank 0", "YQ== 1")]
    [InlineData("YQ==\n", "rank 0", "YQ==")]
    [InlineData("?! 0\n", "base 64", "?! 0")]
    [InlineData("YQ== 0\nYg== x\n", "rank 1", "line 2")]
    [InlineData("", "expected tokens", "none")]
    public void A_damaged_rank_file_is_refused(string file, string expected, string got)
    {
        string message = Assert.Throws<InvalidDataException>(() =>
            RankFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)), "ranks")).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains(got, message, StringComparison.Ordinal);
    }
}
