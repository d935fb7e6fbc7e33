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
            Assert.All(points.Xs.Zip(points.Ys), p =>
                Assert.Equal(label, ScalarPerceptron.Predict([final.A, final.B], final.C, [p.First, p.Second])));
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

    // S1-005 S3-018: the filled mark stands at the value that each function has at zero.
    [Fact]
    public void Filled_marks_are_the_values_at_zero()
    {
        Markers[] marks = [.. PanelOf("step-and-sign").Series.OfType<Markers>()];
        Assert.Equal([ScalarPerceptron.Step(0), RosenblattUnit.Sign(0)],
            marks.Where(m => m.Filled).Select(m => (int)m.Ys[0]));
        Assert.Equal(0, marks.Single(m => !m.Filled).Ys[0]);
    }

    // S2-025 S3-023 S3-025: each gate's half-plane holds its ones and none of its zeros.
    [Fact]
    public void Each_gates_half_plane_holds_its_ones_only()
    {
        foreach (Panel panel in PerceptronFigures.All.Single(f => f.Name == "gates").Draw().Panels)
        {
            HalfPlane side = panel.Series.OfType<HalfPlane>().Single();
            foreach (Markers points in panel.Series.OfType<Markers>())
            {
                Assert.All(points.Xs.Zip(points.Ys), p =>
                    Assert.Equal(points.Label == "1", side.A * p.First + side.B * p.Second + side.C >= 0));
            }
        }
    }

    // S1-007 S3-026: AND and the separable set end at zero mistakes, XOR never gets there.
    [Fact]
    public void Only_XOR_keeps_making_mistakes()
    {
        Line[] courses = [.. PanelOf("mistakes-per-epoch").Series.OfType<Line>()];
        Assert.Equal(3, courses.Length);
        Assert.All(courses, c => Assert.Equal(c.Label != "XOR", c.Ys[^1] == 0));
    }

    // S3-026 S3-027: every line of the XOR plane leaves one point on the wrong side, none leaves none.
    [Fact]
    public void Every_drawn_line_misses_one_point_of_XOR()
    {
        Panel panel = PanelOf("xor-plane");
        Assert.All(panel.Series.OfType<SlopedLine>(), line =>
        {
            int right = LogicGates.Inputs.Where((x, n) =>
                ScalarPerceptron.Predict([line.A, line.B], line.C, x) == LogicGates.XorLabels[n]).Count();
            Assert.True(right is 1 or 3); // 1 when the line's positive side is called 0
        });
    }

    // S3-027 S3-028 S1-365: the labels of the drawn edges are the gates' own weights, and the drawn map is the
    // network's output.
    [Fact]
    public void The_XOR_network_is_drawn_with_the_gates_weights()
    {
        NetworkDiagram network = PanelOf("xor-network").Series.OfType<NetworkDiagram>().Single();
        Assert.Equal(["20", "20", "−30", "−20", "−20", "10", "−20", "−20", "10"], network.Edges.Select(e => e.Label));
        HeatMap map = PanelOf("xor-regions").Series.OfType<HeatMap>().Single();
        Assert.True(map[map.Rows / 4, map.Columns / 4] < 0.01 && map[map.Rows / 4, 3 * map.Columns / 4] > 0.99);
    }

    // S1-065: the third map is above one half only where both others are.
    [Fact]
    public void The_combined_map_is_high_only_where_both_models_are()
    {
        HeatMap[] maps = [.. PerceptronFigures.All.Single(f => f.Name == "two-models")
            .Draw().Panels.Select(p => p.Series.OfType<HeatMap>().Single())];
        for (int row = 0; row < maps[0].Rows; row++)
        {
            for (int column = 0; column < maps[0].Columns; column++)
            {
                Assert.True(maps[2][row, column] < 0.5 || (maps[0][row, column] > 0.5 && maps[1][row, column] > 0.5));
            }
        }
    }
}
