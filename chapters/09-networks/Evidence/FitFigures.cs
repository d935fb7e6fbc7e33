using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Backpropagation;
using Reference.Book;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.Networks;

/// <summary>Figures of curves that networks are fitted to, and of the curves of their losses.</summary>
internal static class FitFigures
{
    /// <summary>A loss that goes to 0, one that rises now and then, and two that stay on a plateau.</summary>
    public static Figure Plateau()
    {
        double[] rough = ClassNetworks
            .Train(ClassNetworks.Spirals(1), [2, 16, 16, 3], width => new Relu(width), 1, 100).History.Losses;
        int[] rises = [.. Enumerable.Range(1, rough.Length - 1).Where(t => rough[t] > rough[t - 1])];
        (string? Name, Color Color, History History)[] xor =
        [
            ("one unit, η = 0.01", Palette.Vermillion, XorNetwork.Train(0, 0.01, 6, 1000).History),
            ("2-4-1, η = 0.01", Palette.Green, XorNetwork.Train(4, 0.01, 6, 1000).History),
            ("2-4-1, η = 0.1", Palette.Blue, XorNetwork.Train(4, 0.1, 6, 1000).History),
        ];
        Panel updown = Epochs.Panel("mini-batches: the loss rises now and then",
            new("mean loss") { Scale = AxisScale.Log }, (null, ColorOf.Training, rough));
        Panel stuck = Epochs.Panel("XOR: a plateau at ln 2, for some time or for good",
            new("mean loss") { Min = 0, Max = 0.8 },
            [.. xor.Select(run => (run.Name, run.Color, run.History.Losses))]);
        return Figure.Grid("Loss curves", 2,
        [
            Epochs.Panel("separable classes, one batch: the loss goes to 0", new("mean loss") { Min = 0 },
                (null, ColorOf.Training, OnTable(400))),
            updown with
            {
                Series = [.. updown.Series, new Markers(
                    [.. rises.Select(t => t + 1.0)], [.. rises.Select(t => rough[t])])
                    { Color = Palette.Vermillion, Size = 6, Label = "higher than the epoch before" }],
            },
            stuck with { Series = [.. stuck.Series, new HorizontalLine(Math.Log(2)) { Label = "ln 2" }] },
            Epochs.Panel("XOR: the accuracy of the same runs", new("accuracy") { Min = 0, Max = 1.05 },
                [.. xor.Select(run => (run.Name, run.Color, run.History.Metrics))]),
        ]);
    }

    // One unit on the standardised table of chapter 08, whose classes a line divides. S3-215.
    private static double[] OnTable(int steps)
    {
        var unit = new Dense(2, 1, Initializers.Zero);
        var trainer = new Trainer(unit, new SigmoidCrossEntropy(), new Adam(unit.Parameters, 0.1));
        Matrix<double> X = Matrix<double>.Build.DenseOfArray(ToyTable.Standardised),
            Y = Matrix<double>.Build.DenseOfArray(ToyTable.Y);
        return [.. Enumerable.Range(0, steps).Select(_ => trainer.Step(X, Y))];
    }

    public static Figure Bumps()
    {
        double Hill(double x) => Math.Sin(x) + 0.3 * x;
        Line Half(double at) => Line.Of(x => ScalarActivations.Sigmoid(3 * (x - at)), 0, 10) with
        { Style = LineStyle.Dotted, Color = Palette.Grey };
        Line Bump(double k, int i) => Line.Of(x => Approximation.Bump(x, 3, 7, k), 0, 10) with
        { Label = $"k = {k}", Color = ColorOf.Time(i, 3), Width = 2.2 };
        Line Sum(int bumps, int i) => Line.Of(x => Approximation.OfBumps(Hill, x, 0, 10, bumps), 0, 10) with
        { Label = $"{bumps} bumps", Color = ColorOf.Time(i, 2), Width = 2 };
        return Figure.Grid("From two sigmoids to any curve", 2,
        [
            new Panel
            {
                Title = "σ(k(x − 3)) − σ(k(x − 7))", X = "x", Y = new Axis("y") { Min = -0.05, Max = 1.7 },
                Series =
                [
                    Bump(1, 0), Bump(3, 1), Bump(20, 2), Half(3) with { Label = "the two sigmoids, k = 3" }, Half(7),
                ],
            },
            new Panel
            {
                Title = "sin x + 0.3x from bumps side by side", X = "x", Y = "y",
                Series =
                [
                    Sum(8, 0), Sum(40, 1), Line.Of(Hill, 0, 10) with
                    { Color = ColorOf.Truth, Label = "the function", Style = LineStyle.Dashed },
                ],
            },
        ]);
    }

    /// <summary>One, two and six hidden units on a curve and on two intervals.</summary>
    public static Figure Width()
    {
        double[] X = Approximation.X.Row(0).ToArray(), some = [.. X.Where((_, i) => i % 5 == 0)];
        Panel Of(string title, Axis y, Markers points, Trainer trainer, Matrix<double> X, params Series[] more) =>
            new()
        {
            Title = title, X = "x", Y = y, ShowLegend = false,
            Series =
            [
                points with { Size = 4.5, Color = ColorOf.Data },
                .. more,
                new Line(X.Row(0).ToArray(), trainer.Predict(X).Row(0).ToArray()) { Color = ColorOf.Fit, Width = 2.4 },
            ],
        };

        return Figure.Grid("1-H-1: sin x by tanh units (best of three starts), two intervals by sigmoids", 3,
        [
            .. new[] { 1, 2, 4 }.Select(hidden =>
            {
                (Trainer trainer, double error) = Enumerable.Range(1, 3)
                    .Select(seed => Approximation.Sine(hidden, (ulong)seed, 2000)).MinBy(run => run.Error);
                return Of($"H = {hidden}: MSE {error:0.0000}", new("y") { Min = -1.3, Max = 1.3 },
                    new(some, [.. some.Select(Math.Sin)]), trainer, Approximation.X);
            }),
            .. new[] { 1, 2, 6 }.Select(hidden =>
            {
                (Trainer trainer, double accuracy) = StepsNetwork.Train(hidden, 2);
                return Of($"H = {hidden}: {accuracy:P0} right", new("class and ŷ") { Min = -0.1, Max = 1.1 },
                    new([.. StepsNetwork.X.Row(0)], [.. StepsNetwork.Y.Row(0)]), trainer, StepsNetwork.X,
                    new HorizontalLine(0.5));
            }),
        ]) with { Height = 580 };
    }

    public static Figure Boston()
    {
        Housing houses = Housing.StandIn();
        return OfFolds(BostonNetwork.Validate(houses.Samples, 4, 100, 1), houses, 1);
    }

    /// <summary>Folds, their mean, and least squares on them; then the mean, cut and smoothed. // [K][T]</summary>
    public static Figure OfFolds(IReadOnlyList<double[]> folds, Housing houses, ulong seed)
    {
        double[] mean = BostonNetwork.Average(folds), epochs = Epochs.UpTo(mean.Length);
        SampleSet set = houses.Samples;
        IReadOnlyList<CrossValidation.Fold> lines =
            CrossValidation.LinearRegression(set, folds.Count, new RandomStream(seed));
        double line = CrossValidation.Score(lines);
        Color light = ColorOf.Validation.Towards(Palette.White, 0.5);
        string what = $"{set.Count} {(houses.IsReal ? "real" : "synthetic")} houses";
        return Figure.Grid($"Boston's network, 13-64-64-1, on {what}", 2,
        [
            new Panel
            {
                Title = "all epochs",
                X = "epoch", Y = new Axis("validation MAE (1000 $)") { Min = 0 },
                Series =
                [
                    .. folds.Select((fold, k) => new Line(epochs, fold)
                    { Label = k == 0 ? "a fold" : null, Color = light, Width = 1.2 }),
                    new Line(epochs, mean) { Label = "mean of the folds", Color = ColorOf.Validation, Width = 2.6 },
                    new HorizontalLine(line) { Label = $"least squares: {line:0.00}" },
                ],
            },
            new Panel
            {
                Title = "from epoch 11 on",
                X = "epoch", Y = "validation MAE (1000 $)",
                Series =
                [
                    new Line(epochs[10..], mean[10..]) { Label = "mean of the folds", Color = light, Width = 1.4 },
                    new Line(epochs[10..], BostonNetwork.Smoothed(mean, 10, 0.9))
                    { Label = "smoothed, β = 0.9", Color = ColorOf.Validation, Width = 2.6 },
                ],
            },
        ]);
    }
}
