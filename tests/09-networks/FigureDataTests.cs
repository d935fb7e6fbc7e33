using Reference.Plotting;

namespace Reference.Networks.Tests;

/// <summary>What the figures show, read back from their data.</summary>
public class FigureDataTests
{
    private static IReadOnlyList<Panel> PanelsOf(string name) =>
        NetworksFigures.All.Single(f => f.Name == name).Draw().Panels;

    private static Line[] LinesOf(Panel panel) => [.. panel.Series.OfType<Line>()];

    // S4-152 S4-153: in layer 10 all outputs are near 0, spread, or near ±1.
    [Fact]
    public void Signals_vanish_or_saturate()
    {
        double[][] last = [.. PanelsOf("signal-histograms").Select(p => p.Series.OfType<HeatMap>().Single())
            .Select(map => Enumerable.Range(0, 41).Select(bin => map[bin, 9]).ToArray())];
        Assert.All(last[0].Index(), bin => Assert.Equal(bin.Index == 20 ? 1 : 0, bin.Item)); // the bin of 0
        Assert.True(last[1][15] > 0.4 && last[1][25] > 0.4 && last[1][0] < 0.01);
        Assert.True(last[2][0] > 0.8 && last[2][40] > 0.8 && last[2][2..39].Max() < 0.05);
    }

    // S3-205 S4-153 S4-154: the density of U(±1/√300); equal weights do not learn, He's and Xavier's do first.
    [Fact]
    public void The_initial_weights_decide_the_loss()
    {
        IReadOnlyList<Panel> panels = PanelsOf("initial-weights");
        Assert.Equal(Math.Sqrt(300) / 2, LinesOf(panels[0])[0].Ys[25], 0.3);
        Line[] lines = LinesOf(panels[1]);
        Assert.True(lines[0].Ys[^1] > 0.8);
        Assert.True(lines[4].Ys[15] < lines[2].Ys[15] && lines[2].Ys[15] < lines[1].Ys[15]);
    }

    // S3-215 S3-216 S4-123 S4-126: the loss of separable classes goes to 0; at the notes' rate the XOR network leaves
    // its plateau after their 500 epochs, the single unit never.
    [Fact]
    public void The_drawn_losses_fall_rise_and_level_off()
    {
        IReadOnlyList<Panel> panels = PanelsOf("plateau");
        IReadOnlyList<double> down = LinesOf(panels[0])[0].Ys;
        Assert.Equal(down.OrderDescending(), down);
        Assert.True(Math.Abs(down[0] - Math.Log(2)) < 1e-12 && down[^1] < 0.03);
        double[][] losses = [.. LinesOf(panels[2]).Select(line => line.Ys.ToArray())];
        Assert.InRange(losses[0][100..].Max(), Math.Log(2), Math.Log(2) + 0.003); // batches of one never settle
        Assert.True(losses[1][499] > 0.6 && losses[1][999] < 0.05 && losses[2][99] < 0.1);
        Assert.Equal([1.0, 1], LinesOf(panels[3]).Skip(1).Select(line => line.Ys[^1]));
        Markers rises = panels[1].Series.OfType<Markers>().Single();
        Assert.All(rises.Xs.Zip(rises.Ys), at =>
            Assert.True(at.Second > LinesOf(panels[1])[0].Ys[(int)at.First - 2]));
    }

    // S4-125 S4-126 S2-026 S3-028: at the end the corners lie on their sides of the boundary, between the inputs and
    // between the hidden units; before training they do not.
    [Fact]
    public void The_corners_of_XOR_come_to_lie_in_their_regions()
    {
        IReadOnlyList<Panel> panels = PanelsOf("xor-regions");
        Assert.Equal([false, false, true, true, false, false, true, true], panels.Select(Right));

        static bool Right(Panel panel)
        {
            HeatMap map = panel.Series.OfType<HeatMap>().Single();
            (double low, double high) = map.XRange;
            int Cell(double at) => (int)((at - low) / (high - low) * map.Rows);
            return panel.Series.OfType<Markers>().Index().All(label => label.Item.Xs.Zip(label.Item.Ys)
                .All(at => map[Cell(at.Second), Cell(at.First)] > 0.5 == (label.Index == 1)));
        }
    }

    // S2-105 S2-108 S4-133: ten probabilities, none of them large, and images of what was learned.
    [Fact]
    public void The_least_certain_digit_is_drawn_with_its_probabilities()
    {
        IReadOnlyList<Panel> panels = PanelsOf("digit-units");
        Assert.Equal([20, 20, 1], panels.Take(3).Select(p => p.Series.OfType<ImageGrid>().Single().Images.Count));
        IReadOnlyList<double> p = panels[3].Series.OfType<Bars>().Single().Values;
        Assert.Equal(1, p.Sum(), 1e-12);
        Assert.InRange(p.Max(), 0.1, 0.5);
        Assert.All(panels[1].Series.OfType<ImageGrid>().Single().Images, image =>
            Assert.True(image.Cast<double>().Max(Math.Abs) > 0.01));
    }

    // S4-131 S4-140 S2-108
    [Fact]
    public void Networks_separate_the_drawn_classes_and_digits()
    {
        MutationTesting.SkipSlow();
        Assert.All(PanelsOf("class-regions"), p => Assert.Equal(300, p.Series.OfType<Markers>().Sum(m => m.Xs.Count)));
        double[] losses = [.. LinesOf(PanelsOf("activation-race")[0]).Select(line => line.Ys[^1])];
        Assert.True(losses[1] < 0.7 * losses[0] && losses[2] < 0.7 * losses[0]);
        IReadOnlyList<Panel> digits = PanelsOf("digits");
        Assert.True(LinesOf(digits[0])[0].Ys[^1] < LinesOf(digits[0])[0].Ys[0] / 2);
        Assert.True(LinesOf(digits[1])[1].Ys[^1] > 0.7);
        Assert.Equal(12, digits[2].Series.OfType<ImageGrid>().Single().Images.Count);
    }
}
