using Reference.Plotting.Drawing;
using Reference.Plotting.Typography;

namespace Reference.Plotting.Tests;

public sealed class TypographyTests
{
    [Fact]
    public void Every_character_the_book_writes_has_a_drawing()
    {
        const string needed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?'\"()[]{}/\\|-–—_+=<>*%&#@^$~ "
            + "αβγδεζηθικλμνξοπρσςτυφχψωϕϵΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ−×÷·√Σ∑∏∫∂∇∞≤≥≠≈≡→←↔↦⇒⇔↑↓∈∉∀∃∅∝∘⊙⊕⊗‖⟨⟩⌊⌋⌈⌉±…°′ℝℓßø";
        Assert.Empty(needed.Where(c => !Typeface.Draws(c)));
        Assert.False(Typeface.Draws('漢'));
        Assert.NotEmpty(Typeface.Of('漢').Strokes);
    }

    [Fact]
    public void Glyphs_stay_within_their_lines_and_mostly_within_their_advance()
    {
        Assert.All("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghiklmnopqrstuvwxyz0123456789αβγδεζηθικλμνξπρστυφχψω", c =>
        {
            Glyph glyph = Typeface.Of(c);
            Point[] pen = [.. glyph.Strokes.SelectMany(stroke => stroke)];
            Assert.InRange(pen.Min(p => p.Y), -0.2, 0.1);
            Assert.InRange(pen.Max(p => p.Y), 0.4, 0.78);
            Assert.InRange(pen.Min(p => p.X), 0, 0.25);
            Assert.InRange(glyph.Advance - pen.Max(p => p.X), 0, 0.25);
        });
    }

    [Fact]
    public void Figures_are_equally_wide_so_that_columns_of_numbers_align() =>
        Assert.All("023456789", digit => Assert.Equal(Typeface.Of('0').Advance, Typeface.Of(digit).Advance, 0.03));

    [Theory]
    [InlineData("x₁", "x_{1}")]
    [InlineData("e⁻ˣ", "e^{-x}")]
    [InlineData("10⁻³", "10^{−3}")]
    [InlineData("Aᵀ", "A^{T}")]
    [InlineData("x₁²", "x_{1}^{2}")]
    public void Unicode_scripts_and_groups_are_the_same(string unicode, string grouped)
    {
        Assert.Equal(new MathText(unicode).Atoms, new MathText(grouped).Atoms);
        Assert.Equal(new MathText(unicode).Width, new MathText(grouped).Width);
    }

    [Fact]
    public void Superscripts_stand_high_subscripts_low_and_both_small()
    {
        IReadOnlyList<Placed> glyphs = new MathText("a²b₂c").Glyphs;
        Assert.True(glyphs[1].Y > 0.2 && glyphs[3].Y < -0.05);
        Assert.True(glyphs[1].Scale < 0.8 && glyphs[3].Scale < 0.8 && glyphs[4].Scale == 1);
        Assert.Equal((0, 0, 0), (glyphs[0].Y, glyphs[2].Y, glyphs[4].Y));
        Assert.Equal(glyphs.Select(glyph => glyph.X).Order(), glyphs.Select(glyph => glyph.X));
    }

    [Fact]
    public void Two_scripts_of_one_letter_stand_above_each_other_and_do_not_touch()
    {
        IReadOnlyList<Placed> glyphs = new MathText("W_{ij}^{(l)}x").Glyphs;
        Assert.Equal(glyphs[1].X, glyphs[3].X);
        double Top(int i) => MathText.Strokes(glyphs[i]).Max(stroke => stroke.Max(p => p.Y));
        double Bottom(int i) => MathText.Strokes(glyphs[i]).Min(stroke => stroke.Min(p => p.Y));
        Assert.True(new[] { 1, 2 }.Max(Top) < new[] { 3, 4, 5 }.Min(Bottom));
        Assert.True(glyphs[6].X > glyphs[5].X && glyphs[6].X > glyphs[2].X);
        // Each moves away from the line, compared with a script that stands alone.
        Assert.True(glyphs[1].Y < new MathText("W_{i}").Glyphs[1].Y && glyphs[3].Y > new MathText("W^{(}").Glyphs[1].Y);
    }

    [Fact]
    public void A_hat_is_the_same_in_one_character_or_two_and_sits_centred_above_its_letter()
    {
        Assert.Equal(new MathText("ŷ").Atoms, new MathText("y\u0302").Atoms);
        Point[][] strokes = [.. MathText.Strokes(new MathText("x̂").Glyphs[0])];
        Point[] letter = [.. strokes[..^1].SelectMany(s => s)], hat = strokes[^1];
        Assert.True(hat.Min(p => p.Y) > letter.Max(p => p.Y));
        Assert.Equal((letter.Min(p => p.X) + letter.Max(p => p.X)) / 2, (hat.Min(p => p.X) + hat.Max(p => p.X)) / 2, 1e-9);
        // A tall letter lifts its hat.
        Assert.True(MathText.Strokes(new MathText("X\u0302").Glyphs[0]).Last().Min(p => p.Y) > hat.Min(p => p.Y) + 0.1);
    }

    [Fact]
    public void A_line_is_as_long_as_its_advances_and_kerns()
    {
        double sum = "Loss".Sum(c => Typeface.Of(c).Advance);
        Assert.Equal(sum, new MathText("Loss").Width, 1e-12);
        Assert.True(new MathText("AV").Width < Typeface.Of('A').Advance + Typeface.Of('V').Advance - 0.05);
    }

    [Fact]
    public void Brackets_that_open_no_group_are_themselves() =>
        Assert.Equal("a_b^{", string.Concat(new MathText("a_b^{").Atoms.Select(atom => atom.Character)));

    [Fact]
    public void Long_text_wraps_at_spaces_and_is_cut_with_an_ellipsis_when_it_cannot()
    {
        string wrapped = Ink.Wrap("one two three four five six seven", 12, 80, 3);
        Assert.All(wrapped.Split('\n'), line => Assert.InRange(Ink.Width(line, 12), 1, 80));
        Assert.Equal("one two three four five six seven", Ink.Wrap("one two three four five six seven", 12, 500, 3));
        Assert.EndsWith("…", Ink.Wrap(new string('m', 200), 12, 80, 1), StringComparison.Ordinal);
        Assert.InRange(Ink.Width(Ink.Wrap(new string('m', 200), 12, 80, 1), 12), 60, 80);
    }

    [Fact]
    public void Text_has_the_same_weight_wherever_it_lies()
    {
        double Black(double x, double y)
        {
            var bitmap = new Raster.Bitmap(200, 60, 1);
            bitmap.Text("Evenly", new Point(x, y), 0, 24, new Color(0, 0, 0), new Point(1, 0));
            return bitmap.Pixels.Sum(pixel => 255.0 - (pixel & 255));
        }

        double first = Black(10, 40);
        // Where edges fall between pixels the sum moves by the levels of coverage only.
        Assert.All(new[] { Black(10.3, 40), Black(10.7, 40.4), Black(33.1, 39.7) }, sum => Assert.Equal(1, sum / first, 0.02));
    }
}
