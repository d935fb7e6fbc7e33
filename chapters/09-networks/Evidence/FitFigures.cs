using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Networks;

/// <summary>Figures of curves that networks are fitted to, and of the curves of their losses.</summary>
internal static class FitFigures
{
    public static Figure SimpleNetRuns() => Figure.Grid("SimpleNet, 2-4-1 with ReLU, two samples, 100 epochs", 2,
    [
        new Panel
        {
            Title = "loss of twelve runs",
            X = "epoch", Y = new Axis("mean loss of the epoch") { Scale = AxisScale.Log },
            Series = [.. Enumerable.Range(1, 12).Select(seed =>
                new Line(Epochs.UpTo(100), SimpleNet.Train((ulong)seed).History.Losses) { Color = Palette.Blue, Opacity = 0.7, Width = 1.4 })],
        },
        new Panel
        {
            Title = "ŷ at (1, 1), 300 runs",
            X = "ŷ", Y = "runs",
            Series = [new Histogram([.. Enumerable.Range(1, 300).Select(seed => SimpleNet.Train((ulong)seed).Prediction)], 30), new VerticalLine(1)],
        },
    ]);

    public static Figure Plateau()
    {
        double[] down = LossCurves.OnTable(400), flat = XorNetwork.OnCorners(0, 1, 400).Losses;
        double[] rough = ClassNetworks
            .Train(ClassNetworks.Spirals(1), [2, 16, 16, 3], width => new Relu(width), 1, 100).History.Losses;
        return Figure.Grid("What a loss curve can look like", 3,
        [
            Curve("separable: it goes to 0", "update", down),
            Curve("one unit on XOR: ln 2 and no further", "update", flat) with { Y = new Axis("mean loss") { Min = 0, Max = 1.2 } },
            Curve("batches: it rises now and then", "epoch", rough) with { Y = new Axis("mean loss") { Scale = AxisScale.Log } },
        ]) with
        { Height = 360 };
    }

    private static Panel Curve(string title, string x, double[] losses) =>
        new()
        {
            Title = title, X = x, Y = new Axis("mean loss") { Min = 0 },
            Series = [new Line(Epochs.UpTo(losses.Length), losses) { Width = 2.2 }, new HorizontalLine(Math.Log(2))],
        };

    public static Figure Bumps()
    {
        double Hill(double x) => Math.Sin(x) + 0.3 * x;
        return Figure.Grid("From two sigmoids to any curve", 2,
        [
            new Panel
            {
                Title = "σ(k(x − 3)) − σ(k(x − 7))",
                X = "x", Y = new Axis("y") { Min = -0.05, Max = 1.7 }, Legend = Legend.TopLeft,
                Series =
                [
                    .. new[] { 1.0, 3, 20 }.Select((k, i) =>
                        Line.Of(x => Approximation.Bump(x, 3, 7, k), 0, 10) with { Label = $"k = {k}", Color = Palette.Order[i], Width = 2.2 }),
                    Line.Of(x => ScalarActivations.Sigmoid(3 * (x - 3)), 0, 10) with
                    { Style = LineStyle.Dotted, Color = Palette.Grey, Label = "the two sigmoids, k = 3" },
                    Line.Of(x => ScalarActivations.Sigmoid(3 * (x - 7)), 0, 10) with { Style = LineStyle.Dotted, Color = Palette.Grey },
                ],
            },
            new Panel
            {
                Title = "sin x + 0.3x from bumps side by side",
                X = "x", Y = "y", Legend = Legend.TopLeft,
                Series =
                [
                    Line.Of(Hill, 0, 10) with { Color = Palette.Black, Label = "the function", Style = LineStyle.Dashed },
                    .. new[] { 8, 40 }.Select((n, i) =>
                        Line.Of(x => Approximation.OfBumps(Hill, x, 0, 10, n), 0, 10) with { Label = $"{n} bumps", Color = Palette.Order[i], Width = 2 }),
                ],
            },
        ]);
    }

    public static Figure Sine() => Figure.Grid("sin x by a network 1-H-1 of tanh units", 2, [.. new[] { 1, 2, 4, 16 }.Select((hidden, i) =>
    {
        (Trainer trainer, double error) =
            Enumerable.Range(1, 3).Select(seed => Approximation.Sine(hidden, (ulong)seed, 2000)).MinBy(run => run.Error);
        return new Panel
        {
            Title = $"H = {hidden}, best of 3: MSE {error:0.0000}",
            X = new Axis(i > 1 ? "x" : ""),
            Y = new Axis(i % 2 == 0 ? "y" : "") { Min = -1.5, Max = 1.5 },
            Legend = i == 0 ? Legend.BottomLeft : Legend.None,
            Series =
            [
                new Markers([.. Every(Approximation.X, 5)], [.. Every(Approximation.X.PointwiseSin(), 5)]) { Label = "sin x", Size = 5 },
                new Line(Approximation.X.Row(0).ToArray(), trainer.Predict(Approximation.X).Row(0).ToArray()) { Label = "network", Width = 2.4 },
            ],
        };
    })]) with
    { Height = 640 };

    private static IEnumerable<double> Every(Matrix<double> row, int step) => row.Row(0).Where((_, i) => i % step == 0);

    public static Figure Width() => Figure.Grid("Class 1 between −10 and −5 and between 5 and 10, by 1-H-1", 2,
        [.. new[] { 1, 2, 6, 9 }.Select((hidden, i) =>
    {
        (Trainer trainer, double accuracy) = StepsNetwork.Train(hidden, 2);
        return new Panel
        {
            Title = $"H = {hidden}: {accuracy:P0} right",
            X = new Axis(i > 1 ? "x" : ""),
            Y = new Axis(i % 2 == 0 ? "ŷ" : "") { Min = -0.1, Max = 1.4 },
            Legend = i == 0 ? Legend.TopRight : Legend.None,
            Series =
            [
                new Markers(StepsNetwork.X.Row(0).ToArray(), StepsNetwork.Y.Row(0).ToArray()) { Label = "class", Size = 5 },
                new Line(StepsNetwork.X.Row(0).ToArray(), trainer.Predict(StepsNetwork.X).Row(0).ToArray()) { Label = "network", Width = 2.4 },
                new HorizontalLine(0.5),
            ],
        };
    })]) with
    { Height = 640 };

    public static Figure Concrete()
    {
        (Trainer trainer, History history, SampleSet rest) =
            ConcreteNetwork.Train(ConcreteNetwork.Draw(new RandomStream(1), 600), 1, 80);
        double[] actual = [.. Enumerable.Range(0, rest.Count).Select(n => rest[n].Y[0])];
        double[] predicted = [.. Enumerable.Range(0, rest.Count).Select(n => trainer.Predict(Matrices.Column(rest[n].X))[0, 0])];
        return Figure.Grid("Strength of concrete, 8-32-32-1, synthetic mixtures", 2,
        [
            Epochs.Panel("mean absolute error", new("MAE (MPa)") { Min = 0, Max = 30 },
                ("training", history.Metrics), ("validation", history.ValidationMetrics)),
            new Panel
            {
                Title = "mixtures held out",
                X = "actual strength (MPa)", Y = "predicted (MPa)", AspectEqual = true, Legend = Legend.TopLeft,
                Series =
                [
                    new Markers(actual, predicted) { Label = "mixture", Size = 5 },
                    new SlopedLine(1, -1, 0) { Color = Palette.Grey, Label = "predicted = actual" },
                ],
            },
        ]);
    }

    public static Figure Boston()
    {
        Housing houses = Housing.StandIn();
        return OfFolds(BostonNetwork.Validate(houses.Samples, 4, 100, 1), houses, 1);
    }

    /// <summary>
    /// The curves of folds: whole, then without the first ten points, averaged and smoothed; beside them what least squares comes to on the same folds.
    /// </summary>
    /// <param name="folds">The validation errors by epoch. // [K][T]</param>
    /// <param name="houses">The samples.</param>
    /// <param name="seed">What divided them.</param>
    public static Figure OfFolds(IReadOnlyList<double[]> folds, Housing houses, ulong seed)
    {
        double[] mean = BostonNetwork.Average(folds);
        double line = CrossValidation.Score(CrossValidation.LinearRegression(houses.Samples, folds.Count, new RandomStream(seed)));
        string title = $"Boston's network, 13-64-64-1, on {houses.Samples.Count} {(houses.IsReal ? "real" : "synthetic")} houses";
        return Figure.Grid(title, 2,
        [
            new Panel
            {
                Title = "whole",
                X = "epoch", Y = new Axis("validation MAE (1000 $)") { Min = 0 },
                Series =
                [
                    .. folds.Select((fold, k) => new Line(Epochs.UpTo(fold.Length), fold) { Label = k == 0 ? "a fold" : null, Color = Palette.Sky, Width = 1.2 }),
                    new Line(Epochs.UpTo(mean.Length), mean) { Label = "mean of the folds", Color = Palette.Blue, Width = 2.6 },
                    new HorizontalLine(line) { Label = $"least squares: {line:0.00}" },
                ],
            },
            new Panel
            {
                Title = "from epoch 11 on",
                X = "epoch", Y = "validation MAE (1000 $)",
                Series =
                [
                    new Line(Epochs.UpTo(mean.Length - 10, 11), mean[10..]) { Label = "mean of the folds", Color = Palette.Sky, Width = 1.4 },
                    new Line(Epochs.UpTo(mean.Length - 10, 11), BostonNetwork.Smoothed(mean, 10, 0.9)) { Label = "smoothed, β = 0.9", Color = Palette.Blue, Width = 2.6 },
                ],
            },
        ]);
    }
}
