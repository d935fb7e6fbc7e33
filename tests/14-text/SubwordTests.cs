using System.Text;
using Reference.Numerics;

namespace Reference.Texts.Tests;

/// <summary>Byte-pair encoding, WordPiece and Unigram against their definitions.</summary>
public class SubwordTests
{
    private static readonly string[] Corpus =
    [
        "the cat sat on the mat", "the cats eat the mouse; the mouse eats the cats", "unhappy cats are unhappy",
        "happiness, unhappiness: naïve café 猫 😀😀",
    ];

    // Any string of any Unicode characters, controls, astral ones and spaces included.
    private static string Text(RandomStream random, int most) => string.Concat(
        Enumerable.Range(0, random.Below(most)).Select(_ => random.Below(5) switch
        {
            0 => Scalar(random.Below(0x110000)),
            1 => Scalar(random.Below(0x3000)),
            2 => " ",
            _ => Corpus[random.Below(4)][..random.Below(12)],
        }));

    private static string Scalar(int value) =>
        new Rune(Rune.IsValid(value) ? value : 0xFFFD).ToString();

    private static (int[][] Sequences, int[] W) Sequences(RandomStream random, int symbols) => (
        [.. Enumerable.Range(0, 1 + random.Below(6)).Select(_ => Enumerable.Range(0, random.Below(12))
            .Select(_ => random.Below(symbols)).ToArray())],
        [.. Enumerable.Range(0, 6).Select(_ => 1 + random.Below(4))]);

    // (14.1) (14.2) (14.3) (14.5) S1-162: after every merge all counts are those of a recount.
    [Property]
    public void Updated_counts_are_those_of_a_recount(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        (int[][] now, int[] w) = Sequences(random, 3);
        var chain = new SymbolChain(now, w, 3);
        for (int merges = 0; merges < 5 && chain.PairCount > 0; merges++)
        {
            int pair = random.Below(chain.PairCount);
            (int a, int b) = chain.Pair(pair);
            int c = chain.Merge(pair);
            now = [.. now.Select(s => ScalarBytePair.Merge(s, a, b, c))];
            Dictionary<(int A, int B), long> f = ScalarBytePair.Pairs(now, w);
            Assert.All(Enumerable.Range(0, chain.PairCount), p =>
                Assert.Equal(f.GetValueOrDefault(chain.Pair(p)), chain.Count(p)));
            Assert.All(f.Keys, p => Assert.Contains(p, Enumerable.Range(0, chain.PairCount).Select(chain.Pair)));
            Assert.All(Enumerable.Range(0, chain.SymbolCount), s => Assert.Equal(
                now.Select((q, i) => w[i] * q.LongCount(x => x == s)).Sum(), chain.CountOf(s)));
        }
    }

    // (14.3) S1-162: the merges of the definition, ties included.
    [Property]
    public void Fast_training_learns_the_merges_of_the_definition(Seed seed)
    {
        (int[][] sequences, int[] w) = Sequences(new RandomStream(seed.Value), 4);
        foreach (long least in new[] { 1, 2, 5 })
        {
            Assert.Equal(
                ScalarBytePair.Train(sequences, w, 4, 12, least),
                BytePairTraining.Learn(new SymbolChain(sequences, w, 4), 12, least));
        }
    }

    // (14.4): the same ids as when all pairs are looked at before each merge.
    [Property]
    public void Encoding_by_a_heap_is_that_of_the_definition(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        (int[][] sequences, int[] w) = Sequences(random, 3);
        (int A, int B)[] merges = ScalarBytePair.Train(sequences, w, 3, 12, 1);
        Dictionary<(int, int), int> merged = merges.Index().ToDictionary(m => m.Item, m => 3 + m.Index);
        int[] s = [.. Enumerable.Range(0, random.Below(40)).Select(_ => random.Below(3))];
        int[] expected = ScalarBytePair.Encode(s, merged);
        int count = new PairMerger(merged).Merge(s);
        Assert.Equal(expected, s[..count]);
    }

    // S1-160 S1-161 S1-162 S1-163 S1-164 S1-165: decode(encode(s)) = s for every Unicode string.
    [Property(MaxTest = 200)]
    public void Every_text_comes_back(Seed seed)
    {
        string text = Text(new RandomStream(seed.Value), 30);
        Assert.All(Tokenizers.Value, tokenizer =>
        {
            int[] ids = tokenizer.Encode(text);
            Assert.Equal(text, tokenizer.Decode(ids));
            Assert.All(ids, id => Assert.InRange(id, 0, tokenizer.Count - 1));
        });
    }

    private static readonly Lazy<ITokenizer[]> Tokenizers = new(() =>
    [
        BytePairEncoding.Train(Corpus, 300), BytePairEncoding.Train(Corpus, 300, Pieces.Cl100k(), ["[PAD]", "[EOS]"]),
        BytePairEncoding.Train(Corpus, 300, Pieces.Whole()), WordPiece.Train(Corpus, 60),
        Unigram.Train(Corpus, 60, special: Vocabulary.AllSpecial), new CharacterTokenizer(Corpus, true, ["[PAD]"]),
    ]);

    // S1-162: 256 bytes, special tokens in front, and one id a merge; the same texts give the same merges.
    [Fact]
    public void A_trained_encoding_can_be_made_again_from_its_merges()
    {
        BytePairEncoding one = BytePairEncoding.Train(Corpus, 280, special: ["[PAD]", "[EOS]"]);
        Assert.Equal(280, one.Count);
        Assert.Equal(22, one.Merges.Count);
        Assert.Equal(one.Merges, BytePairEncoding.Train(Corpus, 280, special: ["[PAD]", "[EOS]"]).Merges);
        var again = new BytePairEncoding(one.Merges, special: ["[PAD]", "[EOS]"]);
        Assert.Equal(one.Encode(Corpus[1]), again.Encode(Corpus[1]));
        Assert.Equal(1, one.Special["[EOS]"]);
        Assert.Equal("[EOS]", one.Decode([1]));
        Assert.Equal("[EOS] a", one.Decode(one.Encode("[EOS] a")));
        Assert.DoesNotContain(1, one.Encode("[EOS] a"));
        Assert.Equal("at", Encoding.UTF8.GetString(one.Bytes(2 + 256 + one.Merges.ToList().IndexOf((99, 118)))));
    }

    // S1-162: "low lower lowest" by hand: lo and low first, then " low".
    [Fact]
    public void The_first_merges_are_the_most_frequent_pairs()
    {
        BytePairEncoding bpe = BytePairEncoding.Train(["low low low lower lowest"], 259);
        Assert.Equal(["lo", "low", " low"],
            bpe.Merges.Select((_, m) => Encoding.UTF8.GetString(bpe.Bytes(256 + m))));
        Assert.Equal([257, 258, 'e', 'r'], bpe.Encode("low lower"));
    }

    // The work of merging n bytes without a space: pairs offered, against those looked at by the definition.
    [Fact]
    public void Encoding_grows_almost_linearly_with_the_text()
    {
        BytePairEncoding bpe = BytePairEncoding.Train(Corpus, 320, Pieces.Whole());
        long Work(int n)
        {
            long before = bpe.Work;
            bpe.Encode(string.Concat(Enumerable.Repeat(Corpus[1], n)));
            return bpe.Work - before;
        }

        Assert.InRange(Work(640) / (double)Work(64), 9.5, 10.5);
        Assert.InRange(Work(1) / (double)Corpus[1].Length, 0.5, 3);
    }

    // S0-149 S0-186: the format of tiktoken; neighbours merge if their joined bytes are a token.
    [Fact]
    public void Ranks_of_a_file_merge_by_their_bytes()
    {
        byte[][] ranks =
            [.. Enumerable.Range(0, 256).Select(b => new[] { (byte)(b ^ 33) }), "th"u8.ToArray(), "the"u8.ToArray(),
                "he"u8.ToArray()];
        string file = string.Concat(ranks.Select((token, rank) => $"{Convert.ToBase64String(token)} {rank}\n"));
        byte[][] read = RankFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)), "ranks");
        BytePairEncoding bpe = BytePairEncoding.OfRanks(
            read, Pieces.Cl100k(), new Dictionary<string, int> { ["<|endoftext|>"] = 300 });
        Assert.Equal([257, 't' ^ 33, 257, 0], bpe.Encode("thetthe!"));
        Assert.Equal([258], bpe.Encode("he"));
        Assert.Equal(301, bpe.Count);
        Assert.Equal("!<|endoftext|>", bpe.Decode([0, 300]));
        BadInput.Refuses(() => bpe.Decode([280]), "280 has none");
    }
}
