using MathNet.Numerics.Statistics;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Regularization;

/// <summary>Figures of errors against complexity and time.</summary>
internal static class FitFigures
{
    private static readonly NoisyCurve curve = NoisyCurve.Draw(new RandomStream(6));

    public static Figure Complexity()
    {
        int[] degrees = [.. Enumerable.Range(0, 16)];
        IReadOnlyList<(double Training, double Validation)> errors = curve.ByDegree(degrees);
        Panel Of(int degree)
        {
            var fit = PolynomialFit.Of(curve.Training.X, curve.Training.Y, degree);
            return new()
            {
                Title = $"degree {degree}", X = "x", Y = new Axis("y") { Min = -2.2, Max = 2.2 },
                ShowLegend = degree == 1,
                Series =
                [
                    new Markers(curve.Training.X, curve.Training.Y) { Color = ColorOf.Data, Size = 5, Label = "data" },
                    Line.Of(NoisyCurve.Truth, -1, 1) with
                    { Color = ColorOf.Truth, Style = LineStyle.Dashed, Label = "truth" },
                    Line.Of(fit.At, -1, 1) with { Color = ColorOf.Fit, Width = 2.2, Label = "fit" },
                ],
            };
        }

        return Figure.Grid("Underfitting and overfitting", 2,
        [
            Of(1), Of(3), Of(15),
            new Panel
            {
                Title = "error by degree", X = "degree",
                Y = new Axis("mean squared error") { Scale = AxisScale.Log, Min = 0.01, Max = 100 },
                Series = Curves([.. degrees.Select(d => (double)d)],
                    [.. errors.Select(e => e.Training)], [.. errors.Select(e => e.Validation)]),
            },
        ]) with
        { Height = 640 };
    }

    public static Figure Neurons()
    {
        int[] widths = [1, 2, 4, 8, 16];
        (double Training, double Validation)[] medians = [.. widths.Select(H =>
        {
            (double Training, double Validation)[] runs =
                [.. Enumerable.Range(1, 3).Select(seed => curve.ByNeurons(H, (ulong)seed, 400))];
            return (runs.Select(r => r.Training).Median(), runs.Select(r => r.Validation).Median());
        })];
        return Figure.Grid("1-H-1 of tanh units on twenty points, 400 updates", 1, [new Panel
        {
            X = new Axis("hidden units H")
                { Scale = AxisScale.Log, Ticks = [.. widths.Select(H => new Tick(H, $"{H}"))] },
            Y = new Axis("mean squared error") { Min = 0 },
            Series = Curves([.. widths.Select(H => (double)H)],
                [.. medians.Select(m => m.Training)], [.. medians.Select(m => m.Validation)]),
        }]) with
        { Height = 460 };
    }

    public static Figure Stopping()
    {
        History run = OverfitRun.Bare.History;
        (int stopped, int best) = EarlyStopping.Of(run.ValidationLosses, 20);
        return Figure.Grid($"2-100-100-2: best epoch {best}, stopped at {stopped}", 1, [new Panel
        {
            X = new Axis("epoch") { Scale = AxisScale.Log }, Y = new Axis("mean loss") { Min = 0, Max = 0.8 },
            Series =
            [
                .. Losses(run), new VerticalLine(best) { Color = ColorOf.Minimum, Label = "best epoch" },
                new VerticalLine(stopped) { Color = ColorOf.Truth, Label = "patience of 20 runs out" },
                new Annotation(Math.Sqrt(best), 0.75, "underfitting") { Color = ColorOf.Truth },
                new Annotation(Math.Sqrt(stopped * 100.0), 0.75, "overfitting") { Color = ColorOf.Truth },
            ],
        }]) with
        { Height = 540 };
    }

    public static Figure ThreeNetworks()
    {
        SampleSet training = HouseNetworks.Draw(new RandomStream(1), 300),
            validation = HouseNetworks.Draw(new RandomStream(2), 300);
        History Of(Sequential network, Penalty? penalty) =>
            HouseNetworks.Train(network, penalty, training, validation, 25, 1).History;
        (string Name, History History)[] runs =
        [
            ("10-32-32-1", Of(HouseNetworks.Plain(new RandomStream(3)), null)),
            ("four layers of 100", Of(HouseNetworks.Large(new RandomStream(3), 0, 100), null)),
            ("the same, L2 and dropout",
                Of(HouseNetworks.Large(new RandomStream(3), 0.3, 100), new Penalty(l2: 0.01))),
        ];
        return Figure.Grid("Three networks on 300 synthetic houses", 3, [.. runs.Select((run, i) => new Panel
        {
            Title = run.Name, X = "epoch", Y = new Axis(i == 0 ? "mean loss" : "") { Min = 0, Max = 1.5 },
            ShowLegend = i == 0, Series = Losses(run.History),
        })]) with
        { Height = 340, ShareY = true };
    }

    private static IReadOnlyList<Series> Losses(History run) => Curves(
        [.. Enumerable.Range(1, run.Epochs.Count).Select(e => (double)e)], run.Losses, run.ValidationLosses);

    private static IReadOnlyList<Series> Curves(double[] x, double[] training, double[] validation) =>
    [
        new Line(x, training) { Color = ColorOf.Training, Label = "training", Width = 2.2 },
        new Line(x, validation) { Color = ColorOf.Validation, Label = "validation", Width = 2.2 },
    ];
}
