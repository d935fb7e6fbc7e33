namespace Reference.Plotting.Tests;

/// <summary>The plots of the notes' plotting lessons, as values, and drawn.</summary>
public class NotesPlotsTests
{
    // S0-050: five labelled temperatures on y = 0.6x − 20.
    [Fact]
    public void The_scatter_of_five_temperatures_lies_on_its_line()
    {
        Panel panel = Drawn(Sheets.NotesFigure()).Panels[0];
        Markers drawn = Assert.IsType<Markers>(Assert.Single(panel.Series));
        Assert.All(drawn.Xs.Zip(drawn.Ys), p => Assert.Equal(0.6 * p.First - 20, p.Second, 1e-12));
        Assert.Equal(("reading", "temperature (°C)", "temperatures"), (panel.X.Label, panel.Y.Label, drawn.Label));
    }

    // S3-194: the sine at 100 even points of [0, 10], both ends among them.
    [Fact]
    public void The_sine_has_a_hundred_even_points()
    {
        Line sine = (Line)Drawn(Sheets.NotesFigure()).Panels[1].Series.Single();
        Assert.Equal(100, sine.Xs.Count);
        Assert.Equal((0.0, 10.0), (sine.Xs[0], sine.Xs[^1]));
        Assert.Equal(10.0 / 99, sine.Xs[1], 1e-15);
        Assert.Equal(-0.5440211109, sine.Ys[^1], 5e-11);
        Assert.Equal(0.3, Line.Of(x => x, -0.1, 0.3, 7).Xs[^1]);
    }

    // S3-195: the sine above the cosine, two panels in one column.
    [Fact]
    public void The_sine_stands_above_the_cosine()
    {
        Figure figure = Drawn(Sheets.NotesFigure());
        Assert.Equal((1, "sin x", "cos x"), (figure.Columns, figure.Panels[1].Y.Label, figure.Panels[2].Y.Label));
        Assert.Equal(-0.8390715291, ((Line)figure.Panels[2].Series[0]).Ys[^1], 5e-11);
    }

    private static Figure Drawn(Figure figure)
    {
        Assert.NotEmpty(new PngRenderer { Scale = 1 }.Render(figure));
        return figure;
    }
}
