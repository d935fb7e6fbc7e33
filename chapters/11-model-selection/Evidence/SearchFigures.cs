using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.ModelSelection;

/// <summary>Figures of searches over functions that cost nothing.</summary>
internal static class SearchFigures
{
    public static Figure Coverage()
    {
        double Loss(double a, double b) => Math.Pow(a - 0.5, 2) * 6 + 0.1 * Math.Pow(b - 0.4, 2);
        double[] four = [.. Enumerable.Range(0, 4).Select(i => (i + 0.5) / 4)];
        Panel Of(string name, ISampler sampler)
        {
            Study study = new Study(sampler).Optimize(
                trial => Loss(trial.SuggestFloat("a", 0, 1), trial.SuggestFloat("b", 0, 1)), 16);
            double[] a = [.. study.Trials.Select(t => t.Parameters["a"])],
                b = [.. study.Trials.Select(t => t.Parameters["b"])];
            return new()
            {
                Title = $"{name}: {a.Distinct().Count()} values of a, best loss {study.Best.Value:0.000}",
                X = new Axis("a, which matters") { Min = 0, Max = 1 },
                Y = new Axis("b, which hardly does") { Min = -0.08, Max = 1 }, ShowGrid = false, ShowLegend = false,
                Series =
                [
                    HeatMap.Of(Loss, (0, 1), (0, 1)) with { Map = ColorMap.Blues, ColorBar = "loss" },
                    new Markers(a, b) { Color = ColorOf.Data, Size = 8 },
                    new Markers(a, [.. a.Select(_ => -0.04)])
                    { Color = ColorOf.Data, Size = 5, Shape = MarkerShape.Triangle },
                ],
            };
        }

        return Figure.Grid("Sixteen trials", 2,
        [
            Of("grid", new GridSampler(("a", four), ("b", four))),
            Of("random", new RandomSampler(new RandomStream(5))),
        ]) with
        { ShareY = true };
    }

    public static Figure LogUniform()
    {
        Panel Of(string name, bool log)
        {
            double[] η = [.. new Study(new RandomSampler(new RandomStream(1)))
                .Optimize(trial => trial.SuggestFloat("learning_rate", 1e-4, 1e-1, log), 2000)
                .Trials.Select(trial => Math.Log10(trial.Value))];
            double median = ScalarSearch.Median(η);
            return new()
            {
                Title = $"{name}: half below {Math.Pow(10, median):0.0000}", X = "log₁₀ η",
                Y = new Axis(log ? "" : "draws") { Min = 0 }, ShowLegend = false,
                Series =
                [
                    new Histogram(η, [.. Enumerable.Range(0, 25).Select(i => -4.0001 + i * 3.0002 / 24)])
                    { Color = Palette.Order[log ? 0 : 1] },
                    new VerticalLine(median) { Color = ColorOf.Minimum },
                ],
            };
        }

        return Figure.Grid("2,000 learning rates", 2, [Of("uniform", false), Of("log-uniform", true)]) with
        { ShareY = true };
    }

    public static Figure Luck()
    {
        int[] counts = [.. Enumerable.Range(1, 80)];
        double[] n = [.. counts.Select(c => (double)c)];
        return Figure.Grid("How many random trials are enough?", 1, [new Panel
        {
            X = "random trials n", Y = new Axis("share of searches") { Min = 0, Max = 1.02 },
            Series =
            [
                new Line(n, [.. counts.Select(c => ScalarSearch.ChanceOfBest(0.05, c))])
                { Color = ColorOf.Truth, Style = LineStyle.Dashed, Label = "1 − 0.95ⁿ" },
                new Markers(n, BraninRuns.Shares(counts, 1000, 1))
                { Color = ColorOf.Data, Size = 4, Label = "best of n among the best 5 %" },
                new HorizontalLine(0.95) { Color = ColorOf.Minimum },
                new Annotation(66, 0.90, "n = 59") { Color = ColorOf.Minimum },
            ],
        }]) with
        { Height = 440 };
    }

    public static Figure Parzen()
    {
        double Loss(double x) => 0.6 * Math.Cos(2.2 * x) + 0.06 * (x - 1.5) * (x - 1.5);
        var random = new RandomStream(11);
        Study study = new Study(new RandomSampler(random)).Optimize(trial => Loss(trial.SuggestFloat("x", -5, 5)), 30);
        (double[] good, double[] bad) = TpeSampler.Divide(study.Trials, "x", 0.15);
        ParzenEstimator l = new(good, -5, 5), g = new(bad, -5, 5);
        double[] candidates = [.. Enumerable.Range(0, 24).Select(_ => l.Draw(random))];
        double Ratio(double x) => l.Density(x) / g.Density(x);
        double chosen = candidates.MaxBy(Ratio);
        Markers Points(double[] x, Color color, bool filled, string label) =>
            new(x, [.. x.Select(Loss)]) { Color = color, Filled = filled, Size = 6, Label = label };
        return Figure.Grid("One step of TPE after 30 trials", 3,
        [
            new Panel
            {
                Title = "trials", X = "x", Y = "loss",
                Series =
                [
                    Line.Of(Loss, -5, 5) with { Color = ColorOf.Truth, Style = LineStyle.Dashed },
                    Points(good, ColorOf.Label1, true, $"best {good.Length}"),
                    Points(bad, ColorOf.Label0, false, $"other {bad.Length}"),
                ],
            },
            new Panel
            {
                Title = "densities", X = "x", Y = new Axis("density") { Min = 0 },
                Series =
                [
                    Line.Of(l.Density, -5, 5) with { Color = ColorOf.Label1, Label = "l, good" },
                    Line.Of(g.Density, -5, 5) with { Color = ColorOf.Label0, Label = "g, bad" },
                ],
            },
            new Panel
            {
                Title = $"next: x = {chosen:0.00}", X = "x", Y = new Axis("l/g") { Min = 0 },
                Series =
                [
                    Line.Of(Ratio, -5, 5) with { Color = ColorOf.Function },
                    new Markers(candidates, [.. candidates.Select(Ratio)])
                    { Color = ColorOf.Function, Size = 5, Filled = false, Label = "draws from l" },
                    new Markers([chosen], [Ratio(chosen)]) { Color = ColorOf.Minimum, Size = 9, Label = "largest" },
                ],
            },
        ]) with
        { Height = 360 };
    }

    public static Figure Branin()
    {
        double[] trials = [.. Enumerable.Range(1, 60).Select(n => (double)n)];
        double[] At(double[][] curves, double q) => [.. trials.Select((_, n) =>
            Results.Quantile([.. curves.Select(c => c[n]).Order()], q))];
        Series[] Of(double[][] curves, string name, Color color) =>
        [
            new Region(trials, At(curves, 0.25), At(curves, 0.75)) { Color = color, Opacity = 0.2 },
            new Line(trials, At(curves, 0.5)) { Color = color, Label = name, Width = 2.2 },
        ];
        Study study = new Study(new TpeSampler(new RandomStream(1))).Optimize(ModelSelection.Branin.Objective, 60);
        return Figure.Grid("Branin's function", 2,
        [
            new Panel
            {
                Title = "best so far minus minimum", X = "trials",
                Y = new Axis("f − f*") { Scale = AxisScale.Log },
                Series = [.. Of(BraninRuns.Random, "random", Palette.Vermillion),
                    .. Of(BraninRuns.Tpe, "TPE", Palette.Blue)],
            },
            new Panel
            {
                Title = "60 trials of TPE", X = new Axis("x₁") { Min = -5, Max = 10 },
                Y = new Axis("x₂") { Min = 0, Max = 15 }, ShowLegend = false,
                Series =
                [
                    Contours.Of((a, b) => Math.Log(1 + ModelSelection.Branin.At(a, b)), (-5, 10), (0, 15)),
                    .. study.Trials.Select((trial, t) =>
                        new Markers([trial.Parameters["x1"]], [trial.Parameters["x2"]])
                        { Color = ColorOf.Time(t, 60), Size = 6 }),
                ],
            },
        ]);
    }
}
