using Reference.Plotting;

namespace Reference.Activations.Tests;

public class SoftmaxFigureDataTests
{
    private static IReadOnlyList<Panel> PanelsOf(string name) => ActivationFigures.All.Single(f => f.Name == name).Draw().Panels;

    private static IEnumerable<Line> LinesOf(Panel panel) => panel.Series.OfType<Line>();

    // S0-018 S0-019 S0-021 S1-339: the bars are the numbers of the example; the dog's label says 0.082.
    [Fact]
    public void Cat_dog_and_bird_are_drawn_with_their_right_probabilities()
    {
        Bars[] bars = [.. PanelsOf("cat-dog-bird").Select(p => p.Series.OfType<Bars>().Single())];
        Assert.Equal([4.2, 1.8, -0.5], bars[0].Values);
        Digits.Agree([66.686331, 6.049647, 0.606531], [.. bars[1].Values], 7);
        Digits.Agree(1, bars[2].Values.Sum(), 14);
        Assert.Equal("0.082", bars[2].Values[1].ToString(bars[2].ShowValues));
    }

    // S0-025: the two marked examples lie on the curve at gaps 0.1 and 2.
    [Fact]
    public void The_marked_examples_lie_on_the_sigmoid_of_the_gap()
    {
        Markers[] marks = [.. PanelsOf("two-classes").Single().Series.OfType<Markers>()];
        Assert.Equal([0.1, 2], marks.Select(m => m.Xs[0]));
        Assert.All(marks, m => Digits.Agree(ScalarActivations.Sigmoid(m.Xs[0]), m.Ys[0], 14));
    }

    // S1-021 S1-234 S3-086: temperature orders the shares, and naive shares show the negative one.
    [Fact]
    public void Temperature_and_naive_shares_are_drawn_from_their_formulas()
    {
        Line[] lines = [.. LinesOf(PanelsOf("temperature").Single())];
        for (int i = 0; i < lines[0].Xs.Count; i++)
        {
            Digits.Agree(1, lines.Sum(l => l.Ys[i]), 14);
            Assert.True(lines[0].Ys[i] > lines[1].Ys[i] && lines[1].Ys[i] > lines[2].Ys[i]);
        }

        Bars[] bars = [.. PanelsOf("naive-shares").Single().Series.OfType<Bars>()];
        Assert.Equal([-0.25, 0.5, 0.75], bars[0].Values);
        Assert.All(bars[1].Values, p => Assert.True(p > 0));
    }

    // S1-235 S1-239: the cells are pᵢ(δᵢⱼ − pⱼ), symmetric with rows of sum 0; the drawn norm at s = 1 is theirs,
    // and it vanishes where the scores are stretched.
    [Fact]
    public void The_drawn_Jacobian_vanishes_when_the_scores_are_stretched()
    {
        IReadOnlyList<Panel> panels = PanelsOf("softmax-jacobian");
        HeatMap map = panels[0].Series.OfType<HeatMap>().Single();
        double[] p = ScalarActivations.Softmax([4.2, 1.8, -0.5]);
        double squares = 0;
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(0, map[i, 0] + map[i, 1] + map[i, 2], 1e-16);
            for (int j = 0; j < 3; j++)
            {
                Assert.Equal(p[i] * ((i == j ? 1 : 0) - p[j]), map[i, j], 1e-16);
                Assert.Equal(map[j, i], map[i, j], 1e-16);
                squares += map[i, j] * map[i, j];
            }
        }

        Line norm = LinesOf(panels[1]).Single();
        int one = Enumerable.Range(0, norm.Xs.Count).MinBy(i => Math.Abs(norm.Xs[i] - 1));
        Assert.Equal(Math.Sqrt(squares), SoftmaxFigures.NormAt(1), 1e-15);
        Assert.Equal(SoftmaxFigures.NormAt(norm.Xs[one]), norm.Ys[one]);
        Assert.True(norm.Ys[^1] < 1e-20 * norm.Ys[one]);
    }
}
