using Reference.Plotting;

namespace Reference.Perceptrons.Tests;

public class FigureDataTests
{
    private static Panel PanelOf(string name) => PerceptronFigures.All.Single(f => f.Name == name).Draw().Panels[0];

    // S3-022 S3-019: the drawn line is the gate's, 20x₁ + 20x₂ = 30, and the filled point is (1, 1).
    [Fact]
    public void The_AND_figure_draws_the_gates_own_line()
    {
        Panel panel = PanelOf("and-gate");
        SlopedLine line = panel.Series.OfType<SlopedLine>().Single();
        Assert.Equal((20.0, 20.0, -30.0), (line.A, line.B, line.C));
        Markers ones = panel.Series.OfType<Markers>().Single(m => m.Label == "1");
        Assert.Equal([1.0], ones.Xs);
        Assert.Equal([1.0], ones.Ys);
    }

    // S1-010 S1-361: dotted on the way, solid at the end, and the solid line separates what is drawn.
    [Fact]
    public void The_final_line_of_the_progression_separates_the_drawn_points()
    {
        Panel panel = PanelOf("learning-progression");
        SlopedLine final = panel.Series.OfType<SlopedLine>().Single(l => l.Style == LineStyle.Solid);
        Assert.True(panel.Series.OfType<SlopedLine>().Count(l => l.Style == LineStyle.Dotted) >= 5);
        foreach (Markers points in panel.Series.OfType<Markers>())
        {
            int label = points.Label == "label 1" ? 1 : 0;
            Assert.All(points.Xs.Zip(points.Ys), p => Assert.Equal(label, ScalarPerceptron.Predict([final.A, final.B], final.C, [p.First, p.Second])));
        }
    }

    // S1-008: every drawn set stays below the drawn bound.
    [Fact]
    public void Every_drawn_set_lies_below_the_bound()
    {
        Markers sets = PanelOf("convergence-bound").Series.OfType<Markers>().Single();
        Assert.True(sets.Xs.Count > 150);
        Assert.All(sets.Xs.Zip(sets.Ys), p => Assert.True(p.Second <= 1 / (p.First * p.First)));
    }

    // S1-065: the third map is above one half only where both others are.
    [Fact]
    public void The_combined_map_is_high_only_where_both_models_are()
    {
        HeatMap[] maps = [.. PerceptronFigures.All.Single(f => f.Name == "two-models").Draw().Panels.Select(p => p.Series.OfType<HeatMap>().Single())];
        for (int row = 0; row < maps[0].Rows; row++)
        {
            for (int column = 0; column < maps[0].Columns; column++)
            {
                Assert.True(maps[2][row, column] < 0.5 || (maps[0][row, column] > 0.5 && maps[1][row, column] > 0.5));
            }
        }
    }
}
