namespace Reference.Plotting.Tests;

/// <summary>The plots of the notes' plotting lessons, as values, and drawn.</summary>
public class NotesPlotsTests
{
    // S0-050: five labelled temperatures on y = 0.6x − 20.
    [Fact]
    public void The_scatter_of_five_temperatures_lies_on_its_line()
    {
        Markers readings = new([55, 60, 65, 70, 75], [13, 16, 19, 22, 25]) { Label = "temperatures" };
        Panel panel = Drawn(new Figure("Temperatures", new Panel
            { X = "reading", Y = "temperature (°C)", Series = [readings] })).Panels[0];
        Markers drawn = Assert.IsType<Markers>(Assert.Single(panel.Series));
        Assert.All(drawn.Xs.Zip(drawn.Ys), p => Assert.Equal(0.6 * p.First - 20, p.Second, 1e-12));
        Assert.Equal(("reading", "temperature (°C)", "temperatures"), (panel.X.Label, panel.Y.Label, drawn.Label));
    }

    // S3-194: the sine at 100 even points of [0, 10], both ends among them.
    [Fact]
    public void The_sine_has_a_hundred_even_points()
    {
        Line sine = Line.Of(Math.Sin, 0, 10, 100);
        Drawn(new Figure("sin x", new Panel { X = "x", Y = "sin x", Series = [sine] }));
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
        Figure figure = Drawn(Figure.Grid("Two panels", 1,
        [
            new Panel { X = "x", Y = "sin x", Series = [Line.Of(Math.Sin, 0, 10, 100)] },
            new Panel { X = "x", Y = "cos x", Series = [Line.Of(Math.Cos, 0, 10, 100)] },
        ]));
        Assert.Equal(["sin x", "cos x"], figure.Panels.Select(p => p.Y.Label));
        Assert.Equal(-0.8390715291, ((Line)figure.Panels[1].Series[0]).Ys[^1], 5e-11);
    }

    private static Figure Drawn(Figure figure)
    {
        Assert.NotEmpty(new PngRenderer { Scale = 1 }.Render(figure));
        return figure;
    }
}
