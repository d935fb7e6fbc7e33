using System.Text;

namespace Reference.Datasets.Tests;

/// <summary>Files in the two formats of GroupLens.</summary>
public class MovieLensTests
{
    private static int[,] Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return MovieLens.Read(stream, "u.data");
    }

    // S4-194: users and items count from 1; a rating that is not there is 0.
    [Fact]
    public void Both_formats_give_items_by_users()
    {
        int[,] expected = { { 0, 4 }, { 0, 0 }, { 5, 1 } };
        Assert.Equal(expected, Read("1\t3\t5\t881250949\n2\t1\t4\t881250950\r\n2\t3\t1\t881250951\n\n"));
        Assert.Equal(expected, Read("1::3::5::978300760\n2::1::4::978300761\n2::3::1::978300762"));
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("u.data"), "1\t1\t2\t0\n");
        Assert.Equal(new[,] { { 2 } }, MovieLens.Read(folder.At("u.data")));
    }

    [Theory]
    [InlineData("1\t3\t5\t0\n1\t2\t6\t0", "line 2", "'1\t2\t6\t0'")]
    [InlineData("1\t3\t0\t0", "line 1", "'1\t3\t0\t0'")]
    [InlineData("0\t3\t5\t0", "line 1", "stars from 1 to 5")]
    [InlineData("1\t3\t5", "line 1", "'1\t3\t5'")]
    [InlineData("1\tthree\t5\t0", "line 1", "three")]
    [InlineData("\n", "at least one rating", "none")]
    public void Damaged_files_are_refused(string text, string where, string what)
    {
        string message = Assert.Throws<InvalidDataException>(() => Read(text)).Message;
        Assert.Contains("u.data", message, StringComparison.Ordinal);
        Assert.Contains(where, message, StringComparison.Ordinal);
        Assert.Contains(what, message, StringComparison.Ordinal);
    }
}
