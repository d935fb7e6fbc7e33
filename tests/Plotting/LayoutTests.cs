using Reference.Plotting.Drawing;

namespace Reference.Plotting.Tests;

public sealed class LayoutTests
{
    private static readonly Line Wave = Line.Of(Math.Sin, 0, 10);

    [Fact]
    public void No_label_leaves_the_page_or_lies_on_another()
    {
        foreach (Figure figure in Sheets.All.SelectMany(sheet => sheet.Figures))
        {
            (string Text, Rect Box, bool Clipped)[] texts = [.. RecordingCanvas.Of(figure).Texts.Where(text => !text.Clipped)];
            Assert.All(texts, text => Assert.True(
                text.Box.X >= -1 && text.Box.Y >= -1 && text.Box.Right <= figure.Width + 1 && text.Box.Bottom <= figure.Height + 1,
                $"{figure.Title}: '{text.Text}' at {text.Box}"));
            for (int i = 0; i < texts.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    (Rect a, Rect b) = (texts[i].Box, texts[j].Box);
                    bool overlap = a.X < b.Right - 1 && b.X < a.Right - 1 && a.Y < b.Bottom - 1 && b.Y < a.Bottom - 1;
                    Assert.False(overlap, $"{figure.Title}: '{texts[i].Text}' lies on '{texts[j].Text}'.");
                }
            }
        }
    }

    [Fact]
    public void Longer_tick_labels_take_room_from_the_plot()
    {
        Rect Plot(double factor) => Assert.Single(RecordingCanvas.Of(new Figure("", new Panel { Series = [Line.Of(x => x * factor, 0, 1)] })).Plots);
        Assert.True(Plot(1e-3).X > Plot(1).X && Plot(1e-3).Right == Plot(1).Right);
    }

    [Fact]
    public void Circles_are_round_when_units_are_equal()
    {
        Rect plot = Assert.Single(RecordingCanvas.Of(new Figure(
            "t", new Panel { AspectEqual = true, X = new("x") { Min = 0, Max = 3 }, Y = new("y") { Min = 0, Max = 1.5 } })).Plots);
        Assert.Equal(2, plot.Width / plot.Height, 1e-9);
    }

    [Fact]
    public void The_legend_goes_where_no_data_are()
    {
        Legend Chosen(Series series)
        {
            series = series with { Label = "data" };
            AxisMap unit = new(new Axis("") { Min = 0, Max = 1 }, new DataRange());
            var plot = new Plot(
                new RecordingCanvas(), new Rect(0, 0, 500, 300), unit, new AxisMap(unit.Axis, new DataRange()) { Span = (300, 0) }, null, [series]);
            unit.Span = (0, 500);
            return new LegendBox([series], 100).Choose(plot);
        }

        Assert.Equal(Legend.TopLeft, Chosen(Line.Of(x => x, 0, 1)));
        Assert.Equal(Legend.TopRight, Chosen(Line.Of(x => 1 - x, 0, 1)));
        Assert.Equal(Legend.BottomRight, Chosen(Line.Of(_ => 0.9, 0, 1)));
        Assert.Equal(Legend.BottomLeft, Chosen(new Markers([0.1, 0.9, 0.9], [0.9, 0.9, 0.1])));
        Assert.Equal(Legend.Outside, Chosen(Line.Of(x => 0.5 + 0.5 * Math.Sin(60 * x), 0, 1)));
    }

    [Fact]
    public void A_legend_outside_leaves_the_plot_alone()
    {
        var figure = new Figure("t", new Panel { Legend = Legend.Outside, Series = [Wave with { Label = "a name" }] });
        RecordingCanvas canvas = RecordingCanvas.Of(figure);
        Assert.True(canvas.Texts.Single(text => text.Text == "a name").Box.X > canvas.Plots[0].Right);
        Assert.DoesNotContain(
            RecordingCanvas.Of(new Figure("t", new Panel { Legend = Legend.None, Series = [Wave with { Label = "a name" }] })).Texts,
            text => text.Text == "a name");
    }

    [Fact]
    public void Shared_axes_span_the_same_range_and_are_labelled_once()
    {
        Panel P(double scale) => new() { X = "x", Y = "y", Series = [Line.Of(x => x * scale, 0, scale)] };
        RecordingCanvas free = RecordingCanvas.Of(Figure.Grid("t", 2, [P(1), P(2), P(3), P(4)]));
        RecordingCanvas shared = RecordingCanvas.Of(Figure.Grid("t", 2, [P(1), P(2), P(3), P(4)]) with { ShareX = true, ShareY = true });
        Assert.Equal((4, 4), (free.Texts.Count(t => t.Text == "x"), free.Texts.Count(t => t.Text == "y")));
        Assert.Equal((2, 2), (shared.Texts.Count(t => t.Text == "x"), shared.Texts.Count(t => t.Text == "y")));
        // The line of the first panel ends at a quarter of the common x range, margins of 4 % included.
        Point end = shared.Strokes[0][^1];
        Assert.Equal((1 + 0.16) / 4.32, (end.X - shared.Plots[0].X) / shared.Plots[0].Width, 1e-6);
    }

    [Fact]
    public void A_series_on_the_right_axis_is_measured_there()
    {
        var panel = new Panel
        {
            Y = new("left") { Min = 0, Max = 1 },
            RightY = new("right") { Min = 0, Max = 100 },
            Series = [new Line([0, 1], [50, 100]) { OnRightAxis = true }],
        };
        RecordingCanvas canvas = RecordingCanvas.Of(new Figure("t", panel));
        Rect plot = canvas.Plots[0];
        Assert.Equal([plot.Centre.Y, plot.Y], canvas.Strokes[0].Select(p => p.Y), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Contains(canvas.Texts, text => text.Text == "right" && text.Box.X > plot.Right);
    }

    [Fact]
    public void Colours_given_by_hand_are_not_given_again()
    {
        var bitmap = new PngRenderer { Scale = 1 }.Render(new Figure(
            "", new Panel { ShowAxes = false, Series = [Wave with { Color = Palette.Blue }, Line.Of(Math.Cos, 0, 10)] }));
        uint[] pixels = PngTests.Decode(bitmap);
        Assert.Contains(Packed(Palette.Order[1]), pixels);
        Assert.Contains(Packed(Palette.Blue), pixels);
    }

    [Fact]
    public void Row_zero_is_below_unless_the_origin_is_at_the_top()
    {
        uint TopLeft(bool atTop)
        {
            var map = new HeatMap(new double[,] { { 1, 0 }, { 0, 0 } }) { OriginAtTop = atTop, Map = ColorMap.Grey };
            return PngTests.Decode(new PngRenderer { Scale = 1 }.Render(
                new Figure("", new Panel { ShowAxes = false, Series = [map] }) { Width = 100, Height = 100 }))[20 * 100 + 20];
        }

        Assert.Equal((0xFFFFFFu, 0x000000u), (TopLeft(true), TopLeft(false)));
    }

    private static uint Packed(Color color) => (uint)((color.R << 16) | (color.G << 8) | color.B);
}
