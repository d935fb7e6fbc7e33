using Reference.Numerics;
using Reference.Plotting;
using static Reference.Optimizers.OptimizerFigures;

namespace Reference.Optimizers;

/// <summary>Figures of averages, momentum, Adam and the race of optimizers.</summary>
internal static class MomentumFigures
{
    /// <summary>
    /// The optimizers of the race, each with a learning rate that suits it on the ravine and in Rosenbrock's valley.
    /// </summary>
    public static (string Name, Func<IReadOnlyList<Parameter>, double, IOptimizer> Create,
        double[] Rates)[] Racers { get; } =
    [
        ("GD", (p, η) => new GradientDescent(p, η), [0.076, 0.002]),
        ("momentum", (p, η) => new Momentum(p, η, 0.9), [0.02, 0.0005]),
        ("Nesterov", (p, η) => new Momentum(p, η, 0.9, nesterov: true), [0.02, 0.0005]),
        ("AdaGrad", (p, η) => new AdaGrad(p, η), [1, 0.4]),
        ("RMSProp", (p, η) => new RmsProp(p, η, 0.9), [0.1, 0.005]),
        ("Adam", (p, η) => new Adam(p, η), [0.4, 0.05]),
        ("AdamW", (p, η) => new AdamW(p, η, 0.01), [0.4, 0.05]),
    ];

    public static Figure Averages()
    {
        var random = new RandomStream(3);
        double[] t = Steps(200)[1..], betas = [0.5, 0.9, 0.98];
        double[] x = [.. t.Select(i => 8 + 3 * Math.Sin(i / 25) + random.Normal(0, 1.2))];
        return Pair("Exponentially weighted moving averages",
            new Panel
            {
                Title = "as in the notes, from v₀ = 0",
                X = new Axis("t"),
                Y = new Axis("value") { Min = 0, Max = 14 },
                Series =
                [
                    new Markers(t, x) { Color = Palette.Grey, Size = 4, Label = "series" },
                    .. betas.Select((β, i) => new Line(t, MovingAverage.Of(x, β))
                        { Label = $"β = {β}", Color = Palette.Order[i], Width = 2.2 }),
                ],
            },
            new Panel
            {
                Title = "the first 60, with bias correction",
                X = new Axis("t") { Min = 0, Max = 60 },
                Y = new Axis("value") { Min = 0, Max = 14 },
                Series =
                [
                    new Markers(t[..60], x[..60]) { Color = Palette.Grey, Size = 4 },
                    .. betas.Select((β, i) => new Line(t[..60], MovingAverage.Corrected(x[..60], β))
                        { Label = $"β = {β}, corrected", Color = Palette.Order[i], Width = 2.2 }),
                    new Line(t[..60], MovingAverage.Of(x[..60], 0.98))
                        { Label = "β = 0.98, uncorrected", Color = Palette.Order[2], Style = LineStyle.Dotted },
                ],
            });
    }

    public static Figure Ravine() => Figure.Grid("30 steps in the ravine ½(x² + 25y²)", 1,
    [.. new (string Name, Func<IReadOnlyList<Parameter>, IOptimizer> Create)[]
        { ("GD, η = 0.074", p => new GradientDescent(p, 0.074)),
            ("momentum 0.7, η = 0.04", p => new Momentum(p, 0.04, 0.7)) }
        .Select((rule, i) => new Panel
        {
            Title = rule.Name,
            X = new Axis("x") { Min = -10, Max = 3 },
            Y = new Axis("y") { Min = -1.6, Max = 1.6 },
            Series =
            [
                OptimizerFigures.Contours(Quadratic.Ravine, (-10, 3), (-1.6, 1.6),
                    [0.5, 2, 5, 10, 18, 28, 40, 55, 75]),
                .. Path(Descent.Path(Quadratic.Ravine, [-9, 1], rule.Create, 30), Palette.Order[1 + i]),
                new Markers([0], [0]) { Color = Palette.Black, Size = 8 },
            ],
        })]) with
    { Width = 900, Height = 640 };

    public static Figure Race() => Figure.Grid("A race", 2,
    [
        RacePanel("ravine ½(x² + 25y²) from (−8, 1)", Quadratic.Ravine, [-8, 1], 200, 0) with { ShowLegend = false },
        RacePanel("Rosenbrock's valley from (−1.2, 1)", new Rosenbrock(), [-1.2, 1], 1000, 1),
    ]) with
    { Width = 1120 };

    private static Panel RacePanel(string title, IObjective f, double[] start, int steps, int which) => new()
    {
        Title = title,
        X = new Axis("step"),
        Y = new Axis("loss") { Scale = AxisScale.Log, Min = 1e-8, Max = 1e3 },
        Series = [.. Racers.Select((r, i) =>
            Losses(Descent.Path(f, start, p => r.Create(p, r.Rates[which]), steps), f) with
        {
            Label = r.Name,
            Color = Palette.Order[i],
            Style = r.Name is "AdamW" or "Nesterov" ? LineStyle.Dashed : LineStyle.Solid,
            Width = 1.8,
        })],
    };

    public static Figure AdamOnThermometer()
    {
        LeastSquaresLine loss = LeastSquaresLine.Thermometer;
        double[][] path = Descent.Path(loss, LeastSquaresLine.ThermometerStart, p => new Adam(p, 0.1), 3000);
        return Pair("Adam on the thermometer, η = 0.1",
            new Panel
            {
                Title = "the first 40 steps",
                X = new Axis("w"),
                Y = new Axis("b"),
                Series =
                [
                    OptimizerFigures.Contours(loss, (0, 0.9), (-0.6, 1),
                        [2, 10, 50, 100, 200, 400, 700, 1000, 1500, 2000]),
                    .. Path(path[..41], Palette.Vermillion),
                ],
            },
            new Panel
            {
                Title = "both parameters",
                X = new Axis("step"),
                Y = new Axis("w"),
                RightY = new Axis("b (°C)"),
                Series =
                [
                    new Line(Steps(3000), [.. path.Select(p => p[0])]) { Label = "w", Color = Palette.Blue },
                    new Line(Steps(3000), [.. path.Select(p => p[1])])
                        { Label = "b (right)", Color = Palette.Vermillion, OnRightAxis = true,
                            Style = LineStyle.Dashed },
                ],
            });
    }
}
