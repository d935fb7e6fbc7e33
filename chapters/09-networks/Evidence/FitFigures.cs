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
            Series = [.. Enumerable.Range(1, 12).Select(seed => new Line(
                Epochs.UpTo(100), SimpleNet.Train((ulong)seed).History.Losses)
                { Color = Palette.Blue, Opacity = 0.7, Width = 1.4 })],
        },
        new Panel
        {
            Title = "ŷ at (1, 1), 300 runs",
            X = "ŷ", Y = "runs",
            Series =
            [
                new Histogram(
                    [.. Enumerable.Range(1, 300).Select(seed => SimpleNet.Train((ulong)seed).Prediction)], 30),
                new VerticalLine(1),
            ],
        },
    ]);

    public static Figure Plateau()
    {
        double[] down = LossCurves.OnTable(400), flat = XorNetwork.OnCorners(0, 1, 400).Losses;
        double[] rough = ClassNetworks
            .Train(ClassNetworks.Spirals(1), [2, 16, 16, 3], width => new Relu(width), 1, 100).History.Losses;
        Axis fromZero = new("mean loss") { Min = 0 }, log = new("mean loss") { Scale = AxisScale.Log };
        return Figure.Grid("What a loss curve can look like", 3,
        [
            Curve("separable: it goes to 0", "update", fromZero, down),
            Curve("one unit on XOR: ln 2 and no further", "update", fromZero with { Max = 1.2 }, flat),
            Curve("batches: it rises now and then", "epoch", log, rough),
        ]) with
        { Height = 360 };

        static Panel Curve(string title, string x, Axis y, double[] losses) =>
            Epochs.Panel(title, y, (null, losses)) is var panel
                ? panel with { X = x, Series = [.. panel.Series, new HorizontalLine(Math.Log(2))] }
                : panel;
    }

    public static Figure Bumps()
    {
        double Hill(double x) => Math.Sin(x) + 0.3 * x;
        Line Half(double at) => Line.Of(x => ScalarActivations.Sigmoid(3 * (x - at)), 0, 10) with
        { Style = LineStyle.Dotted, Color = Palette.Grey };
        Line Bump(double k, int i) => Line.Of(x => Approximation.Bump(x, 3, 7, k), 0, 10) with
        { Label = $"k = {k}", Color = Palette.Order[i], Width = 2.2 };
        Line Sum(int bumps, int i) => Line.Of(x => Approximation.OfBumps(Hill, x, 0, 10, bumps), 0, 10) with
        { Label = $"{bumps} bumps", Color = Palette.Order[i], Width = 2 };
        return Figure.Grid("From two sigmoids to any curve", 2,
        [
            new Panel
            {
                Title = "σ(k(x − 3)) − σ(k(x − 7))",
                X = "x", Y = new Axis("y") { Min = -0.05, Max = 1.7 },
                Series =
                [
                    Bump(1, 0), Bump(3, 1), Bump(20, 2), Half(3) with { Label = "the two sigmoids, k = 3" }, Half(7),
                ],
            },
            new Panel
            {
                Title = "sin x + 0.3x from bumps side by side",
                X = "x", Y = "y",
                Series =
                [
                    Line.Of(Hill, 0, 10) with
                    { Color = Palette.Black, Label = "the function", Style = LineStyle.Dashed },
                    Sum(8, 0), Sum(40, 1),
                ],
            },
        ]);
    }

    public static Figure Sine()
    {
        double[] X = Approximation.X.Row(0).ToArray(), some = [.. X.Where((_, i) => i % 5 == 0)];
        Markers points = new(some, [.. some.Select(Math.Sin)]) { Label = "sin x", Size = 5 };
        return Fits("sin x by a network 1-H-1 of tanh units", [1, 2, 4, 16], hidden =>
        {
            (Trainer trainer, double error) = Enumerable.Range(1, 3)
                .Select(seed => Approximation.Sine(hidden, (ulong)seed, 2000)).MinBy(run => run.Error);
            return ($"H = {hidden}, best of 3: MSE {error:0.0000}", trainer);
        }, Approximation.X, new("y") { Min = -1.5, Max = 1.5 }, points);
    }

    public static Figure Width()
    {
        Markers points = new([.. StepsNetwork.X.Row(0)], [.. StepsNetwork.Y.Row(0)]) { Label = "class", Size = 5 };
        return Fits("Class 1 between −10 and −5 and between 5 and 10, by 1-H-1", [1, 2, 6, 9], hidden =>
        {
            (Trainer trainer, double accuracy) = StepsNetwork.Train(hidden, 2);
            return ($"H = {hidden}: {accuracy:P0} right", trainer);
        }, StepsNetwork.X, new("ŷ") { Min = -0.1, Max = 1.4 }, points, new HorizontalLine(0.5));
    }

    // A panel for each width of the hidden layer; the first has the legend.
    private static Figure Fits(
        string title, int[] widths, Func<int, (string, Trainer)> train, Matrix<double> X, Axis y,
        Markers points, params Series[] more) => Figure.Grid(title, 2, [.. widths.Select((hidden, i) =>
    {
        (string name, Trainer trainer) = train(hidden);
        return new Panel
        {
            Title = name,
            X = new Axis(i > 1 ? "x" : ""),
            Y = i % 2 == 0 ? y : y with { Label = "" },
            ShowLegend = i == 0,
            Series =
            [
                points,
                new Line(X.Row(0).ToArray(), trainer.Predict(X).Row(0).ToArray()) { Label = "network", Width = 2.4 },
                .. more,
            ],
        };
    })]) with
    { Height = 640 };

    public static Figure Concrete()
    {
        (Trainer trainer, History history, SampleSet rest) =
            ConcreteNetwork.Train(ConcreteNetwork.Draw(new RandomStream(1), 600), 1, 80);
        int[] all = [.. Enumerable.Range(0, rest.Count)];
        double[] actual = [.. all.Select(n => rest[n].Y[0])];
        double[] predicted = [.. all.Select(n => trainer.Predict(Matrices.Column(rest[n].X))[0, 0])];
        return Figure.Grid("Strength of concrete, 8-32-32-1, synthetic mixtures", 2,
        [
            Epochs.Panel("mean absolute error", new("MAE (MPa)") { Min = 0, Max = 30 },
                ("training", history.Metrics), ("validation", history.ValidationMetrics)),
            new Panel
            {
                Title = "mixtures held out",
                X = "actual strength (MPa)", Y = "predicted (MPa)", AspectEqual = true,
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

    /// <summary>The folds and their mean, least squares on the same folds; then the mean cut and smoothed.</summary>
    /// <param name="folds">The validation errors by epoch. // [K][T]</param>
    /// <param name="houses">The samples.</param>
    /// <param name="seed">What divided them.</param>
    public static Figure OfFolds(IReadOnlyList<double[]> folds, Housing houses, ulong seed)
    {
        double[] mean = BostonNetwork.Average(folds), epochs = Epochs.UpTo(mean.Length);
        SampleSet set = houses.Samples;
        IReadOnlyList<CrossValidation.Fold> lines =
            CrossValidation.LinearRegression(set, folds.Count, new RandomStream(seed));
        double line = CrossValidation.Score(lines);
        string what = $"{set.Count} {(houses.IsReal ? "real" : "synthetic")} houses";
        return Figure.Grid($"Boston's network, 13-64-64-1, on {what}", 2,
        [
            new Panel
            {
                Title = "whole",
                X = "epoch", Y = new Axis("validation MAE (1000 $)") { Min = 0 },
                Series =
                [
                    .. folds.Select((fold, k) => new Line(epochs, fold)
                    { Label = k == 0 ? "a fold" : null, Color = Palette.Sky, Width = 1.2 }),
                    new Line(epochs, mean) { Label = "mean of the folds", Color = Palette.Blue, Width = 2.6 },
                    new HorizontalLine(line) { Label = $"least squares: {line:0.00}" },
                ],
            },
            new Panel
            {
                Title = "from epoch 11 on",
                X = "epoch", Y = "validation MAE (1000 $)",
                Series =
                [
                    new Line(epochs[10..], mean[10..])
                    { Label = "mean of the folds", Color = Palette.Sky, Width = 1.4 },
                    new Line(epochs[10..], BostonNetwork.Smoothed(mean, 10, 0.9))
                    { Label = "smoothed, β = 0.9", Color = Palette.Blue, Width = 2.6 },
                ],
            },
        ]);
    }
}
