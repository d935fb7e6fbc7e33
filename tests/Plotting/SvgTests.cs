using System.Text;
using System.Xml.Linq;

namespace Reference.Plotting.Tests;

public sealed class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static XElement Render(Figure figure) =>
        XDocument.Parse(Encoding.UTF8.GetString(new SvgRenderer().Render(figure))).Root!;

    [Fact]
    public void Text_is_real_text()
    {
        var panel = new Panel { X = "weight w_{ij}", Series = [new VerticalLine(1)] };
        XElement root = Render(new Figure("Loss < 1 & x₁²", panel) { Width = 320, Height = 200 });
        Assert.Equal(("320", "200"), ((string?)root.Attribute("width"), (string?)root.Attribute("height")));
        string all = string.Concat(root.Descendants(Svg + "text").Select(text => text.Value.Trim()));
        Assert.Contains("Loss < 1 & x", all, StringComparison.Ordinal);
        Assert.Contains("weight wij", all, StringComparison.Ordinal);
        Assert.All(root.Descendants(Svg + "text"), text =>
            Assert.StartsWith("Inter", (string?)text.Attribute("font-family")));
        Assert.Equal(".svg", new SvgRenderer().Extension);
    }

    [Theory] // commonmark/cmark#376: what XML does not have must not make the file unreadable
    [InlineData("<&>\"'")]
    [InlineData("\u0003\uFFFE\uFFFF")]
    [InlineData("\uD800")]
    public void Every_character_leaves_a_readable_file(string text) => Assert.Equal("svg", Render(new Figure(
        text, new Panel { X = text, Series = [new Line([0, 1], [1, 2]) { Label = text }] })).Name.LocalName);

    [Fact] // managed-commons/SvgNet#1
    public void A_decimal_comma_changes_no_byte()
    {
        var figure = new Figure("t", new Panel { Series = [new Line([0, 0.5, 1.25], [1.5, -0.75, 0.125])] });
        Assert.Equal(new SvgRenderer().Render(figure), DecimalComma.Under(() => new SvgRenderer().Render(figure)));
    }

    [Fact]
    public void Lines_are_paths_in_their_colour() =>
        Assert.Contains(
            Render(new Figure("t", new Panel { Series = [new Line([0, 1, 2], [0, 2, 1])] })).Descendants(Svg + "path"),
            path => (string?)path.Attribute("stroke") == Palette.Blue.Hex);

    [Fact]
    public void Dashes_are_strokes_of_their_own()
    {
        int Strokes(Series series) => Render(new Figure("t", new Panel { Series = [series] }))
            .Descendants(Svg + "path").Where(path => (string?)path.Attribute("stroke") == Palette.Blue.Hex)
            .Sum(path => ((string?)path.Attribute("d"))!.Count(c => c == 'M'));
        Line line = new([0, 1, 2], [0, 2, 1]);
        Contours contours = Contours.Of((x, _) => x, (0, 1), (0, 1), 3, 3) with
            { Levels = [0.5], Color = Palette.Blue };
        Assert.Equal((1, 1), (Strokes(line), Strokes(contours)));
        foreach (LineStyle style in new[] { LineStyle.Dashed, LineStyle.Dotted, LineStyle.DashDot })
        {
            Assert.InRange(Strokes(line with { Style = style }), 50, 1000);
        }
    }

    [Fact]
    public void Cells_stay_sharp_when_a_viewer_enlarges_them() =>
        Assert.Contains(Render(new Figure("t", new Panel { Series = [new HeatMap(new[,] { { 1, 2.0 } })] }))
            .Descendants(Svg + "image"), image => (string?)image.Attribute("image-rendering") == "pixelated");
}
