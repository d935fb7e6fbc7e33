using System.Xml.Linq;
using SkiaSharp;
using Fonts = ScottPlot.Fonts;
using FontSlant = ScottPlot.FontSlant;
using FontSpacing = ScottPlot.FontSpacing;
using FontWeight = ScottPlot.FontWeight;
using IFontResolver = ScottPlot.IFontResolver;

namespace Reference.Plotting.Tests;

public sealed class RobustnessTests
{
    [Fact]
    public void Every_edge_case_is_drawn_by_both_renderers()
    {
        foreach (Figure figure in Sheets.EdgeCases.Select(panel =>
            new Figure("edge case", panel) { Width = 300, Height = 220 }))
        {
            byte[] png = new PngRenderer { Scale = 1 }.Render(figure);
            Assert.Contains(PngTests.Decode(png), pixel => pixel != 0xFFFFFF);
            Assert.NotNull(XDocument.Parse(System.Text.Encoding.UTF8.GetString(new SvgRenderer()
                .Render(figure))).Root);
        }
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(60, 2000)]
    [InlineData(2000, 60)]
    public void Every_series_survives_every_size(double width, double height)
    {
        foreach (Panel panel in Sheets.SeriesTypes)
        {
            Assert.NotEmpty(new PngRenderer { Scale = 0.5 }.Render(
                new Figure("A title that is far too long for such a small figure", panel)
                    { Width = width, Height = height }));
        }
    }

    [Fact]
    public void A_single_point_of_a_line_shows_as_a_dot()
    {
        uint[] pixels = PngTests.Decode(new PngRenderer { Scale = 1 }.Render(
            new Figure("", new Panel { ShowAxes = false, Series = [new Line([1], [1])] })
                { Width = 100, Height = 100 }));
        Assert.InRange(pixels.Count(pixel => pixel != 0xFFFFFF), 2, 20);
    }

    public static TheoryData<Panel, string> Undrawable => new()
    {
        { new Panel { Y = new("loss") { Scale = AxisScale.Log }, Series = [new Line([0, 1], [-1, 0])] }, "'loss'" },
        { new Panel { Y = new("loss") { Scale = AxisScale.Log, Min = 0 }, Series = [new Line([0], [1])] }, "'loss'" },
        { new Panel { X = new("epoch") { Min = 2, Max = 1 }, Series = [new Line([0, 1], [0, 1])] }, "'epoch'" },
        { new Panel { X = "x" }, "data" },
        { new Panel { Series = [new Line([], []), new Markers([], [])] }, "data" },
    };

    [Theory]
    [MemberData(nameof(Undrawable))]
    public void A_figure_that_cannot_be_drawn_is_named(Panel panel, string what)
    {
        foreach (IFigureRenderer renderer in new IFigureRenderer[] { new PngRenderer(), new SvgRenderer() })
        {
            var refusal = Assert.Throws<ArgumentException>(() => renderer.Render(new Figure("Training", panel)));
            Assert.Contains("'Training'", refusal.Message, StringComparison.Ordinal);
            Assert.Contains(what, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_has_no_place_on_an_axis_is_left_out()
    {
        byte[] Drawn(params Series[] more) => new PngRenderer { Scale = 1 }.Render(new Figure("", new Panel
        {
            Y = new("y") { Scale = AxisScale.Log, Min = 1, Max = 10 }, X = new("x") { Min = 0, Max = 1 },
            Series = [new Line([0, 1], [1, 10]), .. more],
        }) { Width = 300, Height = 200 });
        Assert.Equal(Drawn(), Drawn(new Annotation(0.5, -1, "below"), new Arrow(0, 0, 1, 0), new Markers([0.5], [0])));
    }

    [Fact]
    public void The_same_figure_gives_the_same_bytes_twice()
    {
        Figure figure = Sheets.All[0].Figures[0];
        Assert.Equal(new PngRenderer().Render(figure), new PngRenderer().Render(figure));
        Assert.Equal(new SvgRenderer().Render(figure), new SvgRenderer().Render(figure));
    }

    [Fact]
    public void A_machine_without_a_font_draws_the_same_picture()
    {
        var figure = new Figure("σ(x₁)", new Panel { X = "x₁", Y = "W_{ij}", Series = [Line.Of(Math.Tanh, -2, 2) with
            { Label = "‖w‖ = 1" }] });
        byte[] usual = new PngRenderer().Render(figure);
        IFontResolver[] fonts = [.. Fonts.FontResolvers];
        Fonts.FontResolvers.Clear();
        Fonts.FontResolvers.Add(new NoFonts());
        try
        {
            Assert.Equal(usual, new PngRenderer().Render(figure));
        }
        finally
        {
            Fonts.FontResolvers.Clear();
            Array.ForEach(fonts, Fonts.FontResolvers.Add);
        }
    }

    private sealed class NoFonts : IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
            null;

        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => null;
    }
}
