using Reference.Plotting.Rendering;
using SkiaSharp;

namespace Reference.Plotting.Tests;

public sealed class LayoutTests
{
    private static readonly Line Wave = Line.Of(Math.Sin, 0, 10);

    private static PanelPlot[] Panels(Figure figure) => new ScottPlotRenderer(figure).Panels;

    private static PanelPlot Panel(params Series[] series) =>
        Panels(new Figure("t", new Panel { Series = series }))[0];

    [Fact]
    public void Longer_tick_labels_take_room_from_the_plot()
    {
        SKRect Frame(double factor) => Panel(Line.Of(x => x * factor, 0, 1)).Frame;
        Assert.True(Frame(1234).Left > Frame(1).Left && Frame(1234).Right == Frame(1).Right);
    }

    [Fact]
    public void Circles_are_round_when_units_are_equal()
    {
        SKRect frame = Panels(new Figure(
            "t", new Panel { AspectEqual = true, X = new("x") { Min = 0, Max = 3 }, Y = new("y")
                { Min = 0, Max = 1.5 } }))[0].Frame;
        Assert.Equal(2, frame.Width / frame.Height, 0.01);
    }

    [Fact]
    public void Panels_of_a_grid_have_equal_frames_whatever_their_labels_and_legends_need()
    {
        Line[] crowd = [.. Enumerable.Range(1, 4).Select(k =>
            Line.Of(x => Math.Sin(40 * k * x), 0, 1) with { Label = $"sin {40 * k}x" })];
        PanelPlot[] panels = Panels(Figure.Grid("t", 2,
        [
            new Panel { X = "x", Y = "y", Series = [Line.Of(x => x, 0, 1)] },
            new Panel { Title = "t", Y = "y", Series = [Line.Of(x => 1e-7 * x, 0, 1)] },
            new Panel { Series = crowd },
            new Panel { X = "x",
                Series = [HeatMap.Of((x, y) => x + y, (0, 1), (0, 1), 3, 3) with { ColorBar = "sum" }] },
        ]));
        Assert.Single(panels.Select(panel => panel.Frame.Size).Distinct());
        Assert.True(panels[2].Legend!.Outside.Below > 0);
    }

    [Fact]
    public void The_legend_goes_where_no_data_are()
    {
        (bool Left, bool Top)? Corner(Series series)
        {
            var panel = new Panel
                { X = new("") { Min = 0, Max = 1 }, Y = new("") { Min = 0, Max = 1 },
                Series = [series with { Label = "data" }] };
            PanelPlot plot = Panels(new Figure("t", panel))[0];
            return plot.Legend!.Inside is { } box ? (box.MidX < plot.Frame.MidX, box.MidY < plot.Frame.MidY) : null;
        }

        Assert.Equal((true, true), Corner(Line.Of(x => x, 0, 1)));
        Assert.Equal((false, true), Corner(Line.Of(x => 1 - x, 0, 1)));
        Assert.Equal((false, false), Corner(Line.Of(_ => 0.95, 0, 1)));
        Assert.Equal((true, false), Corner(new Markers([0.1, 0.9, 0.9], [0.93, 0.93, 0.07])));
        Assert.Null(Corner(Line.Of(x => 0.5 + 0.5 * Math.Sin(60 * x), 0, 1)));
        Assert.Equal((false, true), Corner(new HalfPlane(1, 1, -1)));
        Assert.Null(Corner(HeatMap.Of((x, y) => x * y, (0, 1), (0, 1))));
    }

    [Fact]
    public void A_legend_never_covers_ink()
    {
        foreach (Panel panel in Sheets.SeriesTypes.Where(panel =>
            panel.Series.Any(series => series.Label is not null)))
        {
            PanelPlot plot = Panels(new Figure("t", panel))[0];
            using var bitmap = new SKBitmap(900, 600);
            using var canvas = new SKCanvas(bitmap);
            var multiplot = new ScottPlot.Multiplot(plot.Build(forLegend: true));
            multiplot.Render(canvas, new ScottPlot.PixelRect(0, 900, 600, 0));
            SKRect box = plot.Legend?.Inside ?? default;
            Assert.DoesNotContain(
                from x in Enumerable.Range((int)box.Left, (int)box.Width)
                from y in Enumerable.Range((int)box.Top, (int)box.Height)
                select bitmap.GetPixel(x, y).Alpha,
                alpha => alpha > 40);
        }
    }

    [Fact]
    public void No_legend_is_drawn_where_none_is_wanted() =>
        Assert.Null(Panels(new Figure("t", new Panel
            { ShowLegend = false, Series = [Wave with { Label = "a name" }] }))[0].Legend);

    [Fact]
    public void A_colour_bar_that_all_panels_share_stands_once()
    {
        Panel Map(double most) =>
            new() { Series = [HeatMap.Of((x, y) => most * x, (0, 1), (0, 1), 3, 3) with
            { Min = 0, Max = most, ColorBar = "p" }] };
        Assert.Equal([false, true, false, false], Panels(Figure.Grid("t", 2, [Map(1), Map(1), Map(1), Map(1)]))
            .Select(panel => panel.Bar is not null));
        Assert.Equal([true, true], Panels(Figure.Grid("t", 2, [Map(1), Map(2)]))
            .Select(panel => panel.Bar is not null));
    }

    [Fact]
    public void A_legend_that_all_panels_share_stands_once_inside_or_below_the_grid()
    {
        ScottPlotRenderer Grid(double frequency, LineStyle second) =>
            new(Figure.Grid("t", 2, [.. new[] { LineStyle.Solid, second }
            .Select(style => new Panel
                { Series = [Line.Of(x => Math.Sin(frequency * x), 0, 1) with { Label = "sin", Style = style }] })]));
        ScottPlotRenderer inside = Grid(1, LineStyle.Solid), below = Grid(60, LineStyle.Solid);
        Assert.All([inside, below], figure => Assert.All(figure.Panels, panel => Assert.Null(panel.Legend)));
        Assert.True(inside.SharedLegend!.Inside is not null && below.SharedLegend!.Outside.Below > 0);
        ScottPlotRenderer two = Grid(1, LineStyle.Dashed);
        Assert.True(two.SharedLegend is null && two.Panels.All(panel => panel.Legend is not null));
    }

    [Fact]
    public void A_colour_bar_shows_the_bands_that_occur_in_the_colours_that_are_seen()
    {
        Contours contours = Contours.Of((x, y) => x, (0, 4), (0, 1), 5, 5) with
            { Levels = [-1, 0, 2, 4, 6], Filled = true, ColorBar = "x", Opacity = 0.5 };
        ColorBar bar = ColorBar.Of([contours])!;
        Assert.Equal(["2"], bar.Ticks.Major.Select(tick => tick.Label));
        Assert.Equal(2, bar.Cells.Length);
        Assert.Equal(Palette.White.Towards(ColorMap.Viridis.At(2 / 5.0), 0.5), bar.Cells[1]);
    }

    [Fact]
    public void Shared_axes_span_the_same_range_and_are_labelled_once()
    {
        Panel P(double scale) => new() { X = "x", Y = "y", Series = [Line.Of(x => x * scale, 0, scale)] };
        PanelPlot[] shared = Panels(Figure.Grid("t", 2, [P(1), P(2), P(3), P(4)]) with
            { ShareX = true, ShareY = true });
        Assert.Single(shared.Select(panel => (panel.X.Min, panel.X.Max, panel.Y.Min, panel.Y.Max)).Distinct());
        Assert.Equal([false, false, true, true], shared.Select(panel => panel.X.Labelled));
        Assert.Equal([true, false, true, false], shared.Select(panel => panel.Y.Labelled));
        Assert.Equal(4.16, shared[0].X.Max, 1e-9);
    }

    [Fact]
    public void Colours_given_by_hand_are_not_given_again() =>
        Assert.Equal([Palette.Blue, Palette.Order[1]],
            Panel(Wave with { Color = Palette.Blue }, Line.Of(Math.Cos, 0, 10)).Series.Select(s => s.Color));

    [Fact]
    public void Row_zero_is_below_unless_the_origin_is_at_the_top()
    {
        uint TopLeft(bool atTop, bool smooth)
        {
            var map = new HeatMap(new double[,] { { 1, 0 }, { 0, 0 } })
                { OriginAtTop = atTop, Map = ColorMap.Grey, Smooth = smooth };
            return PngTests.Decode(new PngRenderer { Scale = 1 }.Render(
                new Figure("", new Panel { ShowAxes = false, Series = [map] })
                    { Width = 100, Height = 100 }))[16 * 100 + 16];
        }

        Assert.All([true, false], smooth =>
            Assert.Equal((0xFFFFFFu, 0x000000u), (TopLeft(true, smooth), TopLeft(false, smooth))));
    }

    [Fact]
    public void A_translucent_half_plane_is_painted_once()
    {
        uint[] pixels = PngTests.Decode(new PngRenderer { Scale = 1 }.Render(new Figure("", new Panel
        {
            ShowAxes = false, X = new("") { Min = 0, Max = 1 }, Y = new("") { Min = 0, Max = 1 },
            Series = [new HalfPlane(1, 0, 0) { Color = Palette.Black, Opacity = 0.5 }],
        }) { Width = 100, Height = 100 }));
        Assert.Equal(Palette.White.Towards(Palette.Black, 0.5).R, (double)(pixels[50 * 100 + 50] & 255), 1.0);
    }
}
