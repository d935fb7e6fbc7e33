using MathNet.Numerics.LinearAlgebra;
using Reference.Plotting;

namespace Reference.Perceptrons.Tests;

public class FigureDataTests
{
    private static IReadOnlyList<Panel> PanelsOf(string name) =>
        PerceptronFigures.All.Single(f => f.Name == name).Draw().Panels;

    private static Panel PanelOf(string name) => PanelsOf(name)[0];

    // S3-022 S3-019: the drawn line is the gate's, 20x₁ + 20x₂ = 30, and the filled point is (1, 1).
    [Fact]
    public void The_AND_panel_draws_the_gates_own_line()
    {
        Panel panel = PanelOf("gates");
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
        Markers sets = PanelsOf("convergence-bound")[1].Series.OfType<Markers>().Single();
        Assert.True(sets.Xs.Count > 150);
        Assert.All(sets.Xs.Zip(sets.Ys), p => Assert.True(p.Second <= 1 / (p.First * p.First)));
    }

    // (1.8) S1-008: the arrows of R and γ have the lengths of the theorem, and γ meets its line at a right angle.
    [Fact]
    public void Radius_and_margin_are_drawn_to_scale()
    {
        Panel panel = PanelOf("convergence-bound");
        Arrow[] arrows = [.. panel.Series.OfType<Arrow>()];
        double[] xs = [.. panel.Series.OfType<Markers>().SelectMany(m => m.Xs)];
        SlopedLine line = panel.Series.OfType<SlopedLine>().Single();
        Convergence known = Convergence.Of(
            Matrix<double>.Build.DenseOfRowArrays(xs).ToArray(), [.. xs.Select(x => x > 0 ? 1 : 0)], [line.A], line.B);
        Digits.Agree([known.R, known.γ],
            [.. arrows.Select(a => double.Hypot(a.To.X - a.From.X, a.To.Y - a.From.Y))], 12);
        Assert.Equal(0, line.A * arrows[1].From.X + line.B * arrows[1].From.Y, 1e-12);
    }

    // (1.6) S1-006: the drawn update is a mistake's; w + αx closes the triangle and scores x higher by ‖x‖².
    [Fact]
    public void The_drawn_update_adds_the_point_to_the_weights()
    {
        Arrow[] arrows = [.. PanelOf("update-vectors").Series.OfType<Arrow>()];
        (double X, double Y) w = arrows[0].To, x = arrows[1].To, moved = arrows[3].To;
        double before = w.X * x.X + w.Y * x.Y, after = moved.X * x.X + moved.Y * x.Y;
        Assert.True(before < 0 && after > 0);
        Digits.Agree(x.X * x.X + x.Y * x.Y, after - before, 12);
        Assert.Equal((w, moved), (arrows[2].From, arrows[2].To));
    }

    // S1-007 S3-026: the last line of the separable set makes no mistake; XOR's four lines are those of every later
    // epoch, and each leaves points on the wrong side.
    [Fact]
    public void The_boundary_settles_on_separable_points_and_goes_round_on_XOR()
    {
        IReadOnlyList<Panel> panels = PanelsOf("boundary-by-epoch");
        Assert.Equal([true, false, false, false, false], panels.Skip(3).Select(Separates));
        PerceptronRun longer = PerceptronTraining.Train(LogicGates.X, LogicGates.XorLabels, 1, 50);
        Assert.All(panels.Skip(4).Zip(longer.Lines.TakeLast(4)), pair =>
        {
            SlopedLine line = pair.First.Series.OfType<SlopedLine>().Single();
            Assert.Equal([.. pair.Second.W, pair.Second.B], [line.A, line.B, line.C]);
        });

        static bool Separates(Panel panel)
        {
            SlopedLine line = panel.Series.OfType<SlopedLine>().Single();
            return panel.Series.OfType<Markers>().All(points => points.Xs.Zip(points.Ys).All(p => points.Filled
                == (ScalarPerceptron.Predict([line.A, line.B], line.C, [p.First, p.Second]) == 1)));
        }
    }

    // S3-028 S2-026: in hidden space the output unit's line has the two points of label 1, now one, on its side only.
    [Fact]
    public void Hidden_outputs_of_XOR_are_separable()
    {
        Panel panel = PanelsOf("xor-hidden")[1];
        SlopedLine line = panel.Series.OfType<SlopedLine>().Single();
        Markers[] points = [.. panel.Series.OfType<Markers>()];
        Assert.Equal([2, 2], points.Select(m => m.Xs.Count));
        Assert.All(points, m => Assert.All(m.Xs.Zip(m.Ys), p =>
            Assert.Equal(m.Filled, line.A * p.First + line.B * p.Second + line.C >= 0)));
    }

    // S1-005 S3-018: the filled mark stands at the value that each function has at zero.
    [Fact]
    public void Filled_marks_are_the_values_at_zero()
    {
        Markers[] marks = [.. PanelsOf("step-and-sign").SelectMany(panel => panel.Series.OfType<Markers>())];
        Assert.Equal([ScalarPerceptron.Step(0), RosenblattUnit.Sign(0)],
            marks.Where(m => m.Filled).Select(m => (int)m.Ys[0]));
        Assert.Equal([0, 1], marks.Where(m => !m.Filled).Select(m => (int)m.Ys[0]));
    }

    // S2-025 S3-023 S3-025: each gate's half-plane holds its ones and none of its zeros.
    [Fact]
    public void Each_gates_half_plane_holds_its_ones_only()
    {
        foreach (Panel panel in PanelsOf("gates"))
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
        HeatMap[] maps = [.. PanelsOf("two-models").Select(p => p.Series.OfType<HeatMap>().Single())];
        for (int row = 0; row < maps[0].Rows; row++)
        {
            for (int column = 0; column < maps[0].Columns; column++)
            {
                Assert.True(maps[2][row, column] < 0.5 || (maps[0][row, column] > 0.5 && maps[1][row, column] > 0.5));
            }
        }
    }
}
