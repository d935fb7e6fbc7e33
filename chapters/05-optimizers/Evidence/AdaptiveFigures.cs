using Reference.Numerics;
using Reference.Plotting;
using static Reference.Optimizers.OptimizerFigures;

namespace Reference.Optimizers;

/// <summary>Figures of Adam and of restarts.</summary>
internal static class AdaptiveFigures
{
    public static Figure AdamOnThermometer()
    {
        LeastSquaresLine loss = LeastSquaresLine.Thermometer;
        double[][] path = Descent.Path(loss, LeastSquaresLine.ThermometerStart, p => new Adam(p, 0.1), 3000);
        return Figure.Grid("Adam on the thermometer, η = 0.1", 2,
        [
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
                Legend = Legend.TopRight,
                Series =
                [
                    new Line(Steps(3000), [.. path.Select(p => p[0])]) { Label = "w", Color = Palette.Blue },
                    new Line(Steps(3000), [.. path.Select(p => p[1])])
                        { Label = "b (right)", Color = Palette.Vermillion, OnRightAxis = true,
                            Style = LineStyle.Dashed },
                ],
            },
        ]) with
        { Width = 1000 };
    }

    public static Figure Restarts()
    {
        var f = new Rastrigin();
        IReadOnlyList<RandomRestart.Run> runs = RandomRestart.From(f, new RandomStream(4), [5], 5, 12, 0.3, 600);
        RandomRestart.Run best = RandomRestart.Best(runs);
        double[] number = Steps(runs.Count)[1..];
        return Figure.Grid("Random restarts", 2,
        [
            new Panel
            {
                Title = "starts and ends",
                X = new Axis("w") { Min = -14, Max = 16 },
                Y = new Axis("loss") { Min = -0.5, Max = 13 },
                Legend = Legend.TopRight,
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
                Legend = Legend.TopRight,
                Series =
                [
                    new Markers(number, [.. runs.Select(r => r.Loss)])
                        { Label = "this restart", Color = Palette.Vermillion },
                    new Line(number, [.. number.Select(k => RandomRestart.Best([.. runs.Take((int)k)]).Loss)])
                        { Label = "best so far", Color = Palette.Black, Steps = true },
                ],
            },
        ]) with
        { Width = 1000 };
    }
}
