using Reference.Numerics;
using Reference.Plotting;
using static Reference.Optimizers.OptimizerFigures;

namespace Reference.Optimizers;

/// <summary>Figures of batches and of schedules.</summary>
internal static class BatchFigures
{
    private static readonly (int Size, int Epochs, string Name, Color Color)[] sizes =
        [(1, 3, "single record", Palette.Orange), (5, 3, "batches of 5", Palette.Green),
            (60, 60, "all 60", Palette.Blue)];

    /// <summary>The exercise of S4 with noise on the targets, so that the records disagree.</summary>
    public static LeastSquaresLine Noisy { get; } = Draw();

    public static Figure Paths()
    {
        (string Name, Color Color, double[][] Points)[] runs = [.. sizes.Select(s =>
            (s.Name, s.Color, Batches.Train(Noisy, [-3, 3], 0.03, s.Size, s.Epochs, new RandomStream(2))
                .Points.ToArray()))];
        return Figure.Grid("Full, small and single-sample batches", 2,
        [
            new Panel
            {
                Title = "the path of (w, b)",
                X = new Axis("w") { Min = -4, Max = 3 },
                Y = new Axis("b") { Min = -3.5, Max = 4 },
                Legend = Legend.None,
                Series =
                [
                    OptimizerFigures.Contours(Noisy, (-4, 3), (-3.5, 4), [1.5, 3, 6, 10, 16, 24, 36, 50, 70]),
                    .. runs.SelectMany(r => Path(r.Points, r.Color)),
                ],
            },
            new Panel
            {
                Title = "loss over all records",
                X = new Axis("update") { Min = 0, Max = 60 },
                Y = new Axis("mean squared error") { Scale = AxisScale.Log },
                Legend = Legend.TopRight,
                Series = [.. runs.Select(r =>
                    Losses([.. r.Points.Take(61)], Noisy) with { Label = r.Name, Color = r.Color })],
            },
        ]) with
        { Width = 1000 };
    }

    public static Figure Schedules() => new("Schedules", new Panel
    {
        X = new Axis("epoch"),
        Y = new Axis("η / η₀") { Min = 0, Max = 1.05 },
        Legend = Legend.TopRight,
        Series = [.. new (string Name, Func<int, double> Rate, LineStyle Style)[]
        {
            ("η₀/√t, t = 1, 2, …", e => Schedule.InverseSquareRoot(1, e + 1), LineStyle.Solid),
            ("half every 20", e => Schedule.Step(1, 0.5, 20, e), LineStyle.Solid),
            ("exponential, 0.96ᵗ", e => Schedule.Exponential(1, 0.96, e), LineStyle.Dashed),
            ("cosine", e => Schedule.Cosine(1, 0, 100, e), LineStyle.Solid),
            ("10 of warm-up, then cosine", e =>
                Schedule.WarmUp(Schedule.Cosine(1, 0, 100, e), 10, e), LineStyle.Dotted),
        }.Select((s, i) => new Line(Steps(100), [.. Enumerable.Range(0, 101).Select(s.Rate)])
            { Label = s.Name, Style = s.Style, Steps = i == 1, Width = 2.4 })],
    });

    public static Figure DecayUnderNoise() => new("Single-sample descent on noisy records", new Panel
    {
        X = new Axis("update"),
        Y = new Axis("error above the least (mean of 50 runs)") { Scale = AxisScale.Log },
        Legend = Legend.BottomLeft,
        Series = [.. new (string Name, Func<int, double> Rate)[]
            { ("η = 0.1, fixed", _ => 0.1), ("η = 0.1/√t", t => Schedule.InverseSquareRoot(0.1, t)),
                ("η = 0.005, fixed", _ => 0.005) }
            .Select(r => new Line(Steps(1000), Excess(r.Rate)) { Label = r.Name, Width = 1.8 })],
    });

    // The mean over 50 runs of L − L* after each of 1000 single-record updates.
    private static double[] Excess(Func<int, double> rate)
    {
        double least = Noisy.Value(Descent.UntilConverged(Noisy, [0, 0], 0.1, 1e-10, 10_000).Point);
        var excess = new double[1001];
        var random = new RandomStream(5);
        for (int run = 0; run < 50; run++)
        {
            double[] θ = [-3, 3];
            for (int t = 0; t < excess.Length; t++)
            {
                excess[t] += (Noisy.Value(θ) - least) / 50;
                double[] g = Noisy.Gradient(θ, [random.Below(Noisy.Count)]);
                θ = [.. θ.Zip(g, new ScalarDescent(rate(t + 1)).Step)];
            }
        }

        return excess;
    }

    private static LeastSquaresLine Draw()
    {
        var random = new RandomStream(7);
        return new([.. LeastSquaresLine.Exercise.X],
            [.. LeastSquaresLine.Exercise.Y.Select(y => y + random.Normal())]);
    }
}
