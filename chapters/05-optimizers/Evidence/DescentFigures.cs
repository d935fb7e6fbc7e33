using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;
using static Reference.Optimizers.OptimizerFigures;

namespace Reference.Optimizers;

/// <summary>Figures of plain descent, batches, schedules and restarts.</summary>
internal static class DescentFigures
{
    /// <summary>An error with eigenvalues 2 and 12 and its minimum at (1, ½).</summary>
    public static LeastSquaresLine Tilted { get; } = new([-1, 0, 1, 2, 3], [-0.5, 0.5, 1.5, 2.5, 3.5]);

    private static readonly double limit = new Quadratic(Tilted.Hessian).LargestLearningRate;

    public static Figure Cycle()
    {
        (double X, double Y, string Text, Color Color)[] steps =
        [
            (0, 1, "1  forward pass:\npredictions", Palette.Blue),
            (2.6, 1, "2  loss: compare\nwith the targets", Palette.Blue),
            (2.6, -1, "3  backward pass:\ngradients", Palette.Vermillion),
            (0, -1, "4  update:\nθ ← θ − η u", Palette.Green),
        ];
        (double X0, double Y0, double X1, double Y1)[] arrows =
            [(0.8, 1, 1.8, 1), (2.6, 0.6, 2.6, -0.6), (1.8, -1, 0.8, -1), (0, -0.6, 0, 0.6)];
        return new Figure("The cycle of training", Plane("", "", (-1, 3.6), "", (-1.6, 1.6),
        [
            .. steps.Select(s => new Line([.. new[] { -0.75, 0.75, 0.75, -0.75, -0.75 }.Select(d => s.X + d)],
                [.. new[] { -0.36, -0.36, 0.36, 0.36, -0.36 }.Select(d => s.Y + d)]) { Color = s.Color }),
            .. arrows.Select(a => new Arrow(a.X0, a.Y0, a.X1, a.Y1) { Color = Palette.Grey, Width = 2.4 }),
            .. steps.Select(s => new Annotation(s.X, s.Y, s.Text)),
            new Annotation(1.3, 0, "gradients are set to 0\nbefore every backward pass") { Color = Palette.Grey },
        ]) with { ShowAxes = false, ShowGrid = false }) with
        { Width = 700, Height = 420 };
    }

    public static Figure Parabola() => Figure.Grid("Descent on x²", 3, [.. new (double η, string Name)[]
        { (0.05, "η = 0.05: slow"), (0.3, "η = 0.3: good"), (0.95, "η = 0.95: overshoots") }.Select(rate =>
    {
        double[] path = Descent.Path(new ScalarDescent(rate.η), x => 2 * x, -1.5, 12),
            values = [.. path.Select(x => x * x)];
        return Plane(rate.Name, "x", (-1.8, 1.8), "x²", (-0.1, 3),
        [
            Line.Of(x => Quadratic.Parabola.Value([x]), -1.8, 1.8) with { Color = ColorOf.Function },
            .. Path([.. path.Zip(values, (x, y) => new[] { x, y })]),
        ]);
    })]) with
    { ShareY = true };

    public static Figure Contours() =>
        Figure.Grid("Descent on the error of two weights", 3, [.. new (double η, string Name)[]
        { (0.12 * limit, "small"), (0.6 * limit, "good"), (0.96 * limit, "large") }.Select(rate =>
        Plane($"{rate.Name}: η = {rate.η:0.000}", "w₁", (-1, 3), "w₂", (-1.5, 2.5),
        [
            OptimizerFigures.Contours(Tilted, (-1, 3), (-1.5, 2.5), [0.05, 0.2, 0.5, 1, 2, 4, 7, 11, 16, 24]),
            .. Path(Descent.Path(Tilted, [-0.6, 2.1], p => new GradientDescent(p, rate.η), 25)),
            new Markers([1], [0.5]) { Color = ColorOf.Minimum, Size = 9 },
        ]) with { AspectEqual = true })]) with
    { ShareY = true, Height = 375 };

    public static Figure Rates() => new("Four learning rates", new Panel
    {
        X = new Axis("step"),
        Y = new Axis("error") { Scale = AxisScale.Log, Min = 1e-4, Max = 1e3 },
        Series = [.. new (double Share, string Name, Color Color)[]
            { (0.01, "low", Palette.Blue), (0.5, "good", Palette.Green), (0.985, "high", Palette.Orange),
                (1.04, "very high", Palette.Vermillion) }
            .Select(r => Losses(Descent.Path(Tilted, [-0.6, 2.1], p => new GradientDescent(p, r.Share * limit), 60),
                Tilted) with
            {
                Label = $"{r.Name}: {r.Share:0.###} of 2/λ",
                Color = r.Color,
                Width = 2.4,
            })],
    });

    public static Figure TwoMinima() => new("A local and a global minimum",
        Plane("", "w", (-2, 2), "loss", (-4, 2.5),
        [
            Line.Of(x => new DoubleWell().Value([x]), -2, 2) with { Color = Palette.Grey, Label = "w⁴ − 3w² + 0.7w" },
            .. new (double Start, string Name, Color Color)[]
                { (1.7, "from 1.7: the local minimum", Palette.Vermillion),
                    (-0.15, "from −0.15: the global one", Palette.Blue) }
                .Select(s => OnCurve(new DoubleWell(),
                    Descent.Path(new DoubleWell(), [s.Start], p => new GradientDescent(p, 0.02), 60))
                    with { Size = 7, Label = s.Name, Color = s.Color }),
        ]));

    public static Figure Saddle()
    {
        var f = new Quadratic(Matrix<double>.Build.Diagonal([2, -2]));
        double[][] path = Descent.Path(f, [1, -0.01], p => new GradientDescent(p, 0.1), 25);
        return new Figure("A saddle: x² − y²", new Panel
        {
            X = new Axis("x"),
            Y = new Axis("y"),
            Series =
            [
                Surface.Of((x, y) => f.Value([x, y]), (-1.2, 1.2), (-1.2, 1.2)) with
                {
                    Height = "x² − y²", Path = [.. path.Select(p => (p[0], p[1], f.Value(p)))], Color = ColorOf.Path,
                    Azimuth = -30, Elevation = 35, Map = ColorMap.Blues,
                },
            ],
        }) with
        { Width = 800, Height = 560 };
    }

    public static Figure BatchPaths()
    {
        // The exercise of S4 with noise on the targets, so that the records disagree.
        var random = new RandomStream(7);
        LeastSquaresLine exercise = LeastSquaresLine.Exercise;
        var noisy = new LeastSquaresLine([.. exercise.X], [.. exercise.Y.Select(y => y + random.Normal())]);
        (string Name, Color Color, double[][] Points)[] runs =
        [
            ("single records", Palette.Orange, Run(1, 1)), ("batches of 5", Palette.Green, Run(5, 5)),
            ("all 60", Palette.Blue, Run(60, 60)),
        ];
        return Figure.Grid("60 updates by single records, small batches and all records", 2,
        [
            .. runs.Select(r => Plane($"the path of (w, b): {r.Name}", "w", (-4, 3), "b", (-3.5, 4),
                [Levels(noisy, (-4, 3), (-3.5, 4), [1.5, 3, 6, 10, 16, 24, 36, 50, 70]), .. Path(r.Points, r.Color)])),
            new Panel
            {
                Title = "loss over all records",
                X = new Axis("update") { Min = 0, Max = 60 },
                Y = new Axis("mean squared error") { Scale = AxisScale.Log },
                Series = [.. runs.Select(r => Losses(r.Points, noisy) with { Label = r.Name, Color = r.Color })],
            },
        ]);

        double[][] Run(int size, int epochs) =>
            [.. Batches.Train(noisy, [-3, 3], 0.03, size, epochs, new RandomStream(2)).Points];
    }

    public static Figure Schedules() => new("Schedules", new Panel
    {
        X = new Axis("epoch"),
        Y = new Axis("η / η₀") { Min = 0, Max = 1.05 },
        Series = [.. new (string Name, Func<int, double> Rate, LineStyle Style)[]
        {
            ("η₀/√t, t = 1, 2, …", e => Schedule.InverseSquareRoot(1, e + 1), LineStyle.Solid),
            ("half every 20", e => Schedule.Step(1, 0.5, 20, e), LineStyle.Solid),
            ("exponential, 0.96ᵗ", e => Schedule.Exponential(1, 0.96, e), LineStyle.Dashed),
            ("cosine", e => Schedule.Cosine(1, 0, 100, e), LineStyle.Solid),
            ("10 of warm-up, then cosine", e =>
                Schedule.WarmUp(Schedule.Cosine(1, 0, 100, e), 10, e), LineStyle.Dashed),
        }.Select((s, i) => new Line(Steps(100), [.. Enumerable.Range(0, 101).Select(s.Rate)])
        {
            Label = s.Name,
            Style = s.Style,
            Steps = i == 1,
            Color = i == 4 ? Palette.Black : Palette.Order[i],
            // the warm-up lies on the cosine that it leads to
            Width = i == 3 ? 6 : 2.2,
            Opacity = i == 3 ? 0.55 : 1,
        })],
    });

    public static Figure Restarts()
    {
        var f = new Rastrigin();
        IReadOnlyList<RandomRestart.Run> runs = RandomRestart.From(f, new RandomStream(4), [5], 5, 12, 0.3, 600);
        RandomRestart.Run best = RandomRestart.Best(runs);
        return new("12 random restarts", Plane("", "w", (-14, 16), "loss", (-0.5, 13),
        [
            Line.Of(x => f.Value([x]), -14, 16) with { Color = Palette.Grey },
            OnCurve(f, [.. runs.Select(r => r.Start)]) with { Label = "start", Color = Palette.Blue, Filled = false },
            OnCurve(f, [.. runs.Select(r => r.End)]) with { Label = "end", Color = Palette.Vermillion },
            OnCurve(f, [best.End])
                with { Label = "best", Color = Palette.Black, Shape = MarkerShape.Diamond, Size = 11 },
        ]));
    }
}
