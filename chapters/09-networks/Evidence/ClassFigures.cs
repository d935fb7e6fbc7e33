using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Networks;

/// <summary>Figures of networks with several classes.</summary>
internal static class ClassFigures
{
    public static Figure Regions()
    {
        LabelledPoints points = ClassNetworks.Spirals(1);
        Matrix<double> X = Matrix<double>.Build.DenseOfArray(points.X);
        Color[] classes = [Palette.Blue, Palette.Orange, Palette.Green];
        int[][] sizes = [[2, 3], [2, 20, 3], [2, 16, 16, 3], [2, 3, 4, 3]];
        return Figure.Grid("Regions of three classes, tanh, 150 epochs", 2, [.. sizes.Select(s =>
        {
            (Trainer trainer, History history) = ClassNetworks.Train(points, s, width => new Tanh(width), 1, 150);
            return new Panel
            {
                Title = $"{string.Join('-', s)}: {history.Metrics[^1]:P0} right",
                X = "x₁", Y = "x₂", AspectEqual = true, ShowGrid = false,
                Series =
                [
                    new HeatMap(XorFigures.OnGrid(trainer.Network, (-1.15, 1.15), 220, z => z.MaximumIndex()))
                    {
                        XRange = (-1.15, 1.15), YRange = (-1.15, 1.15),
                        Map = new("regions", [.. classes.Select(c => c.Towards(Palette.White, 0.6))]),
                    },
                    .. Enumerable.Range(0, classes.Length).Select(Class),
                ],
            };
        })]) with { Width = 900, Height = 900 };

        Markers Class(int k)
        {
            int[] some = [.. Enumerable.Range(0, X.ColumnCount).Where(n => points.Labels[n] == k)];
            return new([.. some.Select(n => X[0, n])], [.. some.Select(n => X[1, n])])
                { Color = classes[k], Size = 4 };
        }
    }

    public static Figure Activations()
    {
        (SampleSet training, SampleSet test, string what) = DigitsNetwork.Digits(null, 500, 200);
        IReadOnlyList<(string Name, History History)> runs = ClassNetworks.Compare(training, test, 1, 25);
        return Figure.Grid($"784-50-10 on {what}, descent at 0.1", 2,
        [
            Epochs.Panel("training loss", new("mean loss") { Min = 0 },
                [.. runs.Select(r => ((string?)r.Name, ColorOf.Activation(r.Name), r.History.Losses))]),
            Epochs.Panel("validation accuracy", new("accuracy") { Min = 0, Max = 1 },
                [.. runs.Select(r => ((string?)r.Name, ColorOf.Activation(r.Name), r.History.ValidationMetrics))]),
        ]);
    }

    // Both figures of one run, drawn here: a network keeps one pass, so two readers must not ask it side by side.
    private static readonly Lazy<(Figure Digits, Figure Units)> Run = new(() =>
    {
        (SampleSet training, SampleSet test, string what) = DigitsNetwork.Digits(null, 800, 200);
        (Trainer trainer, History history) = DigitsNetwork.Train(training, test, 1, 12);
        return (OfDigits(trainer, history, test, what), OfUnits(trainer, test));
    });

    public static Figure Digits() => Run.Value.Digits;

    /// <summary>Digits, what units of the first layer learned, and the probabilities of one digit.</summary>
    public static Figure Units() => Run.Value.Units;

    private static Figure OfUnits(Trainer trainer, SampleSet test)
    {
        Matrix<double> before = DigitsNetwork.Build(new RandomStream(1)).Parameters[0].Value;
        Vector<double>[] units = [.. (trainer.Network.Parameters[0].Value - before).EnumerateRows()
            .OrderByDescending(w => w.L2Norm()).Take(20)];
        double[][] p = [.. Enumerable.Range(0, test.Count)
            .Select(n => trainer.Predict(Matrices.Column(test[n].X)).Column(0).ToArray())];
        int unsure = Enumerable.Range(0, test.Count).MinBy(n => p[n].Max());
        double largest = units.Max(w => w.InfinityNorm());
        Panel Sheet(string title, ImageGrid images) =>
            new() { Title = title, ShowAxes = false, ShowGrid = false, Series = [images] };
        return Figure.Grid("Digits, learned weights, and a prediction", 2,
        [
            Sheet("digits held out", new([.. Enumerable.Range(0, 20).Select(n => Image(test[n].X))], 5)
                { Range = (0, 1) }),
            Sheet("change of the weights of 20 units (red > 0 > blue)",
                new([.. units.Select(w => Image(w.ToArray()))], 5)
                { Map = ColorMap.Diverging, Range = (-largest, largest) }),
            Sheet($"the least certain digit, a {test.Labels[unsure]}", new([Image(test[unsure].X)], 1)
                { Range = (0, 1) }),
            new Panel
            {
                Title = "its probabilities", X = "class", Y = new Axis("probability") { Min = 0, Max = 1 },
                Series = [new Bars(DrawnDigits.Classes, p[unsure]) { ShowValues = "0.00" }],
            },
        ]);
    }

    /// <summary>The curves of a run and the first digits that it misreads.</summary>
    public static Figure OfDigits(Trainer trainer, History history, SampleSet test, string what)
    {
        (double[,] Image, string Caption)[] misread = [.. Enumerable.Range(0, test.Count)
            .Select(n => (n, Read: Read(trainer.Network, test, n)))
            .Where(d => d.Read != test.Labels[d.n]).Take(12)
            .Select(d => (Image(test[d.n].X), $"{test.Labels[d.n]} as {d.Read}"))];
        return Figure.Grid($"784-128-64-10 on {what}", 3,
        [
            Epochs.Panel("loss", new("mean loss") { Min = 0 },
                ("training", ColorOf.Training, history.Losses), ("test", ColorOf.Test, history.ValidationLosses)),
            Epochs.Panel($"accuracy, {history.ValidationMetrics[^1]:P1} at the end",
                new("accuracy") { Min = 0, Max = 1 },
                ("training", ColorOf.Training, history.Metrics),
                ("test", ColorOf.Test, history.ValidationMetrics)),
            new Panel
            {
                Title = "misread", ShowAxes = false,
                Series =
                [
                    new ImageGrid([.. misread.Select(m => m.Image)], 4)
                    { Captions = [.. misread.Select(m => m.Caption)], Range = (0, 1) },
                ],
            },
        ]);
    }

    private static int Read(ILayer network, SampleSet set, int n) =>
        network.Forward(Matrices.Column(set[n].X), Mode.Inference).Column(0).MaximumIndex();

    private static double[,] Image(double[] pixels) => Matrix<double>.Build.DenseOfRowMajor(28, 28, pixels).ToArray();
}
