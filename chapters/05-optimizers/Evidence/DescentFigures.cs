using Reference.Plotting;

namespace Reference.Optimizers;

/// <summary>Figures of plain descent.</summary>
internal static class DescentFigures
{
    public static Figure Cycle()
    {
        (double X, double Y, string Text)[] steps =
        [
            (0, 1, "1  forward pass:\npredictions"), (2.6, 1, "2  loss: compare\nwith the targets"),
            (2.6, -1, "3  backward pass:\ngradients"), (0, -1, "4  update:\nθ ← θ − η u"),
        ];
        (double X0, double Y0, double X1, double Y1)[] arrows = [(0.75, 1, 1.8, 1), (2.6, 0.6, 2.6, -0.6), (1.8, -1, 0.75, -1), (0, -0.6, 0, 0.6)];
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

    public static Figure Parabola()
    {
        (double η, string Name)[] rates = [(0.05, "η = 0.05: slow"), (0.3, "η = 0.3: good"), (0.95, "η = 0.95: swings")];
        return Figure.Grid("Descent on x²", 3, [.. rates.Select((rate, i) =>
        {
            double[] path = Descent.Path(new ScalarDescent(rate.η), x => 2 * x, -1.5, 12);
            return new Panel
            {
                Title = rate.Name,
                X = new Axis("x") { Min = -1.8, Max = 1.8 },
                Y = new Axis("x²") { Min = -0.1, Max = 3 },
                Series =
                [
                    Line.Of(x => Quadratic.Parabola.Value([x]), -1.8, 1.8) with { Color = Palette.Grey },
                    new Line(path, [.. path.Select(x => x * x)]) { Color = Palette.Order[i], Width = 1.4 },
                    new Markers(path, [.. path.Select(x => x * x)]) { Color = Palette.Order[i], Size = 6 },
                ],
            };
        })]);
    }

    /// <summary>The error that the contour figures use: curvatures 2 and 12, turned, with its minimum at (1, ½).</summary>
    public static LeastSquaresLine Tilted { get; } = new([-1, 0, 1, 2, 3], [-0.5, 0.5, 1.5, 2.5, 3.5]);

    public static Figure Contours()
    {
        double limit = new Quadratic(Tilted.Hessian).LargestLearningRate;
        (double η, string Name)[] rates = [(0.12 * limit, "small"), (0.6 * limit, "good"), (0.96 * limit, "large")];
        return Figure.Grid("Descent on the error of two weights", 3, [.. rates.Select((rate, i) => new Panel
        {
            Title = $"{rate.Name}: η = {rate.η:0.000}",
            X = new Axis("w₁") { Min = -1, Max = 3 },
            Y = new Axis("w₂") { Min = -1.5, Max = 2.5 },
            Series =
            [
                Contours(Tilted, (-1, 3), (-1.5, 2.5), [0.05, 0.2, 0.5, 1, 2, 4, 7, 11, 16, 24]),
                .. Walk(Descent.Path(Tilted, [-0.6, 2.1], p => new GradientDescent(p, rate.η), 25), Palette.Order[i]),
                new Markers([1], [0.5]) { Color = Palette.Black, Size = 9 },
            ],
        })]);
    }

    public static Figure Rates()
    {
        (double Share, string Name, Color Color)[] rates =
            [(0.01, "low", Palette.Blue), (0.5, "good", Palette.Vermillion), (0.985, "high", Palette.Green), (1.04, "very high", Palette.Purple)];
        double limit = new Quadratic(Tilted.Hessian).LargestLearningRate;
        return new Figure("Four learning rates", new Panel
        {
            X = new Axis("step"),
            Y = new Axis("error") { Scale = AxisScale.Log, Min = 1e-4, Max = 1e3 },
            Legend = Legend.Outside,
            Series = [.. rates.Select(rate => Losses(Descent.Path(Tilted, [-0.6, 2.1], p => new GradientDescent(p, rate.Share * limit), 60), Tilted) with
            {
                Label = $"{rate.Name}: {rate.Share:0.###} of 2/λ",
                Color = rate.Color,
                Width = 2.4,
            })],
        });
    }

    public static Figure Stability() => new("The thermometer at the edge", new Panel
    {
        X = new Axis("step"),
        Y = new Axis("mean squared error (°C²)") { Scale = AxisScale.Log },
        Legend = Legend.TopLeft,
        Series = [.. new (double η, Color Color)[] { (2.3e-4, Palette.Vermillion), (2.2e-4, Palette.Blue), (1e-4, Palette.Green), (2e-6, Palette.Orange) }
            .Select(s =>
                Losses(Descent.Path(LeastSquaresLine.Thermometer, OptimizerNumbers.Untrained, p => new GradientDescent(p, s.η), 300),
                    LeastSquaresLine.Thermometer) with { Label = $"η = {s.η * 1e4:0.##}·10⁻⁴", Color = s.Color })],
    });

    public static Figure TwoMinima()
    {
        var well = new DoubleWell();
        return new Figure("A local and a global minimum", new Panel
        {
            X = new Axis("w") { Min = -2, Max = 2 },
            Y = new Axis("loss") { Min = -4, Max = 2.5 },
            Legend = Legend.TopRight,
            Series =
            [
                Line.Of(x => well.Value([x]), -2, 2) with { Color = Palette.Grey, Label = "x⁴ − 3x² + 0.7x" },
                .. new (double Start, string Name, Color Color)[]
                    { (1.7, "from 1.7: the local minimum", Palette.Vermillion), (-0.15, "from −0.15: the global one", Palette.Blue) }
                    .Select(s => Run(s.Start) with { Label = s.Name, Color = s.Color }),
            ],
        });

        Markers Run(double start)
        {
            double[] path = [.. Descent.Path(well, [start], p => new GradientDescent(p, 0.02), 60).Select(x => x[0])];
            return new(path, [.. path.Select(x => well.Value([x]))]) { Size = 7 };
        }
    }

    public static Figure Saddle()
    {
        double[][] path = Descent.Path(Quadratic.NotesSaddle, [1, 1], p => new GradientDescent(p, 0.1), 400);
        return new Figure("A saddle", new Panel
        {
            X = new Axis("m") { Min = -3, Max = 2 },
            Y = new Axis("l") { Min = -2, Max = 3 },
            AspectEqual = true,
            Legend = Legend.TopRight,
            Series =
            [
                Plotting.Contours.Of((m, l) => Quadratic.NotesSaddle.Value([m, l]), (-3, 2), (-2, 3))
                    with { Filled = true, ColorBar = "3m² + 2l² + 5ml + 23", Levels = [22.5, 22.8, 22.95, 23.05, 23.5, 25, 30, 40, 60] },
                new Line([.. path.Select(x => x[0])], [.. path.Select(x => x[1])]) { Color = Palette.Vermillion, Width = 2.4, Label = "descent from (1, 1)" },
                new Markers([0], [0]) { Color = Palette.Orange, Shape = MarkerShape.Cross, Size = 12, Label = "∇ = 0" },
            ],
        });
    }

    /// <summary>A path as a line with a mark at every point.</summary>
    internal static IEnumerable<Series> Walk(double[][] path, Color color, string? label = null) =>
    [
        new Line([.. path.Select(x => x[0])], [.. path.Select(x => x[1])]) { Color = color, Width = 1.6, Label = label },
        new Markers([.. path.Select(x => x[0])], [.. path.Select(x => x[1])]) { Color = color, Size = 5 },
    ];

    /// <summary>The loss against steps.</summary>
    internal static Line Losses(double[][] path, IObjective landscape) =>
        new([.. Enumerable.Range(0, path.Length).Select(i => (double)i)], [.. path.Select(landscape.Value)]);

    internal static Contours Contours(IObjective landscape, (double, double) x, (double, double) y, double[] levels) =>
        Plotting.Contours.Of((a, b) => landscape.Value([a, b]), x, y) with { Filled = true, Levels = levels, Map = ErrorMap };

    /// <summary>Light for a small error, dark for a large one.</summary>
    private static ColorMap ErrorMap { get; } = ColorMap.Blues;
}
