using Reference.Plotting.Drawing;
using Reference.Plotting.Raster;

namespace Reference.Plotting.Tests;

/// <summary>What marks, notes, whiskers, bars of colour and images look like.</summary>
public sealed class MarkTests
{
    [Theory]
    [InlineData(MarkerShape.Circle, Math.PI)]
    [InlineData(MarkerShape.Square, 4 * 0.88 * 0.88)]
    [InlineData(MarkerShape.Diamond, 2 * 1.15 * 1.15)]
    [InlineData(MarkerShape.Triangle, 1.05 * 1.85)]
    public void A_filled_mark_covers_its_shape(MarkerShape shape, double areaOfUnit)
    {
        var bitmap = new Bitmap(80, 80, 2);
        CurveDrawing.Mark(bitmap, new Markers([0], [0]) { Shape = shape, Size = 20 }, new Point(20, 20), new Color(0, 0, 0));
        double area = bitmap.Pixels.Sum(pixel => 1 - (pixel & 255) / 255.0);
        // Radius 10 units are 20 pixels; a 32-gon has 0.6 % less area than its circle.
        Assert.Equal(areaOfUnit * 400, area, areaOfUnit * 400 * 0.012);
        Assert.Equal(0u, bitmap.Pixels[40 * 80 + 40]);
    }

    [Fact]
    public void An_open_mark_is_hollow_and_crosses_differ_from_pluses()
    {
        Bitmap Draw(MarkerShape shape, bool filled)
        {
            var bitmap = new Bitmap(40, 40, 1);
            CurveDrawing.Mark(bitmap, new Markers([0], [0]) { Shape = shape, Size = 24, Filled = filled }, new Point(20, 20), new Color(0, 0, 0));
            return bitmap;
        }

        Assert.Equal((0xFFFFFFu, 0u), (Draw(MarkerShape.Circle, false).Pixels[20 * 40 + 20], Draw(MarkerShape.Circle, false).Pixels[20 * 40 + 8]));
        uint At(MarkerShape shape, int x, int y) => Draw(shape, true).Pixels[y * 40 + x] & 255;
        Assert.True(At(MarkerShape.Plus, 20, 10) < 50 && At(MarkerShape.Plus, 12, 12) > 200);
        Assert.True(At(MarkerShape.Cross, 20, 10) > 200 && At(MarkerShape.Cross, 12, 12) < 50 && At(MarkerShape.Cross, 27, 12) < 50);
    }

    [Fact]
    public void Notes_stay_inside_the_plot_and_leaders_end_at_their_target()
    {
        var panel = new Panel
        {
            X = new("x") { Min = 0, Max = 1 },
            Y = new("y") { Min = 0, Max = 1 },
            Series = [new Annotation(0.99, 0.99, "a note\nof two lines") { LeaderTo = (0.5, 0.5) }],
        };
        RecordingCanvas canvas = RecordingCanvas.Of(new Figure("t", panel));
        Rect plot = canvas.Plots[0];
        Assert.All(
            canvas.Texts.Where(text => text.Clipped),
            text => Assert.True(text.Box.X >= plot.X && text.Box.Right <= plot.Right && text.Box.Y >= plot.Y && text.Box.Bottom <= plot.Bottom));
        Assert.Equal(2, canvas.Texts.Count(text => text.Clipped));
        Assert.Equal(plot.Centre, canvas.Fills[0][0][0]);
        Assert.Equal(plot.Right - 4, canvas.Texts.Where(text => text.Clipped).Max(text => text.Box.Right), 1e-9);
    }

    [Theory]
    [InlineData(TextAnchor.Left, 1, 0)]
    [InlineData(TextAnchor.Right, -1, 0)]
    [InlineData(TextAnchor.Top, 0, 1)]
    [InlineData(TextAnchor.Bottom, 0, -1)]
    [InlineData(TextAnchor.Centre, 0, 0)]
    public void A_note_hangs_on_its_anchor(TextAnchor anchor, int right, int down)
    {
        var panel = new Panel
        {
            X = new("x") { Min = 0, Max = 1 },
            Y = new("y") { Min = 0, Max = 1 },
            Series = [new Annotation(0.5, 0.5, "note") { Anchor = anchor }],
        };
        RecordingCanvas canvas = RecordingCanvas.Of(new Figure("t", panel));
        Rect box = canvas.Texts.Single(text => text.Clipped).Box;
        Point offset = box.Centre - canvas.Plots[0].Centre;
        Assert.Equal(
            (right * box.Width / 2, down * box.Height / 2),
            (offset.X, offset.Y),
            (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-6);
    }

    [Fact]
    public void Values_stand_beyond_the_ends_of_their_bars()
    {
        RecordingCanvas canvas = RecordingCanvas.Of(new Figure("t", new Panel { Series = [new Bars(["a", "b"], [2, -1]) { ShowValues = "0.0" }] }));
        Rect[] bars = [.. canvas.Rectangles.Where(r => r.Width is > 100 and < 400 && r.Height is > 50 and < 500)];
        Assert.True(canvas.Texts.Single(t => t.Clipped && t.Text == "2.0").Box.Bottom < bars[0].Y);
        Assert.True(canvas.Texts.Single(t => t.Clipped && t.Text == "−1.0").Box.Y > bars[1].Bottom);
    }

    [Fact]
    public void Cells_are_centred_at_whole_numbers_unless_told_otherwise()
    {
        var map = new HeatMap(new double[2, 3]);
        Assert.Equal(((-0.5, 2.5), (-0.5, 1.5)), (map.XRange, map.YRange));
    }

    [Fact]
    public void Whiskers_reach_from_end_to_end()
    {
        var panel = new Panel
        {
            X = new("x") { Min = 0, Max = 2 },
            Y = new("y") { Min = 0, Max = 1 },
            ShowGrid = false,
            Series = [new ErrorBars([1], [0.25], [0.75])],
        };
        RecordingCanvas canvas = RecordingCanvas.Of(new Figure("t", panel));
        Rect plot = canvas.Plots[0], bar = canvas.Rectangles.Single(r => Math.Abs(r.Height - plot.Height / 2) < 1e-6);
        Assert.Equal(
            (plot.Centre.X, plot.Y + plot.Height / 4),
            (bar.Centre.X, bar.Y),
            (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-6);
        Assert.Equal(2, canvas.Rectangles.Count(r => Math.Abs(r.Width - 8) < 1e-6));
    }

    [Fact]
    public void The_colour_bar_stands_beside_the_plot_and_names_its_ends()
    {
        var panel = new Panel { Series = [new HeatMap(new double[,] { { 0, 10 } }) { ColorBar = "count" }] };
        RecordingCanvas canvas = RecordingCanvas.Of(new Figure("t", panel));
        Rect plot = canvas.Plots[0];
        (string Text, Rect Box, bool) zero = canvas.Texts.Single(t => t.Text == "0" && t.Box.X > plot.Right),
            ten = canvas.Texts.Single(t => t.Text == "10" && t.Box.X > plot.Right);
        Assert.Equal((plot.Bottom, plot.Y), (zero.Box.Centre.Y, ten.Box.Centre.Y), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-6);
        Assert.Contains(canvas.Texts, t => t.Text == "count" && t.Box.X > ten.Box.X && t.Box.Height > t.Box.Width);
        uint[] pixels = PngTests.Decode(new PngRenderer { Scale = 1 }.Render(new Figure("t", panel)));
        (int x, int top, int bottom) = ((int)plot.Right + 20, (int)plot.Y + 3, (int)plot.Bottom - 3);
        Assert.Equal((0xFDE725u, 0x440154u), (pixels[top * 900 + x], pixels[bottom * 900 + x]));
    }

    [Fact]
    public void Images_are_drawn_row_by_row_with_row_zero_on_top()
    {
        double[,] first = { { 1, 0 }, { 0, 0 } }, second = { { 0, 0 }, { 0, 1 } };
        uint[] pixels = PngTests.Decode(new PngRenderer { Scale = 1 }.Render(
            new Figure("", new Panel { ShowAxes = false, Series = [new ImageGrid([first, second], 2) { Range = (0, 1) }] }) { Width = 224, Height = 124 }));
        // Margins of 12 leave two places of 100×100, images of 94×94 with quadrants around their centres.
        uint At(int x, int y) => pixels[y * 224 + x];
        Assert.Equal((0xFFFFFFu, 0u, 0u), (At(40, 40), At(90, 40), At(40, 90)));
        Assert.Equal((0xFFFFFFu, 0u, 0u), (At(190, 90), At(140, 90), At(190, 40)));
    }

    [Fact]
    public void The_weight_of_an_edge_shows_as_width_and_its_sign_as_colour()
    {
        string svg = System.Text.Encoding.UTF8.GetString(new SvgRenderer().Render(new Figure("", new Panel
        {
            ShowAxes = false,
            Series = [new NetworkDiagram([new(0, 0, "a"), new(0, 1, "b"), new(2, 0.5, "c")], [new(0, 2) { Weight = 2 }, new(1, 2) { Weight = -1 }])],
        })));
        Assert.Contains($"stroke=\"{Palette.Blue.Hex}\" stroke-width=\"3.4\"", svg, StringComparison.Ordinal);
        Assert.Contains($"stroke=\"{Palette.Vermillion.Towards(Palette.White, 0.3).Hex}\" stroke-width=\"2.1\"", svg, StringComparison.Ordinal);
    }
}
