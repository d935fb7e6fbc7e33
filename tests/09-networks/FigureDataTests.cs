using Reference.Plotting;

namespace Reference.Networks.Tests;

/// <summary>What the figures show, read back from their data.</summary>
public class FigureDataTests
{
    private static IReadOnlyList<Panel> PanelsOf(string name) =>
        NetworksFigures.All.Single(f => f.Name == name).Draw().Panels;

    private static Line[] LinesOf(Panel panel) => [.. panel.Series.OfType<Line>()];

    // S3-069 S2-105: one block a layer, and the total.
    [Fact]
    public void The_block_diagram_names_every_layer_and_the_total()
    {
        string[] texts = [.. PanelsOf("model-diagram").Single().Series.OfType<Annotation>().Select(a => a.Text)];
        Assert.Equal(3, texts.Count(t => t == "Dense"));
        Assert.Equal(2, texts.Count(t => t == "ReLU"));
        string[] expected = ["784 → 128", "64 → 10", "100,480", "8,256", "650", "together 109,386"];
        Assert.All(expected, t => Assert.Contains(t, texts));
    }

    // S3-056 S4-122: 3 + 4·3 + 1 nodes, every one joined to all of the layer before.
    [Fact]
    public void The_dense_network_is_drawn_with_all_its_edges()
    {
        NetworkDiagram drawn = PanelsOf("dense-networks")[0].Series.OfType<NetworkDiagram>().Single();
        Assert.Equal(16, drawn.Nodes.Count);
        Assert.Equal(4 * 9 + 3, drawn.Edges.Count);
    }

    // S4-152 S4-153: too narrow, everything is 0; too wide, everything is ±1.
    [Fact]
    public void Signals_vanish_or_saturate()
    {
        double[][] samples = [.. PanelsOf("signal-histograms")
            .Select(p => p.Series.OfType<Histogram>().Single().Samples.ToArray())];
        Assert.All(samples[2], v => Assert.Equal(0, v, 1e-6));
        Assert.InRange(samples[5].Average(v => v * v), 0.01, 0.5);
        Assert.True(samples[8].Count(v => Math.Abs(v) > 0.95) > 0.75 * samples[8].Length);
    }

    // S3-205 S4-154: equal weights do not learn, He's and Xavier's do first.
    [Fact]
    public void Where_weights_start_decides_the_loss()
    {
        Line[] lines = LinesOf(PanelsOf("initialiser-losses").Single());
        Assert.True(lines[0].Ys[^1] > 0.8);
        Assert.True(lines[4].Ys[15] < lines[2].Ys[15] && lines[2].Ys[15] < lines[1].Ys[15]);
    }

    // S4-123 S4-126: at the notes' rate the run is still on its plateau, at ten times that it has arrived.
    [Fact]
    public void The_XOR_run_at_the_notes_rate_is_drawn_on_its_plateau()
    {
        IReadOnlyList<Panel> panels = PanelsOf("xor-learning");
        Assert.True(LinesOf(panels[0])[0].Ys[^1] > 0.6 && LinesOf(panels[0])[1].Ys[^1] < 0.01);
        Assert.True(LinesOf(panels[1])[0].Ys[^1] < 0.7 && LinesOf(panels[1])[1].Ys[^1] == 1);
    }

    // S4-125 S4-126 S2-026: with two and four units the corners lie in their regions, with one they cannot.
    [Fact]
    public void The_corners_of_XOR_lie_in_their_regions()
    {
        bool[] right = [.. PanelsOf("xor-regions").Select(panel =>
        {
            HeatMap map = panel.Series.OfType<HeatMap>().Single();
            double At(double x, double y) => map[(int)((y + 0.5) / 2 * map.Rows), (int)((x + 0.5) / 2 * map.Columns)];
            return At(0, 0) < 0.5 && At(1, 1) < 0.5 && At(0, 1) > 0.5 && At(1, 0) > 0.5;
        })];
        Assert.Equal([false, true, true], right);
    }

    // S4-018 S4-019 S4-021 S4-131 S4-140 S2-108: one column of a confusion matrix, then a diagonal.
    [Fact]
    public void Classes_are_told_apart_where_the_network_can()
    {
        MutationTesting.SkipSlow();
        Assert.Equal((6, 300), (CarClasses.Build(4, new(1)).Inputs, ClassNetworks.Spirals(1).Labels.Length));
        HeatMap[] cars = [.. PanelsOf("car-classes").Select(p => p.Series.OfType<HeatMap>().Single())];
        Assert.Equal(200, Enumerable.Range(0, 4).Sum(k => cars[0][k, 0]));
        Assert.True(Enumerable.Range(0, 4).Sum(k => cars[1][k, k]) > 180);
        Assert.All(PanelsOf("class-regions"), p => Assert.Equal(300, p.Series.OfType<Markers>().Sum(m => m.Xs.Count)));
        double[] losses = [.. LinesOf(PanelsOf("activation-race")[0]).Select(line => line.Ys[^1])];
        Assert.True(losses[1] < 0.7 * losses[0] && losses[2] < 0.7 * losses[0]);
        IReadOnlyList<Panel> digits = PanelsOf("digits");
        Assert.True(LinesOf(digits[0])[0].Ys[^1] < LinesOf(digits[0])[0].Ys[0] / 2);
        Assert.True(LinesOf(digits[1])[1].Ys[^1] > 0.7);
        Assert.Equal(12, digits[2].Series.OfType<ImageGrid>().Single().Images.Count);
    }
}
