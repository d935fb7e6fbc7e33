using Reference.Plotting.Rendering;
using SkiaSharp;

namespace Reference.Plotting.Tests;

public sealed class MathTextTests
{
    [Fact]
    public void Every_character_of_the_sheets_and_of_common_mathematics_is_in_the_face()
    {
        Assert.Empty(MathText.Missing(
            "abcxyzABCXYZ0123456789 +−×÷=≠≈<>≤≥±·√∑∏∫∂∇∞→←↔‖…′–— αβγδεζηθικλμνξπρσςτυφχψω ΓΔΘΛΞΠΣΦΨΩ ŷŵx̂x̄ẋx̃ "
                + "äöüßéçñ "
            + "x₁²e⁻ˣAᵀb(¼)ᴸ½W_{ij}^{(l)}ᵒʰ"));
        Assert.All(
            Sheets.SeriesTypes.Concat(Sheets.All[0].Figures[0].Panels),
            panel => Assert.Empty(FigureFingerprint.Missing(new Figure("every series", panel))));
        Assert.Equal("漢", FigureFingerprint.Missing(new Figure("a + b", new Panel { X = "漢" })));
    }

    [Theory]
    [InlineData("x₁²", "x_{1}^{2}")]
    [InlineData("e⁻ˣ", "e^{-x}")]
    [InlineData("wᵢⱼ⁽ˡ⁾", "w_{ij}^{(l)}")]
    [InlineData("Aᵀ", "A^{T}")]
    public void Unicode_scripts_and_groups_are_the_same(string unicode, string grouped)
    {
        Assert.Equal(MathText.Width(unicode, 20), MathText.Width(grouped, 20));
        Assert.Equal(Pixels(unicode), Pixels(grouped));
    }

    [Fact]
    public void Scripts_are_small_superscripts_high_and_subscripts_low()
    {
        (SKRectI line, SKRectI high, SKRectI low) = (Box("2"), Box("^{2}"), Box("_{2}"));
        Assert.InRange(high.Height / (double)line.Height, 0.6, 0.85);
        Assert.True(high.Top < line.Top && low.Bottom > line.Bottom);
        Assert.True(high.Bottom < line.Bottom && low.Top > line.Top);
    }

    [Fact]
    public void Two_scripts_of_one_letter_stand_above_each_other_and_do_not_touch()
    {
        Assert.Equal(MathText.Width("W_{ij}", 20), MathText.Width("W_{ij}^{l}", 20), 1e-3);
        Assert.True(Box("^{2}").Bottom < Box("_{2}").Top);
    }

    [Theory]
    [InlineData("y\u0302", "ŷ")]
    [InlineData("e\u0301", "é")]
    public void A_mark_sits_where_the_face_has_it(string two, string one)
    {
        (SKRectI mark, SKRectI whole) = (Box(two), Box(one));
        Assert.InRange(mark.Top - whole.Top, -4, 4);
        Assert.Equal(MathText.Width(one, 20), MathText.Width(two, 20), 0.5);
    }

    [Fact]
    public void A_nabla_is_a_delta_on_its_head()
    {
        (uint[] up, uint[] down) = (Pixels("Δ"), Pixels("∇"));
        Assert.NotEqual(up, down);
        Assert.InRange(up.Count(ink => ink > 0) - down.Count(ink => ink > 0), -40, 40);
    }

    [Fact]
    public void Brackets_that_open_no_group_are_themselves() =>
        Assert.True(MathText.Width("a_{b", 10) > MathText.Width("a_{b}", 10)
            && MathText.Width("{a}", 10) > MathText.Width("a", 10));

    [Fact]
    public void Long_text_wraps_at_spaces_and_is_cut_with_an_ellipsis_when_it_cannot()
    {
        string wrapped = MathText.Wrap("the quick brown fox jumps", 12, 80, 5);
        Assert.Equal("the quick brown fox jumps", wrapped.Replace('\n', ' '));
        Assert.All(wrapped.Split('\n'), line => Assert.True(MathText.Width(line, 12) <= 80));
        Assert.EndsWith("…", MathText.Wrap(new string('w', 90), 12, 80, 1), StringComparison.Ordinal);
        Assert.Equal(2, MathText.Lines(MathText.Wrap("one two three four five six", 12, 40, 2)));
    }

    private static uint[] Pixels(string text)
    {
        using var bitmap = new SKBitmap(300, 200);
        using var canvas = new SKCanvas(bitmap);
        canvas.Write(text, new SKPoint(40, 60), 0, 0, 100, Palette.Black);
        return [.. bitmap.Pixels.Select(pixel => (uint)pixel.Alpha)];
    }

    private static SKRectI Box(string text)
    {
        uint[] pixels = Pixels(text);
        int[] ink = [.. Enumerable.Range(0, pixels.Length).Where(i => pixels[i] > 60)];
        return new SKRectI(ink.Min(i => i % 300), ink.Min(i => i / 300), ink.Max(i => i % 300), ink.Max(i => i / 300));
    }
}
