using Reference.Plotting;

namespace Reference.Networks.Tests;

/// <summary>What the figures show, read back from their data.</summary>
public class FigureDataTests
{
    private static IReadOnlyList<Panel> PanelsOf(string name) => NetworksFigures.All.Single(f => f.Name == name).Draw().Panels;

    private static Line[] LinesOf(Panel panel) => [.. panel.Series.OfType<Line>()];

    // S3-069 S2-105: one block a layer, and the total.
    [Fact]
    public void The_block_diagram_names_every_layer_and_the_total()
    {
        string[] texts = [.. PanelsOf("model-diagram").Single().Series.OfType<Annotation>().Select(a => a.Text)];
        Assert.Equal(3, texts.Count(t => t == "Dense"));
        Assert.Equal(2, texts.Count(t => t == "ReLU"));
        Assert.All(new[] { "784 → 128", "64 → 10", "100,480", "8,256", "650", "together 109,386" }, t => Assert.Contains(t, texts));
    }

    // S3-056 S4-122: 3 + 4·3 + 1 nodes, every one joined to all of the layer before.
    [Fact]
    public void The_dense_network_is_drawn_with_all_its_edges()
    {
        NetworkDiagram drawn = PanelsOf("dense-networks")[0].Series.OfType<NetworkDiagram>().Single();
        Assert.Equal(16, drawn.Nodes.Count);
        Assert.Equal(4 * 9 + 3, drawn.Edges.Count);
    }

    // S4-134: two forward passes for each parameter, against less than three and a product a unit.
    [Fact]
    public void The_cost_of_difference_quotients_grows_with_the_network_and_that_of_backpropagation_does_not()
    {
        Line[] lines = LinesOf(PanelsOf("difference-cost").Single());
        Assert.All(lines[0].Xs.Zip(lines[0].Ys), p => Assert.Equal(2 * p.First, p.Second, 1e-9));
        double[] widths = [2, 4, 8, 16, 32, 64, 128, 256, 512];
        Assert.All(lines[1].Ys.Zip(widths), p => Assert.Equal(3 - 1.0 / 3 + 1 / p.Second, p.First, 1e-9));
    }

    // S3-205 S4-151: three lines that are one, to the last bit; and three that are not.
    [Fact]
    public void Twins_are_drawn_on_one_line_and_drawn_units_are_not()
    {
        IReadOnlyList<Panel> panels = PanelsOf("symmetry");
        Assert.All(LinesOf(panels[0]), line => Assert.Equal(LinesOf(panels[0])[0].Ys, line.Ys));
        Assert.NotEqual(LinesOf(panels[1])[0].Ys, LinesOf(panels[1])[1].Ys);
        Assert.Equal(401, LinesOf(panels[0])[0].Xs.Count);
    }

    // S3-205 S4-153 S4-154: flat ones end at their bound.
    [Fact]
    public void Histograms_of_weights_have_their_widths()
    {
        double[] widest = [.. PanelsOf("initial-weights").Select(p => p.Series.OfType<Histogram>().Single().Samples.Max(Math.Abs))];
        Assert.Equal(1 / Math.Sqrt(300), widest[0], 1e-4);
        Assert.Equal(Math.Sqrt(6.0 / 400), widest[2], 1e-4);
        Assert.True(widest[1] > 0.2 && widest[3] > widest[1]);
    }

    // S4-135 S4-152 S4-154: of the ReLU panels only He's line stays level, both ways.
    [Fact]
    public void Only_the_right_width_stays_level()
    {
        MutationTesting.SkipSlow();
        IReadOnlyList<Panel> panels = PanelsOf("signal-by-depth");
        double Fall(int panel, int line) => LinesOf(panels[panel])[line].Ys is var ys ? ys.Max() / ys.Min() : 0;
        Assert.True(Fall(0, 0) > 1e20 && Fall(0, 1) > 1e4 && Fall(0, 2) < 10);
        Assert.True(Fall(1, 0) > 1e20 && Fall(1, 1) > 1e4 && Fall(1, 2) < 10);
        Assert.True(Fall(2, 1) > 1e6 && Fall(2, 2) < 100 && Fall(3, 2) < 100 && Fall(3, 3) > 1e6);
        Assert.Equal(Enumerable.Range(1, 20).Select(l => (double)l), LinesOf(panels[0])[0].Xs);
    }

    // S4-152 S4-153: too narrow everything is 0, too wide everything is ±1.
    [Fact]
    public void Signals_die_or_saturate()
    {
        double[][] samples = [.. PanelsOf("signal-histograms").Select(p => p.Series.OfType<Histogram>().Single().Samples.ToArray())];
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

    // S2-068 S2-069.
    [Fact]
    public void SimpleNet_is_drawn_from_many_seeds()
    {
        IReadOnlyList<Panel> panels = PanelsOf("simple-net");
        Assert.All(LinesOf(panels[0]), line => Assert.True(line.Ys[^1] < line.Ys[0]));
        Assert.Equal((12, 300), (LinesOf(panels[0]).Length, panels[1].Series.OfType<Histogram>().Single().Samples.Count));
    }

    // S3-215 S3-216: to 0, level at ln 2, and up and down on the way to 0.
    [Fact]
    public void The_three_loss_curves_are_what_their_titles_say()
    {
        Line[] curves = [.. PanelsOf("plateau").Select(p => LinesOf(p).Single())];
        Assert.True(curves[0].Ys[^1] < 0.03);
        Assert.All(curves[1].Ys.Skip(100), loss => Assert.Equal(Math.Log(2), loss, 1e-4));
        Assert.Contains(curves[2].Ys.Zip(curves[2].Ys.Skip(1)), pair => pair.Second > pair.First);
        Assert.True(curves[2].Ys[^1] < 0.02);
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

    // S4-126.
    [Fact]
    public void Failures_become_rare_with_units_and_rate()
    {
        MutationTesting.SkipSlow();
        Bars[] bars = [.. PanelsOf("xor-failures").Single().Series.OfType<Bars>()];
        Assert.Equal((1, 1), (bars[0].Values[0], bars[1].Values[0]));
        Assert.All(bars[0].Values.Zip(bars[1].Values), pair => Assert.True(pair.Second <= pair.First));
        Assert.True(bars[0].Values[1] > bars[0].Values[^1] && bars[1].Values[^1] == 0);
    }

    // (9.18) S4-117 S3-009 S4-116 S4-120: bumps, sines and intervals come nearer with every unit.
    [Fact]
    public void Wider_layers_are_drawn_nearer_to_their_curves()
    {
        MutationTesting.SkipSlow();
        Line[] bumps = LinesOf(PanelsOf("bump")[0]);
        Assert.True(bumps[0].Ys.Max() < bumps[1].Ys.Max() && bumps[1].Ys.Max() < bumps[2].Ys.Max() && bumps[2].Ys.Max() <= 1);
        double[] sines = [.. PanelsOf("universal-approximation").Select(p => LinesOf(p).Single() is var line
            ? line.Xs.Zip(line.Ys, (x, y) => Math.Pow(y - Math.Sin(x), 2)).Average()
            : 0)];
        Assert.Equal(sines.OrderDescending(), sines);
        double[] steps = [.. PanelsOf("width-against-fit").Select(p =>
            LinesOf(p).Single().Ys.Zip(p.Series.OfType<Markers>().Single().Ys, (a, b) => (a - b) * (a - b)).Sum())];
        Assert.Equal(steps.OrderDescending(), steps);
    }

    // S3-102 S3-103 S4-016: the second panel begins at epoch 11 and is smoother.
    [Fact]
    public void The_curve_of_folds_is_cut_and_smoothed_and_concrete_lies_on_its_diagonal()
    {
        MutationTesting.SkipSlow();
        IReadOnlyList<Panel> panels = PanelsOf("boston-mae");
        Assert.Equal(5, LinesOf(panels[0]).Length);
        Line rough = LinesOf(panels[1])[0], smooth = LinesOf(panels[1])[1];
        Assert.Equal((11, 100, 90), (rough.Xs[0], rough.Xs[^1], smooth.Ys.Count));
        double Unrest(Line line) => line.Ys.Zip(line.Ys.Skip(1), (a, b) => Math.Abs(b - a)).Sum();
        Assert.True(Unrest(smooth) < 0.5 * Unrest(rough));
        Assert.True(panels[0].Series.OfType<HorizontalLine>().Single().At > 1.3 * smooth.Ys[^1]); // least squares on the same folds
        Markers concrete = PanelsOf("concrete")[1].Series.OfType<Markers>().Single();
        Assert.True(concrete.Xs.Zip(concrete.Ys, (a, p) => Math.Abs(a - p)).Average() < 4); // MPa
    }

    // S4-018 S4-131 S4-140 S2-108: one column of the confusion matrix, then a diagonal; regions; activations; digits.
    [Fact]
    public void Classes_are_told_apart_where_the_network_can()
    {
        MutationTesting.SkipSlow();
        HeatMap[] cars = [.. PanelsOf("car-classes").Select(p => p.Series.OfType<HeatMap>().Single())];
        Assert.Equal(200, Enumerable.Range(0, 4).Sum(k => cars[0][k, 0]));
        Assert.True(Enumerable.Range(0, 4).Sum(k => cars[1][k, k]) > 180);
        Assert.All(PanelsOf("class-regions"), p => Assert.Equal(300, p.Series.OfType<Markers>().Sum(m => m.Xs.Count)));
        IReadOnlyList<Panel> race = PanelsOf("activation-race");
        Assert.True(LinesOf(race[0])[2].Ys[^1] < LinesOf(race[0])[0].Ys[^1]);
        IReadOnlyList<Panel> digits = PanelsOf("digits");
        Assert.True(LinesOf(digits[0])[0].Ys[^1] < LinesOf(digits[0])[0].Ys[0] / 2);
        Assert.True(LinesOf(digits[1])[1].Ys[^1] > 0.7);
        Assert.Equal(12, digits[2].Series.OfType<ImageGrid>().Single().Images.Count);
    }
}
