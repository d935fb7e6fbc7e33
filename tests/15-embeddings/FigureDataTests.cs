using Reference.Plotting;

namespace Reference.Embeddings.Tests;

/// <summary>The plotted numbers.</summary>
public class FigureDataTests
{
    private static Figure Of(string name) => EmbeddingFigures.All.Single(f => f.Name == name).Draw();

    // S0-157 S0-158 S0-177: the cosines of the notes' vectors.
    [Fact]
    public void The_heat_map_shows_the_cosines()
    {
        var map = (HeatMap)Of("toy-vectors").Panels[0].Series[0];
        Assert.Equal([0.9339, -0.9903, 0.6574, 0.9245, -0.1562],
            new[] { map[2, 3], map[4, 5], map[0, 1], map[5, 2], map[0, 4] }.Select(v => Math.Round(v, 4)));
    }

    // S0-166: counts on both sides of the diagonal, and no animal beside a fruit.
    [Fact]
    public void Counts_and_PMI_are_drawn()
    {
        Figure figure = Of("co-occurrence");
        HeatMap counts = (HeatMap)figure.Panels[0].Series[0], pmi = (HeatMap)figure.Panels[1].Series[0];
        Assert.Equal(counts[0, 2], counts[2, 0]);
        Assert.True(counts[0, 2] > 0 && counts[0, 4] == 0 && pmi[0, 2] > 2 && pmi[0, 4] == 0);
    }

    // S0-164 S0-165 S1-176: every curve starts below guessing and falls.
    [Fact]
    public void Losses_fall_from_guessing() =>
        Assert.All(Of("losses").Panels, panel =>
        {
            double guessing = panel.Series.OfType<HorizontalLine>().Single().At;
            Assert.All(panel.Series.OfType<Line>(), line =>
                Assert.True(line.Ys[0] <= guessing && line.Ys[^1] < 0.75 * guessing, $"{line.Ys[0]}, {line.Ys[^1]}"));
        });

    // S1-176: noise lies above the share for rare words and below it for frequent ones.
    [Fact]
    public void Noise_is_flatter_than_the_text()
    {
        Panel panel = Of("sampling").Panels[0];
        Line share = (Line)panel.Series[0], noise = (Line)panel.Series[1];
        Assert.True(noise.Ys[0] < share.Ys[0] && noise.Ys[^1] > share.Ys[^1]);
        Assert.Equal(1, noise.Ys.Sum(), 1e-9);
    }

    // S1-183: one dimension is not enough, 32 are.
    [Fact]
    public void More_dimensions_find_more()
    {
        Line line = (Line)Of("dimension").Panels[0].Series[0];
        Assert.True(line.Ys[0] < 0.7 && line.Ys[9] > 0.95, string.Join(' ', line.Ys));
    }

    // S1-190 S1-191 S0-168 S1-188: arrows for the pairs, every class, every digit.
    [Fact]
    public void Maps_show_all_their_words()
    {
        Assert.Equal([4, 4], Of("analogies").Panels.Select(p => p.Series.OfType<Arrow>().Count()));
        Assert.Equal(8, Of("small-world").Panels[0].Series.OfType<Markers>().Count());
        Assert.All(Of("digit-map").Panels, p =>
            Assert.Equal(150, p.Series.OfType<Markers>().Sum(m => m.Xs.Count)));
    }
}
