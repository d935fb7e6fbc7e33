using System.Text;

namespace Reference.Plotting.Tests;

public sealed class TextRendererTests
{
    [Fact]
    public void Another_renderer_reads_the_same_figure()
    {
        var figure = new Figure("y = |x|", new Panel
            { X = "x", Series = [Line.Of(Math.Abs, -2, 2, 5), new Markers([0], [2])] });
        Assert.Equal(
            """
            y = |x|
            |.   o   .
            |  .   .
            |    .
            +--------- x

            """,
            Encoding.UTF8.GetString(new TextRenderer(9, 3).Render(figure)));
    }

    [Fact]
    public void A_series_it_cannot_draw_is_refused_by_name() =>
        Assert.Contains(
            "HeatMap",
            Assert.Throws<NotSupportedException>(
                () => new TextRenderer(9, 3)
                    .Render(new Figure("", new Panel { Series = [new HeatMap(new double[1, 1])] }))).Message,
            StringComparison.Ordinal);
}
