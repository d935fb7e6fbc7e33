using System.IO.Compression;
using System.Reflection;
using System.Text;
using Microsoft.ML.Tokenizers;
using Reference.Numerics;

namespace Reference.Texts.Tests;

/// <summary>cl100k_base against Microsoft.ML.Tokenizers, on the tokens of its package: a line that says how
/// many there are, then one a line, by rank.</summary>
public class OracleTests
{
    private static readonly Lazy<(BytePairEncoding Ours, TiktokenTokenizer Theirs)> Cl100k = new(() =>
    {
        var package = Assembly.Load("Microsoft.ML.Tokenizers.Data.Cl100kBase");
        string name = Assert.Single(package.GetManifestResourceNames());
        using var ranks = new DeflateStream(package.GetManifestResourceStream(name)!, CompressionMode.Decompress);
        using var lines = new StreamReader(ranks, Encoding.UTF8);
        string[] tokens = lines.ReadToEnd().Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        byte[] file = Encoding.UTF8.GetBytes(string.Join('\n', tokens.Select((token, rank) => $"{token} {rank}")));
        return (
            BytePairEncoding.OfRanks(
                RankFile.Read(new MemoryStream(file), name), Pieces.Cl100k(), RankFile.Cl100kSpecial),
            TiktokenTokenizer.CreateForEncoding("cl100k_base"));
    });

    // S0-186: 100,277 ids, 0 is "!".
    [Fact]
    public void Cl100k_has_the_ids_of_the_original()
    {
        BytePairEncoding ours = Cl100k.Value.Ours;
        Assert.Equal(100_277, ours.Count);
        Assert.Equal("!", ours.Decode([0]));
        Assert.Equal("<|endoftext|>", ours.Decode([100_257]));
        Assert.Equal([9906, 1917, 0], ours.Encode("Hello world!"));
        Assert.Equal([0, 1, 1], Padding.Mask(ours.Encode("!Hello world"))); // the first token is no padding
    }

    // S1-218: three words need fewer than four and a half tokens.
    [Fact]
    public void A_word_needs_one_token_and_a_bit()
    {
        double words = WordTokenizer.BySpaces(SampleText.Alice).Length;
        Assert.InRange(Cl100k.Value.Ours.Encode(SampleText.Alice).Length / words, 1.1, 1.5);
    }

    // (14.4) S0-186: id by id.
    [Property]
    public void Texts_have_the_ids_of_the_original(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        int from = random.Below(SampleText.Alice.Length - 100);
        string other = string.Concat(Enumerable.Range(0, random.Below(12)).Select(_ =>
            Rune.IsValid(random.Below(0x3000)) ? new Rune(random.Below(0xD000)).ToString() : "  "));
        string text = $"{SampleText.Alice.AsSpan(from, random.Below(100))}{other}  12345 don'T";
        int[] ids = Cl100k.Value.Ours.Encode(text);
        Assert.Equal(Cl100k.Value.Theirs.EncodeToIds(text), ids);
        Assert.Equal(text, Cl100k.Value.Ours.Decode(ids));
    }

    // (14.4): a piece so long that their method and ours differ.
    [Fact]
    public void A_long_piece_has_the_ids_of_the_original()
    {
        string text = string.Concat(Enumerable.Repeat("donaudampfschifffahrtsgesellschaft", 20));
        Assert.Equal(Cl100k.Value.Theirs.EncodeToIds(text), Cl100k.Value.Ours.Encode(text));
    }
}
