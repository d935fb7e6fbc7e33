using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Optimizers;

/// <summary>Figures of batches and of schedules.</summary>
internal static class BatchFigures
{
    private static readonly (int Size, string Name, Color Color)[] Sizes =
        [(1, "single record", Palette.Orange), (5, "batches of 5", Palette.Green), (60, "all 60", Palette.Blue)];

    /// <summary>The exercise of S4 with noise on the targets, so that records disagree.</summary>
    public static LeastSquaresLine Noisy { get; } = Draw();

    public static Figure Paths()
    {
        (string Name, Color Color, Batches.Run Run)[] runs =
            [.. Sizes.Select(s => (s.Name, s.Color, Batches.Train(Noisy, [-3, 3], 0.03, s.Size, s.Size == 60 ? 60 : 3, new RandomStream(2))))];
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
                    DescentFigures.Contours(Noisy, (-4, 3), (-3.5, 4), [1.5, 3, 6, 10, 16, 24, 36, 50, 70]),
                    .. runs.SelectMany(r => DescentFigures.Walk([.. r.Run.Points], r.Color)),
                ],
            },
            new Panel
            {
                Title = "loss over all records",
                X = new Axis("update") { Min = 0, Max = 60 },
                Y = new Axis("mean squared error") { Scale = AxisScale.Log },
                Legend = Legend.TopRight,
                Series = [.. runs.Select(r => DescentFigures.Losses([.. r.Run.Points.Take(61)], Noisy) with { Label = r.Name, Color = r.Color })],
            },
        ]) with
        { Width = 1000 };
    }

    public static Figure Noise()
    {
        double[] θ = [0, 0];
        int[] sizes = [1, 2, 3, 5, 10, 20, 40];
        double one = VarianceOfOne(θ);
        return new Figure("Noise of a batch's gradient", new Panel
        {
            X = new Axis("batch size B") { Scale = AxisScale.Log },
            Y = new Axis("variance of ∂L/∂w") { Scale = AxisScale.Log },
            Legend = Legend.TopRight,
            Series =
            [
                new Line([.. sizes.Select(b => (double)b)], [.. sizes.Select(b => one / b)]) { Label = "variance of one record / B", Color = Palette.Grey },
                new Markers([.. sizes.Select(b => (double)b)], [.. sizes.Select(b => MeasuredVariance(θ, b, 4000))])
                    { Label = "4000 batches, drawn with replacement", Color = Palette.Blue },
            ],
        });
    }

    public static Figure Schedules()
    {
        int[] t = [.. Enumerable.Range(0, 101)];
        (string Name, Func<int, double> Rate, LineStyle Style)[] schedules =
        [
            ("η₀/√t, t = 1, 2, …", e => Schedule.InverseSquareRoot(1, e + 1), LineStyle.Solid),
            ("half every 20", e => Schedule.Step(1, 0.5, 20, e), LineStyle.Solid),
            ("exponential, 0.96ᵗ", e => Schedule.Exponential(1, 0.96, e), LineStyle.Dashed),
            ("cosine", e => Schedule.Cosine(1, 0, 100, e), LineStyle.Solid),
            ("10 of warm-up, then cosine", e => Schedule.WarmUp(Schedule.Cosine(1, 0, 100, e), 10, e), LineStyle.Dotted),
        ];
        return new Figure("Schedules", new Panel
        {
            X = new Axis("epoch"),
            Y = new Axis("η / η₀") { Min = 0, Max = 1.05 },
            Legend = Legend.TopRight,
            Series = [.. schedules.Select(s =>
                new Line([.. t.Select(e => (double)e)], [.. t.Select(s.Rate)])
                    { Label = s.Name, Style = s.Style, Steps = s.Name.StartsWith("half", StringComparison.Ordinal), Width = 2.4 })],
        });
    }

    public static Figure DecayUnderNoise()
    {
        double least = Noisy.Value(Descent.UntilFlat(Noisy, [0, 0], 0.1, 1e-10, 10_000).Point);
        (string Name, Func<int, double> Rate)[] rules =
            [("η = 0.1, fixed", _ => 0.1), ("η = 0.1/√t", t => Schedule.InverseSquareRoot(0.1, t)), ("η = 0.005, fixed", _ => 0.005)];
        return new Figure("Single-sample descent on noisy records", new Panel
        {
            X = new Axis("update"),
            Y = new Axis("error above the least (mean of 50 runs)") { Scale = AxisScale.Log },
            Legend = Legend.BottomLeft,
            Series = [.. rules.Select(r =>
                new Line([.. Enumerable.Range(0, 1001).Select(i => (double)i)], Excess(r.Rate, least)) { Label = r.Name, Width = 1.8 })],
        });
    }

    /// <summary>The mean over 50 runs of L − L* after each of 1000 single-record updates.</summary>
    public static double[] Excess(Func<int, double> rate, double least)
    {
        const int Runs = 50, Updates = 1000;
        var sum = new double[Updates + 1];
        var random = new RandomStream(5);
        for (int run = 0; run < Runs; run++)
        {
            double[] θ = [-3, 3];
            for (int t = 0; t <= Updates; t++)
            {
                sum[t] += (Noisy.Value(θ) - least) / Runs;
                double[] g = Noisy.Gradient(θ, [random.Below(Noisy.Count)]);
                θ = [.. θ.Zip(g, new ScalarDescent(rate(t + 1)).Step)];
            }
        }

        return sum;
    }

    /// <summary>The variance of ∂L/∂w over batches of B records drawn with replacement.</summary>
    public static double MeasuredVariance(double[] θ, int batchSize, int draws)
    {
        var random = new RandomStream((ulong)batchSize);
        double mean = Noisy.Gradient(θ)[0];
        return Enumerable.Range(0, draws)
            .Average(_ => Math.Pow(Noisy.Gradient(θ, [.. Enumerable.Range(0, batchSize).Select(_ => random.Below(Noisy.Count))])[0] - mean, 2));
    }

    /// <summary>The variance of ∂ℓᵢ/∂w over the records.</summary>
    public static double VarianceOfOne(double[] θ)
    {
        double mean = Noisy.Gradient(θ)[0];
        return Enumerable.Range(0, Noisy.Count).Average(i => Math.Pow(Noisy.Gradient(θ, [i])[0] - mean, 2));
    }

    private static LeastSquaresLine Draw()
    {
        var random = new RandomStream(7);
        return new([.. LeastSquaresLine.Exercise.X], [.. LeastSquaresLine.Exercise.Y.Select(y => y + random.Normal())]);
    }
}
