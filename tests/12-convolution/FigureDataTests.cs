using Reference.Datasets;
using Reference.Networks;
using Reference.Plotting;

namespace Reference.Convolutions.Tests;

/// <summary>The plotted numbers.</summary>
public class FigureDataTests
{
    private static readonly LabelledImages training = DigitsNetwork.Images(null, 600, 200).Training,
        held = DigitsNetwork.Images(null, 600, 200).Test;

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

    // S3-130 S0-093: on turned digits.
    [Fact]
    public void Training_on_turned_digits_helps_with_turned_digits()
    {
        double[] angles = [-45, 0, 45];
        double[] Of(double turn) => DigitRuns.ByAngle(training, held, turn, angles, 8, 1);
        (double[] upright, double[] turned) = (Of(0), Of(45));
        string all = $"{string.Join(' ', upright)}; {string.Join(' ', turned)}";
        Assert.True(turned[0] > upright[0] + 0.2 && turned[2] > upright[2] + 0.2, all);
        double[][][] runs = [[upright, turned, turned], [turned]];
        Panel panel = TrainedFigures.Angles(angles, [0, 45], runs, "digits").Panels[0];
        Assert.Equal(turned, ((Line)panel.Series[0]).Ys); // the median of three
        Assert.Equal(9, ((Markers)panel.Series[1]).Ys.Count);
    }

    // S2-151: pixels in another order cost the convolutional network more than the dense one.
    [Fact]
    public void Scrambled_pixels_cost_the_convolutional_network_more()
    {
        double[][][] curves = [.. Enumerable.Range(0, 4).Select(i =>
            new[] { DigitRuns.InOrder(training, held, i % 2 == 1, i < 2, 6, 1) })];
        double[] loss = [.. TrainedFigures.Scrambled(curves, "digits").Panels.Select(panel =>
            ((Line)panel.Series[0]).Ys[^1] - ((Line)panel.Series[2]).Ys[^1])];
        Assert.True(Math.Abs(loss[0]) < 0.05 && loss[1] > 0.1, $"{loss[0]}, {loss[1]}");
    }

    // S0-111 S0-114: every held-out digit is counted once, at its row and as it is read; the misread ones are shown.
    [Fact]
    public void The_confusion_matrix_counts_every_digit()
    {
        (Trainer trainer, History history) =
            DigitRuns.Train(training.ToSampleSet(), held.ToSampleSet(), 1, 1);
        Figure figure = TrainedFigures.Training(trainer, history, held, "digits");
        var confusion = (HeatMap)figure.Panels[2].Series[0];
        Assert.All(Enumerable.Range(0, 10), digit => Assert.Equal(
            held.Labels.Count(label => label == digit), Enumerable.Range(0, 10).Sum(read => confusion[digit, read])));
        Assert.Equal(
            history.ValidationMetrics[^1] * held.Count, Enumerable.Range(0, 10).Sum(digit => confusion[digit, digit]),
            1e-9);
        Assert.All(((ImageGrid)figure.Panels[3].Series[0]).Captions!, caption =>
            Assert.NotEqual(caption[0], caption[^1]));
        Figure features = TrainedFigures.Features(trainer, held);
        Assert.Equal([6, 6, 16], features.Panels.Skip(3).Select(panel => ((ImageGrid)panel.Series[0]).Images.Count));
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
