using Reference.Plotting;

namespace Reference.Optimizers.Tests;

public class FigureDataTests
{
    private static Figure Of(string name) => OptimizerFigures.All.Single(f => f.Name == name).Draw();

    private static Line LineOf(Panel panel, string label) =>
        panel.Series.OfType<Line>().Single(l => l.Label?.StartsWith(label, StringComparison.Ordinal) == true);

    // S3-042 S3-043 S4-004: the marks lie on the parabola, and on the closed form.
    [Fact]
    public void Steps_on_the_parabola_follow_the_closed_form()
    {
        double[] rates = [0.05, 0.3, 0.95];
        Assert.All(Of("parabola").Panels.Zip(rates), p =>
        {
            Markers marks = p.First.Series.OfType<Markers>().Single();
            Assert.All(marks.Xs.Zip(marks.Ys), m => Assert.Equal(m.First * m.First, m.Second, 1e-12));
            Assert.All(Enumerable.Range(0, marks.Xs.Count), t => Assert.Equal(Math.Pow(1 - 2 * p.Second, t) * -1.5, marks.Xs[t], 1e-12));
        });
    }

    // S1-084 S1-363: the error falls along every path, and the good rate comes closest to the dot.
    [Fact]
    public void The_error_falls_along_the_paths_on_contours()
    {
        double[] ends = [.. Of("contours").Panels.Select(panel =>
        {
            Line path = panel.Series.OfType<Line>().Single();
            double[] errors = [.. path.Xs.Zip(path.Ys, (w, b) => new LeastSquaresLine([-1, 0, 1, 2, 3], [-0.5, 0.5, 1.5, 2.5, 3.5]).Value([w, b]))];
            Assert.True(errors.Zip(errors.Skip(1), (a, b) => b <= a).All(fell => fell));
            return errors[^1];
        })];
        Assert.True(ends[1] < ends[0] && ends[1] < ends[2]);
    }

    // S1-063 S3-048: low is slow, good is least, high swings but falls, very high grows.
    [Fact]
    public void Learning_rate_regimes_end_in_order()
    {
        Panel panel = Of("learning-rates").Panels[0];
        double low = LineOf(panel, "low").Ys[^1], good = LineOf(panel, "good").Ys[^1],
            high = LineOf(panel, "high").Ys[^1], very = LineOf(panel, "very high").Ys[^1],
            start = LineOf(panel, "low").Ys[0];
        Assert.True(good < low && good < high && low < start && high < start && very > start);
    }

    // S2-118: the lines are the averages of the dots.
    [Fact]
    public void Averages_are_those_of_the_series()
    {
        Figure figure = Of("ewma");
        double[] x = [.. figure.Panels[0].Series.OfType<Markers>().Single().Ys];
        Assert.Equal(MovingAverage.Of(x, 0.9), figure.Panels[0].Series.OfType<Line>().Single(l => l.Label == "β = 0.9").Ys);
        Assert.Equal(x[0], LineOf(figure.Panels[1], "β = 0.98, corrected").Ys[0], 1e-12);
        Assert.Equal(0.02 * x[0], LineOf(figure.Panels[1], "β = 0.98, as").Ys[0], 1e-12);
    }

    // S2-123: the printed rule ends at −27.98 and −175.05, Adam at 0.
    [Fact]
    public void The_printed_Adam_leaves_downwards()
    {
        Line[] lines = [.. Of("printed-adam").Panels[0].Series.OfType<Line>()];
        Assert.Equal(-27.98, lines[2].Ys[^1], 0.005);
        Assert.Equal(-175.05, lines[3].Ys[^1], 0.005);
        Assert.All(lines[..2], l => Assert.True(Math.Abs(l.Ys[^1]) < 1e-5));
    }

    // S1-138 S1-145: all schedules start at η₀ or rise to it, and end lower.
    [Fact]
    public void Schedules_fall()
    {
        Line[] lines = [.. Of("schedules").Panels[0].Series.OfType<Line>()];
        Assert.Equal(5, lines.Length);
        Assert.All(lines, l => Assert.True(l.Ys[^1] < 0.11 && l.Ys.Max() <= 1));
        Assert.Equal(0.1, lines[4].Ys[0], 1e-12);
        Assert.Equal(0.5, lines[0].Ys[3], 1e-12);
    }

    // S1-145: under noise a falling rate ends lower than a large fixed one, and sooner than a small one.
    [Fact]
    public void A_falling_rate_settles_under_noise()
    {
        MutationTesting.SkipSlow();
        Line[] lines = [.. Of("decay-under-noise").Panels[0].Series.OfType<Line>()];
        double[] ends = [.. lines.Select(l => l.Ys.TakeLast(200).Average())];
        Assert.True(ends[1] < ends[0] / 2);
        Assert.True(lines[1].Ys[100] < lines[2].Ys[100]);
    }

    // S2-097 S1-224: variance ∝ 1/B.
    [Fact]
    public void Gradient_noise_falls_as_one_over_the_batch()
    {
        Panel panel = Of("gradient-noise").Panels[0];
        Line theory = panel.Series.OfType<Line>().Single();
        Markers measured = panel.Series.OfType<Markers>().Single();
        Assert.All(theory.Ys.Zip(measured.Ys), p => Assert.Equal(1, p.Second / p.First, 0.1)); // 4000 draws: some 3 %
    }

    // S1-337 S1-224: three paths, of 180, 36 and 60 updates, and the full batch never rises.
    [Fact]
    public void The_full_batch_path_never_rises()
    {
        Panel panel = Of("batches").Panels[1];
        double[] full = [.. LineOf(panel, "all 60").Ys], single = [.. LineOf(panel, "single").Ys];
        Assert.True(full.Zip(full.Skip(1), (a, b) => b <= a).All(fell => fell));
        Assert.Contains(single.Zip(single.Skip(1)), p => p.Second > p.First);
    }

    // S2-124 S1-283: everyone gets somewhere; momentum beats plain descent in the ravine.
    [Fact]
    public void Racers_go_down()
    {
        Panel ravine = Of("race").Panels[0];
        Assert.All(Of("race").Panels.SelectMany(p => p.Series.OfType<Line>()), l => Assert.True(l.Ys[^1] < l.Ys[0] / 5));
        Assert.True(LineOf(ravine, "momentum").Ys[^1] < 1e-3);
        Assert.Equal(7, ravine.Series.Count);
    }

    // S1-136: the ends lie in minima, and the best is the lowest.
    [Fact]
    public void Restarts_end_in_minima()
    {
        Panel panel = Of("restarts").Panels[0];
        Markers ends = panel.Series.OfType<Markers>().Single(m => m.Label == "end"), best = panel.Series.OfType<Markers>().Single(m => m.Label == "best");
        Assert.All(ends.Xs, x => Assert.Equal(0, new Hills().Gradient([x])[0], 1e-6));
        Assert.Equal(ends.Ys.Min(), best.Ys[0]);
        Assert.True(ends.Xs.Select(x => Math.Round(x, 3)).Distinct().Count() > 2);
    }

    // S3-040: the drift along the saddle goes on below its height 23.
    [Fact]
    public void Descent_leaves_the_saddle()
    {
        Line path = Of("saddle").Panels[0].Series.OfType<Line>().Single();
        Assert.Equal((-0.1, 0.1), (Math.Round(path.Xs[1], 12), Math.Round(path.Ys[1], 12)));
        Assert.True(Quadratic.NotesSaddle.Value([path.Xs[^1], path.Ys[^1]]) < 22.9);
    }
}
