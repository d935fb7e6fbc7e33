using System.Text;
using System.Xml.Linq;

namespace Reference.Plotting.Tests;

public sealed class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static XElement Render(Figure figure) => XDocument.Parse(Encoding.UTF8.GetString(new SvgRenderer().Render(figure))).Root!;

    [Fact]
    public void Text_is_real_text_with_scripts_as_spans()
    {
        XElement root = Render(new Figure("Loss < 1 & x₁²", new Panel { X = "weight w_{ij}" }) { Width = 320, Height = 200 });
        Assert.Equal(("320", "200", "0 0 320 200"), ((string?)root.Attribute("width"), (string?)root.Attribute("height"), (string?)root.Attribute("viewBox")));
        Assert.Equal("Loss < 1 & x₁²", root.Element(Svg + "title")?.Value);
        XElement title = root.Descendants(Svg + "text").First();
        Assert.Equal("Loss < 1 & x12", title.Value);
        Assert.Equal(["1", "2"], title.Elements(Svg + "tspan").Select(span => span.Value));
        Assert.Contains(root.Descendants(Svg + "text"), text => text.Value == "weight wij");
        Assert.Equal(".svg", new SvgRenderer().Extension);
    }

    [Fact]
    public void Lines_lie_where_the_bitmap_has_them()
    {
        var figure = new Figure("t", new Panel { Series = [new Line([0, 1, 2], [0, 2, 1])] });
        XElement path = Render(figure).Descendants(Svg + "path").Single();
        string expected = "M" + string.Join("L", RecordingCanvas.Of(figure).Strokes[0].Select(p => $"{p.X:0.##} {p.Y:0.##}"));
        Assert.Equal(expected, (string?)path.Attribute("d"));
        Assert.Equal(Palette.Blue.Hex, (string?)path.Attribute("stroke"));
    }

    [Fact]
    public void Data_are_clipped_to_the_plot_and_labels_are_not()
    {
        XElement root = Render(new Figure("t", new Panel { X = new("x") { Min = 0, Max = 1 }, Series = [Line.Of(x => x, -5, 5)] }));
        Assert.NotNull(root.Descendants(Svg + "path").Single().Parent?.Attribute("clip-path"));
        Assert.Null(root.Descendants(Svg + "text").First().Parent?.Attribute("clip-path"));
    }

    [Fact]
    public void A_heat_map_is_an_image_inside_the_file() =>
        Assert.StartsWith(
            "data:image/png;base64,",
            (string?)Render(new Figure("t", new Panel { Series = [new HeatMap(new double[,] { { 1, 2 } })] }))
                .Descendants(Svg + "image").Single().Attribute("href"),
            StringComparison.Ordinal);
}
