using MathNet.Numerics.LinearAlgebra;
using Reference.Plotting;

namespace Reference.Perceptrons.Tests;

public class FigureDataTests
{
    private static IReadOnlyList<Panel> PanelsOf(string name) =>
        PerceptronFigures.All.Single(f => f.Name == name).Draw().Panels;

    private static Panel PanelOf(string name) => PanelsOf(name)[0];

    private static SlopedLine[] LinesOf(Panel panel) => [.. panel.Series.OfType<SlopedLine>()];

    private static int Misclassified(Panel panel, SlopedLine line) => panel.Series.OfType<Markers>().Sum(points =>
        points.Xs.Zip(points.Ys, (x, y) => line.A * x + line.B * y + line.C >= 0)
            .Count(side => side != points.Filled));

    // S1-007 S1-010 S1-361 S2-025 S2-026 S3-019 S3-022 S3-023 S3-025 S3-028: gates, both separable sets and the
    // hidden outputs of XOR are separated by the last line drawn.
    [Fact]
    public void Separable_points_are_separated_by_the_last_line()
    {
        Panel[] separable = [.. PanelsOf("gates"), PanelOf("learning-progression"), PanelsOf("boundary-by-epoch")[3],
            PanelsOf("xor-hidden")[1]];
        Assert.All(separable, panel => Assert.Equal(0, Misclassified(panel, LinesOf(panel)[^1])));
        Assert.All(PanelsOf("gates"), panel =>
        {
            HalfPlane side = panel.Series.OfType<HalfPlane>().Single();
            Assert.Equal(LinesOf(panel).Select(l => (l.A, l.B, l.C)), [(side.A, side.B, side.C)]);
        });
        SlopedLine and = LinesOf(PanelOf("gates"))[0];
        Assert.Equal((20.0, 20.0, -30.0), (and.A, and.B, and.C));
        Assert.True(LinesOf(separable[3])[..^1].Count(line => line.Style != LineStyle.Solid) >= 5);
    }

    // S3-026 S3-027: no line drawn separates XOR, those of its plane miss one point or, called 0 and 1 the other way,
    // three; the four lines of the last epoch are those of every later one.
    [Fact]
    public void No_line_separates_XOR()
    {
        Panel plane = PanelOf("xor-plane");
        Assert.All(LinesOf(plane), line => Assert.True(Misclassified(plane, line) is 1 or 3));
        PerceptronRun longer = PerceptronTraining.Train(LogicGates.X, LogicGates.XorLabels, 1, 50);
        Assert.All(PanelsOf("boundary-by-epoch").Skip(4).Zip(longer.Lines.TakeLast(4)), pair =>
        {
            (Panel panel, PerceptronLine trained) = pair;
            SlopedLine line = LinesOf(panel).Single();
            Assert.True(Misclassified(panel, line) > 0);
            Assert.Equal([.. trained.W, trained.B], [line.A, line.B, line.C]);
        });
    }

    // (1.8) S1-008: every drawn set stays below the drawn bound; the arrows of R and γ have the lengths of the
    // theorem, and γ meets its line at a right angle.
    [Fact]
    public void Radius_and_margin_are_drawn_to_scale_and_the_bound_above_every_set()
    {
        Markers sets = PanelsOf("convergence-bound")[1].Series.OfType<Markers>().Single();
        Assert.True(sets.Xs.Count > 150);
        Assert.All(sets.Xs.Zip(sets.Ys), p => Assert.True(p.Second <= 1 / (p.First * p.First)));
        Panel panel = PanelOf("convergence-bound");
        Arrow[] arrows = [.. panel.Series.OfType<Arrow>()];
        double[] xs = [.. panel.Series.OfType<Markers>().SelectMany(m => m.Xs)];
        SlopedLine line = LinesOf(panel).Single();
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

    // S1-005 S3-018: the filled mark stands at the value that each function has at zero.
    [Fact]
    public void Filled_marks_are_the_values_at_zero()
    {
        Markers[] marks = [.. PanelsOf("step-and-sign").SelectMany(panel => panel.Series.OfType<Markers>())];
        Assert.Equal([ScalarPerceptron.Step(0), RosenblattUnit.Sign(0)],
            marks.Where(m => m.Filled).Select(m => (int)m.Ys[0]));
        Assert.Equal([0, 1], marks.Where(m => !m.Filled).Select(m => (int)m.Ys[0]));
    }

    // S1-007 S3-026: AND and the separable set end at zero mistakes, XOR never gets there.
    [Fact]
    public void Only_XOR_keeps_making_mistakes()
    {
        Line[] courses = [.. PanelOf("mistakes-per-epoch").Series.OfType<Line>()];
        Assert.Equal(3, courses.Length);
        Assert.All(courses, c => Assert.Equal(c.Label != "XOR", c.Ys[^1] == 0));
    }

    // S1-065 S3-027 S3-028 S1-365: the labels of the drawn edges are the gates' own weights, and the drawn map is the
    // network's output; the map of two models is above one half only where both others are.
    [Fact]
    public void The_XOR_network_is_drawn_with_the_gates_weights_and_maps_with_the_outputs()
    {
        NetworkDiagram network = PanelOf("xor-network").Series.OfType<NetworkDiagram>().Single();
        Assert.Equal(["20", "20", "−30", "−20", "−20", "10", "−20", "−20", "10"], network.Edges.Select(e => e.Label));
        HeatMap map = PanelOf("xor-regions").Series.OfType<HeatMap>().Single();
        Assert.True(map[map.Rows / 4, map.Columns / 4] < 0.01 && map[map.Rows / 4, 3 * map.Columns / 4] > 0.99);
        HeatMap[] maps = [.. PanelsOf("two-models").Select(p => p.Series.OfType<HeatMap>().Single())];
        Assert.All(Enumerable.Range(0, maps[0].Rows * maps[0].Columns), cell =>
        {
            (int row, int column) = Math.DivRem(cell, maps[0].Columns);
            Assert.True(maps[2][row, column] < 0.5 || (maps[0][row, column] > 0.5 && maps[1][row, column] > 0.5));
        });
    }
}
