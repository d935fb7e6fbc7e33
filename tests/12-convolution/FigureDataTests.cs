using Reference.Plotting;

namespace Reference.Convolutions.Tests;

/// <summary>The plotted numbers.</summary>
public class FigureDataTests
{
    private static Figure Of(string name) => ConvolutionFigures.All.Single(f => f.Name == name).Draw();

    // S3-116 S0-078 S0-083
    [Fact]
    public void The_walk_through_shows_the_six_numbers()
    {
        var map = (HeatMap)Of("walk-through").Panels[2].Series[0];
        Assert.Equal(
            [44, 54, 64, 84, 94, 104],
            Enumerable.Range(0, 6).Select(p => map[p / 3, p % 3]));
    }

    // S2-141: the map of the shifted digit is the map, 4 columns further.
    [Fact]
    public void The_shifted_map_is_shifted()
    {
        Figure figure = Of("shifted");
        HeatMap map = (HeatMap)figure.Panels[2].Series[0], moved = (HeatMap)figure.Panels[3].Series[0];
        for (int i = 0; i < 26; i++)
        {
            for (int j = 4; j < 26; j++)
            {
                Assert.Equal(map[i, j - 4], moved[i, j], 1e-12);
            }
        }
    }

    // S3-130 S0-093: each network is better at the angles that it was trained on.
    [Fact]
    public void Training_on_turned_digits_helps_with_turned_digits()
    {
        Panel panel = Of("angles").Panels[0];
        double[] upright = [.. ((Line)panel.Series[0]).Ys], turned = [.. ((Line)panel.Series[1]).Ys];
        Assert.True(upright[6] > turned[6], $"{upright[6]}, {turned[6]}"); // 0°
        Assert.True(turned[9] > upright[9] + 0.2, $"{upright[9]}, {turned[9]}"); // 45°
        Assert.True(turned[3] > upright[3] + 0.2, $"{upright[3]}, {turned[3]}");
    }

    // S2-151: pixels in another order cost the convolutional network more than the dense one.
    [Fact]
    public void Scrambled_pixels_cost_the_convolutional_network_more()
    {
        double[] loss = [.. Of("scrambled").Panels.Select(panel =>
            ((Line)panel.Series[0]).Ys[^1] - ((Line)panel.Series[1]).Ys[^1])];
        Assert.True(Math.Abs(loss[0]) < 0.05 && loss[1] > 0.1, $"{loss[0]}, {loss[1]}");
    }

    // S0-133: the printed losses fall, from just below ln 2.
    [Fact]
    public void The_printed_losses_fall_from_guessing()
    {
        double[] losses = [.. ((Markers)Of("pets-losses").Panels[0].Series[0]).Ys];
        Assert.Equal(15, losses.Length);
        Assert.InRange(losses[0], 0.68, Math.Log(2));
        Assert.All(losses.Zip(losses.Skip(1)), pair => Assert.True(pair.Second < pair.First));
    }
}
