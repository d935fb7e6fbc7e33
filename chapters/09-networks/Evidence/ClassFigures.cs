using Reference.Datasets;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Networks;

/// <summary>Figures of networks with several classes.</summary>
internal static class ClassFigures
{
    // [actual, predicted]
    private static double[,] Confusion(ILayer network, SampleSet set, int classes)
    {
        var counts = new double[classes, classes];
        for (int n = 0; n < set.Count; n++)
        {
            counts[set.Labels[n], Read(network, set, n)]++;
        }

        return counts;
    }

    public static Figure Cars()
    {
        SampleSet training = CarClasses.Draw(new RandomStream(1), 400),
            test = CarClasses.Draw(new RandomStream(2), 200);
        string[] names = ["1", "2", "3", "4"];
        Panel Of(string title, double[,] counts) => new()
        {
            Title = title, X = "predicted class", Y = "actual class", AspectEqual = true, ShowGrid = false,
            Series =
            [
                new HeatMap(counts)
                {
                    OriginAtTop = true, Map = ColorMap.Blues, Min = 0, Max = 50, CellFormat = "0",
                    RowLabels = names, ColumnLabels = names,
                },
            ],
        };

        // One output has one largest: every car is called class 1.
        return Figure.Grid("200 cars held out", 2,
        [
            Of("Dense(1, softmax), as printed", Confusion(CarClasses.Build(1, new RandomStream(3)), test, 4)),
            Of("Dense(4, softmax), 30 epochs",
                Confusion(CarClasses.Train(training, test, 1, 30).Trainer.Network, test, 4)),
        ]) with
        { Width = 880, Height = 460 };
    }

    public static Figure Regions()
    {
        LabelledPoints points = ClassNetworks.Spirals(1);
        var map = new ColorMap("classes",
            [.. new[] { Palette.Blue, Palette.Orange, Palette.Green }.Select(c => c.Towards(Palette.White, 0.6))]);
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
                    XorFigures.OnGrid(trainer.Network, (-1.15, 1.15), 110, z => z.MaximumIndex()) with
                    { Smooth = false, Map = map, Min = 0, Max = 2 },
                    .. Enumerable.Range(0, 3).Select(c => OfClass(points, c)),
                ],
            };
        })]) with
        { Width = 900, Height = 900 };
    }

    private static Markers OfClass(LabelledPoints points, int label)
    {
        int[] members = [.. Enumerable.Range(0, points.Labels.Length).Where(n => points.Labels[n] == label)];
        return new Markers([.. members.Select(n => points.X[0, n])], [.. members.Select(n => points.X[1, n])])
        { Color = new[] { Palette.Blue, Palette.Orange, Palette.Green }[label], Size = 4 };
    }

    public static Figure Activations()
    {
        (SampleSet training, SampleSet test, string what) = DigitsNetwork.Digits(null, 500, 200);
        IReadOnlyList<(string Name, History History)> runs = ClassNetworks.Compare(training, test, 1, 25);
        return Figure.Grid($"784-50-10 on {what}, descent at 0.1", 2,
        [
            Epochs.Panel("training loss", new("mean loss") { Min = 0 },
                [.. runs.Select(r => (r.Name, r.History.Losses))]),
            Epochs.Panel("validation accuracy", new("share right") { Min = 0, Max = 1 },
                [.. runs.Select(r => (r.Name, r.History.ValidationMetrics))]),
        ]);
    }

    public static Figure Digits()
    {
        (SampleSet training, SampleSet test, string what) = DigitsNetwork.Digits(null, 800, 200);
        (Trainer trainer, History history) = DigitsNetwork.Train(training, test, 1, 12);
        return OfDigits(trainer, history, test, what);
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
                ("training", history.Losses), ("test", history.ValidationLosses)),
            Epochs.Panel($"accuracy, {history.ValidationMetrics[^1]:P1} at the end",
                new("share right") { Min = 0, Max = 1 },
                ("training", history.Metrics), ("test", history.ValidationMetrics)),
            new Panel
            {
                Title = "misread", ShowAxes = false,
                Series =
                [
                    new ImageGrid([.. misread.Select(m => m.Image)], 4)
                    { Captions = [.. misread.Select(m => m.Caption)], Range = (0, 1) },
                ],
            },
        ]) with
        { Width = 1260, Height = 400 };
    }

    private static int Read(ILayer network, SampleSet set, int n) =>
        network.Forward(Matrices.Column(set[n].X), Mode.Inference).Column(0).MaximumIndex();

    private static double[,] Image(double[] pixels)
    {
        var image = new double[28, 28];
        for (int i = 0; i < 784; i++)
        {
            image[i / 28, i % 28] = pixels[i];
        }

        return image;
    }
}
