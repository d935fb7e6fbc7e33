using Reference.Book;
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
        double[] impulse = [1, .. new double[60]];
        return Figure.Grid("Exponentially weighted moving averages", 3,
        [
            new()
            {
                Title = "from v₀ = 0, as in the notes", ShowLegend = false,
                X = new Axis("t"),
                Y = new Axis("value") { Min = 0, Max = 14 },
                Series =
                [
                    new Markers(t, x) { Color = Palette.Grey, Size = 3 },
                    .. Each(t, β => MovingAverage.Of(x, β)),
                ],
            },
            Plane("the first 60, corrected for bias", "t", (0, 60), "value", (0, 14),
            [
                new Markers(t[..60], x[..60]) { Color = Palette.Grey, Size = 3 },
                .. Each(t[..60], β => MovingAverage.Corrected(x[..60], β)),
                new Line(t[..60], MovingAverage.Of(x[..60], 0.98))
                    { Color = Palette.Order[2], Style = LineStyle.Dashed },
                new Annotation(42, 2.6, "uncorrected") { Color = Palette.Order[2] },
            ]) with { ShowLegend = false },
            new()
            {
                Title = "weight of a value k steps old",
                X = new Axis("k"),
                Y = new Axis("(1 − β)βᵏ") { Scale = AxisScale.Log, Min = 1e-4, Max = 1 },
                Series = [.. Each(Steps(60), β => MovingAverage.Of(impulse, β))],
            },
        ]) with
        { Height = 400 };

        IEnumerable<Line> Each(double[] at, Func<double, double[]> of) => betas.Select((β, i) =>
            new Line(at, of(β)) { Label = $"β = {β}", Color = Palette.Order[i], Width = 2.2 });
    }

    public static Figure Ravine() => Figure.Grid("30 steps in the ravine ½(x² + 25y²)", 1,
    [.. new (string Name, Func<IReadOnlyList<Parameter>, IOptimizer> Create)[]
        { ("GD, η = 0.074", p => new GradientDescent(p, 0.074)),
            ("momentum 0.7, η = 0.04", p => new Momentum(p, 0.04, 0.7)) }
        .Select(rule => Plane(rule.Name, "x", (-10, 3), "y", (-1.6, 1.6),
        [
            OptimizerFigures.Contours(Quadratic.Ravine, (-10, 3), (-1.6, 1.6), [0.5, 2, 5, 10, 18, 28, 40, 55, 75]),
            .. Path(Descent.Path(Quadratic.Ravine, [-9, 1], rule.Create, 30)),
            new Markers([0], [0]) { Color = ColorOf.Minimum, Size = 8 },
        ]))]) with
    { Height = 640, ShareX = true };

    public static Figure Race() => Figure.Grid("A race", 1,
    [
        RacePanel("ravine ½(x² + 25y²) from (−8, 1)", Quadratic.Ravine, [-8, 1], 200, 0, 1e-8),
        RacePanel("Rosenbrock's valley from (−1.2, 1)", new Rosenbrock(), [-1.2, 1], 1000, 1, 1e-3),
    ]) with
    { Height = 780 };

    private static Panel RacePanel(
        string title, IObjective f, double[] start, int steps, int which, double least) => new()
    {
        Title = title,
        X = new Axis("step"),
        Y = new Axis("loss") { Scale = AxisScale.Log, Min = least, Max = 200 },
        Series = [.. Racers.Select(r =>
            Losses(Descent.Path(f, start, p => r.Create(p, r.Rates[which]), steps), f) with
        {
            Label = r.Name,
            Color = ColorOf.Optimizer(r.Name),
            Style = r.Name is "AdamW" or "Nesterov" ? LineStyle.Dashed : LineStyle.Solid,
            Width = 1.8,
        })],
    };

    public static Figure Valley() => Figure.Grid("400 steps in Rosenbrock's valley from (−1.2, 1)", 3,
        [.. Racers.Where(r => r.Name != "AdamW").Select(r =>
            Plane($"{r.Name}, η = {r.Rates[1]}", "x", (-1.6, 1.5), "y", (-0.4, 1.7),
            [
                Levels(new Rosenbrock(), (-1.6, 1.5), (-0.4, 1.7), [0.3, 1, 3, 10, 30, 100]),
                Path(Descent.Path(new Rosenbrock(), [-1.2, 1], p => r.Create(p, r.Rates[1]), 400),
                    ColorOf.Optimizer(r.Name))[0],
                new Markers([1], [1]) { Color = ColorOf.Minimum, Size = 8 },
            ]))]) with
    { ShareX = true, ShareY = true };
}
