using Reference.Plotting;
using Reference.RecurrentNetworks;
using Reference.Texts;

namespace Reference.GatedRecurrentUnits.Tests;

/// <summary>The plotted numbers, and what is reached on real sentences.</summary>
public class FigureDataTests
{
    private static Figure Of(string name) => GruFigures.All.Single(f => f.Name == name).Draw();

    // (18.13) S2-209 S2-212: the sign of the scores of z carries one convention into the other, for one unit.
    [Fact]
    public void Turned_scores_give_the_states_of_the_notes()
    {
        Panel panel = Of("conventions").Panels[0];
        double[] notes = [.. ((Line)panel.Series[0]).Ys], turned = [.. ((Markers)panel.Series[2]).Ys];
        Assert.All(notes.Zip(turned), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
        Assert.Equal(0.5319273708, notes[3], 1e-10);
    }

    // S2-213: after 300 steps the GRU adds and the simple network does not; three quarters of the parameters.
    [Fact]
    public void Three_cells_differ()
    {
        Figure figure = Of("three-cells");
        double Last(string label) => figure.Panels[1].Series.OfType<Line>().Single(l => l.Label == label).Ys[^1];
        Assert.True(Last("GRU") < 0.05 * Last("tanh"), $"{Last("GRU")}, {Last("tanh")}");
        double[] counts = [.. ((Bars)figure.Panels[2].Series[0]).Values];
        Assert.Equal(0.75, counts[2] / counts[1]);
    }

    // S2-213: 0.78; a bag of words reaches 0.81.
    [Fact]
    public void The_classifier_of_real_sentences_reaches_0_78()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
                "trains for minutes: REFERENCE_LONG_RUN=1");
        RealData.At("sentiment");
        double[] folds = SentimentClassifier.Folds(Reviews.Real()!, GruCells.Gru, new(32, 10, 16), 1);
        Assert.True(folds.Average() >= 0.78, $"{folds.Average()}");
    }
}
