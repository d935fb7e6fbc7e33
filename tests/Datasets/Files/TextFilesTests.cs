using System.Text;

namespace Reference.Datasets.Tests;

public class TextFilesTests
{
    [Fact]
    public void Text_is_utf8_with_or_without_its_mark()
    {
        Assert.Equal("σ′ ≤ ¼\n", TextFile.Read(Stream("σ′ ≤ ¼\n"), "t"));
        Assert.Equal("a", TextFile.Read(new MemoryStream([0xEF, 0xBB, 0xBF, (byte)'a']), "t"));
        Assert.Contains(
            "none at 1",
            Assert.Throws<InvalidDataException>(() => TextFile.Read(new MemoryStream([65, 0xFF, 65]), "t")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_too_long_is_refused_before_it_is_read()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("long.txt");
        using (FileStream file = File.Create(path))
        {
            file.SetLength((1L << 28) + 1); // sparse: takes no room
        }

        Assert.Contains("at most 268435456 bytes",
            Assert.Throws<InvalidDataException>(() => TextFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_and_labels_are_parted_by_the_last_tab()
    {
        LabelledSentences set = SentenceFile.Read(Stream("Good \"case\".\t1\r\nso\tso  \t0\n\n"), "s");
        Assert.Equal(["Good \"case\".", "so\tso"], set.Texts);
        Assert.Equal([1, 0], set.Labels);
    }

    [Theory]
    [InlineData("fine\t1\nno label\n", "line 2; got 'no label'")]
    [InlineData("fine\t2\n", "0 or 1 in line 1")]
    [InlineData(" \t1\n", "a sentence")]
    [InlineData("\n", "at least one sentence")]
    public void A_line_that_is_no_labelled_sentence_is_named(string text, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => SentenceFile.Read(Stream(text), "s")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Real_sentences_are_read_whole()
    {
        LabelledSentences set = SentenceFile.Read(RealData.At("sentiment", "amazon_cells_labelled.txt"));
        Assert.Equal(("So there is no way for me to plug it in here in the US unless I go by a converter.", 0),
            (set.Texts[0], set.Labels[0]));
        Assert.Equal("Good case, Excellent value.", set.Texts[1]);
        Assert.InRange(set.Labels.Average(), 0.4, 0.6);
    }

    [Fact]
    public void Tiny_shakespeare_has_1115394_characters_of_65_kinds()
    {
        string text = TextFile.Read(RealData.At("tinyshakespeare", "input.txt"));
        Assert.Equal((1_115_394, 65), (text.Length, text.Distinct().Count()));
        Assert.StartsWith("First Citizen:\nBefore we proceed any further, hear me speak.", text,
            StringComparison.Ordinal);
    }

    internal static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
