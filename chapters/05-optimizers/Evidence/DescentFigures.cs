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
        (double X, double Y, string Text)[] steps =
        [
            (0, 1, "1  forward pass:\npredictions"), (2.6, 1, "2  loss: compare\nwith the targets"),
            (2.6, -1, "3  backward pass:\ngradients"), (0, -1, "4  update:\nθ ← θ − η u"),
        ];
        (double X0, double Y0, double X1, double Y1)[] arrows =
            [(0.75, 1, 1.8, 1), (2.6, 0.6, 2.6, -0.6), (1.8, -1, 0.75, -1), (0, -0.6, 0, 0.6)];
        return new Figure("The cycle of training", new Panel
        {
            ShowAxes = false,
            ShowGrid = false,
            X = new Axis("") { Min = -1, Max = 3.6 },
            Y = new Axis("") { Min = -1.6, Max = 1.6 },
            Series =
            [
                .. arrows.Select(a => new Arrow(a.X0, a.Y0, a.X1, a.Y1) { Color = Palette.Blue, Width = 2.4 }),
                .. steps.Select(s => new Annotation(s.X, s.Y, s.Text)),
                new Annotation(1.3, 0, "gradients are set to 0\nbefore every backward pass") { Color = Palette.Grey },
            ],
        }) with
        { Width = 700, Height = 420 };
    }

    public static Figure Parabola() => Figure.Grid("Descent on x²", 3, [.. new (double η, string Name)[]
        { (0.05, "η = 0.05: slow"), (0.3, "η = 0.3: good"), (0.95, "η = 0.95: overshoots") }.Select((rate, i) =>
    {
        double[] path = Descent.Path(new ScalarDescent(rate.η), x => 2 * x, -1.5, 12),
            values = [.. path.Select(x => x * x)];
        return new Panel
        {
            Title = rate.Name,
            X = new Axis("x") { Min = -1.8, Max = 1.8 },
            Y = new Axis("x²") { Min = -0.1, Max = 3 },
            Series =
            [
                Line.Of(x => Quadratic.Parabola.Value([x]), -1.8, 1.8) with { Color = Palette.Grey },
                new Line(path, values) { Color = Palette.Order[i], Width = 1.4 },
                new Markers(path, values) { Color = Palette.Order[i], Size = 6 },
            ],
        };
    })]);

    public static Figure Contours() =>
        Figure.Grid("Descent on the error of two weights", 3, [.. new (double η, string Name)[]
        { (0.12 * limit, "small"), (0.6 * limit, "good"), (0.96 * limit, "large") }.Select((rate, i) => new Panel
    {
        Title = $"{rate.Name}: η = {rate.η:0.000}",
        X = new Axis("w₁") { Min = -1, Max = 3 },
        Y = new Axis("w₂") { Min = -1.5, Max = 2.5 },
        Series =
        [
            OptimizerFigures.Contours(Tilted, (-1, 3), (-1.5, 2.5), [0.05, 0.2, 0.5, 1, 2, 4, 7, 11, 16, 24]),
            .. Path(Descent.Path(Tilted, [-0.6, 2.1], p => new GradientDescent(p, rate.η), 25), Palette.Order[i]),
            new Markers([1], [0.5]) { Color = Palette.Black, Size = 9 },
        ],
    })]);

    public static Figure Rates() => new("Four learning rates", new Panel
    {
        X = new Axis("step"),
        Y = new Axis("error") { Scale = AxisScale.Log, Min = 1e-4, Max = 1e3 },
        Series = [.. new (double Share, string Name, Color Color)[]
            { (0.01, "low", Palette.Blue), (0.5, "good", Palette.Vermillion), (0.985, "high", Palette.Green),
                (1.04, "very high", Palette.Purple) }
            .Select(r => Losses(Descent.Path(Tilted, [-0.6, 2.1], p => new GradientDescent(p, r.Share * limit), 60),
                Tilted) with
            {
                Label = $"{r.Name}: {r.Share:0.###} of 2/λ",
                Color = r.Color,
                Width = 2.4,
            })],
    });

    public static Figure TwoMinima() => new("A local and a global minimum", new Panel
    {
        X = new Axis("w") { Min = -2, Max = 2 },
        Y = new Axis("loss") { Min = -4, Max = 2.5 },
        Series =
        [
            Line.Of(x => new DoubleWell().Value([x]), -2, 2) with { Color = Palette.Grey, Label = "x⁴ − 3x² + 0.7x" },
            .. new (double Start, string Name, Color Color)[]
                { (1.7, "from 1.7: the local minimum", Palette.Vermillion),
                    (-0.15, "from −0.15: the global one", Palette.Blue) }
                .Select(s => OnCurve(new DoubleWell(),
                    Descent.Path(new DoubleWell(), [s.Start], p => new GradientDescent(p, 0.02), 60))
                    with { Size = 7, Label = s.Name, Color = s.Color }),
        ],
    });

    public static Figure Saddle()
    {
        double[][] path = Descent.Path(Quadratic.Saddle, [1, 1], p => new GradientDescent(p, 0.1), 400);
        return new Figure("A saddle", new Panel
        {
            X = new Axis("m") { Min = -3, Max = 2 },
            Y = new Axis("l") { Min = -2, Max = 3 },
            AspectEqual = true,
            Series =
            [
                Plotting.Contours.Of((m, l) => Quadratic.Saddle.Value([m, l]), (-3, 2), (-2, 3))
                    with { Filled = true, ColorBar = "3m² + 2l² + 5ml + 23",
                        Levels = [22.5, 22.8, 22.95, 23.05, 23.5, 25, 30, 40, 60] },
                new Line([.. path.Select(x => x[0])], [.. path.Select(x => x[1])])
                    { Color = Palette.Vermillion, Width = 2.4, Label = "descent from (1, 1)" },
                new Markers([0], [0])
                    { Color = Palette.Orange, Shape = MarkerShape.Cross, Size = 12, Label = "∇ = 0" },
            ],
        });
    }

    public static Figure BatchPaths()
    {
        // The exercise of S4 with noise on the targets, so that the records disagree.
        var random = new RandomStream(7);
        LeastSquaresLine exercise = LeastSquaresLine.Exercise;
        var noisy = new LeastSquaresLine([.. exercise.X], [.. exercise.Y.Select(y => y + random.Normal())]);
        (string Name, Color Color, double[][] Points)[] runs =
        [
            ("single record", Palette.Orange, Run(1, 3)), ("batches of 5", Palette.Green, Run(5, 3)),
            ("all 60", Palette.Blue, Run(60, 60)),
        ];
        return Pair("Full, small and single-sample batches",
            new Panel
            {
                Title = "the path of (w, b)",
                X = new Axis("w") { Min = -4, Max = 3 },
                Y = new Axis("b") { Min = -3.5, Max = 4 },
                ShowLegend = false,
                Series =
                [
                    OptimizerFigures.Contours(noisy, (-4, 3), (-3.5, 4), [1.5, 3, 6, 10, 16, 24, 36, 50, 70]),
                    .. runs.SelectMany(r => Path(r.Points, r.Color)),
                ],
            },
            new Panel
            {
                Title = "loss over all records",
                X = new Axis("update") { Min = 0, Max = 60 },
                Y = new Axis("mean squared error") { Scale = AxisScale.Log },
                Series = [.. runs.Select(r =>
                    Losses([.. r.Points.Take(61)], noisy) with { Label = r.Name, Color = r.Color })],
            });

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
                Schedule.WarmUp(Schedule.Cosine(1, 0, 100, e), 10, e), LineStyle.Dotted),
        }.Select((s, i) => new Line(Steps(100), [.. Enumerable.Range(0, 101).Select(s.Rate)])
            { Label = s.Name, Style = s.Style, Steps = i == 1, Width = 2.4 })],
    });

    public static Figure Restarts()
    {
        var f = new Rastrigin();
        IReadOnlyList<RandomRestart.Run> runs = RandomRestart.From(f, new RandomStream(4), [5], 5, 12, 0.3, 600);
        RandomRestart.Run best = RandomRestart.Best(runs);
        double[] number = Steps(runs.Count)[1..];
        return Pair("Random restarts",
            new Panel
            {
                Title = "starts and ends",
                X = new Axis("w") { Min = -14, Max = 16 },
                Y = new Axis("loss") { Min = -0.5, Max = 13 },
                Series =
                [
                    Line.Of(x => f.Value([x]), -14, 16) with { Color = Palette.Grey },
                    OnCurve(f, [.. runs.Select(r => r.Start)])
                        with { Label = "start", Color = Palette.Blue, Filled = false },
                    OnCurve(f, [.. runs.Select(r => r.End)]) with { Label = "end", Color = Palette.Vermillion },
                    OnCurve(f, [best.End])
                        with { Label = "best", Color = Palette.Black, Shape = MarkerShape.Diamond, Size = 11 },
                ],
            },
            new Panel
            {
                Title = "best so far",
                X = new Axis("restart"),
                Y = new Axis("loss"),
                Series =
                [
                    new Markers(number, [.. runs.Select(r => r.Loss)])
                        { Label = "this restart", Color = Palette.Vermillion },
                    new Line(number, [.. number.Select(k => RandomRestart.Best([.. runs.Take((int)k)]).Loss)])
                        { Label = "best so far", Color = Palette.Black, Steps = true },
                ],
            });
    }
}
