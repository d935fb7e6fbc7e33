using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using Reference.Book;
using Reference.Classification;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Convolutions;

/// <summary>Figures of kernels and networks that were trained.</summary>
public static class TrainedFigures
{
    // S0-133, to six digits.
    private static readonly double[] Printed =
    [
        0.686052, 0.673772, 0.647118, 0.601777, 0.572172, 0.507631, 0.463790, 0.411126, 0.385947, 0.293678, 0.245422,
        0.207021, 0.143288, 0.134955, 0.085061,
    ];

    /// <summary>The error of a kernel that is learned, and the kernel at three moments. S2-143.</summary>
    public static Figure Planted()
    {
        (double[] losses, double[][,] kernels) = PlantedKernel.Find(NamedKernels.SobelX, 60, 0, 10, 60);
        double[] steps = [.. Enumerable.Range(0, 60).Select(t => (double)t)];
        return Figure.Grid("Descent finds Sobel's kernel from its maps", 4,
        [
            new Panel
            {
                Title = "squared error", X = "step", Y = new("mean squared error") { Scale = AxisScale.Log },
                Series = [new Line(steps, losses) { Color = ColorOf.Training }],
            },
            .. kernels.Zip(new[] { "start", "10 steps", "60 steps" }, (kernel, title) => Kernel(title, kernel)),
        ]) with { Height = 320 };
    }

    /// <summary>The maps of a digit under kernels made by hand and under those that a network has learned, and the
    /// maps of its second layer.</summary>
    public static Figure Features(Trainer trainer, LabelledImages digits)
    {
        var network = (Sequential)trainer.Network;
        Conv2D first = (Conv2D)network.Layers[0];
        double[] pixels = digits.ToSampleSet()[digits.Labels.Index().First(one => one.Item == 4).Index].X;
        double[,] digit = MapFigures.Square(pixels);
        MatrixView x = Matrices.Column(pixels).View();
        List<double[,]>[] maps = [[], []];
        foreach ((ILayer layer, int l) in network.Layers.Take(5).Select((layer, l) => (layer, l)))
        {
            x = layer.Forward(x, Mode.Inference);
            if (l is 1 or 4)
            {
                ImageShape shape = ((Conv2D)network.Layers[l - 1]).Output;
                maps[l / 4].AddRange(Enumerable.Range(0, shape.Channels).Select(c => Channel(x.ToMatrix(), shape, c)));
            }
        }

        double[,] W = first.Parameters[0].Value.ToArray();
        double most = W.Cast<double>().Max(Math.Abs);
        return Figure.Grid("Kernels made by hand, and those that the network of the notes has learned", 3,
        [
            MapFigures.Picture("a held-out digit", digit, signed: false),
            MapFigures.Picture("Sobel, vertical edges", ScalarConvolution.Correlate(digit, NamedKernels.SobelX)),
            MapFigures.Picture("Sobel, horizontal edges", ScalarConvolution.Correlate(digit, NamedKernels.SobelY)),
            Sheet("6 kernels (red > 0 > blue)", new([.. Enumerable.Range(0, 6).Select(o =>
                Matrix<double>.Build.Dense(3, 3, (i, j) => W[o, i * 3 + j]).ToArray())], 2)
                { Map = ColorMap.Diverging, Range = (-most, most) }),
            Sheet("their maps of a digit, after ReLU", new(maps[0], 2) { Range = (0, Most(maps[0])) }),
            Sheet("16 maps of the second layer", new(maps[1], 4) { Range = (0, Most(maps[1])) }),
        ]) with { Height = 740 };
    }

    /// <summary>Loss, accuracy, confusion matrix and misread digits.</summary>
    public static Figure Training(Trainer trainer, History history, LabelledImages test, string what)
    {
        SampleSet set = test.ToSampleSet();
        int[] read = Read(trainer, set);
        var confusion = new double[10, 10];
        for (int n = 0; n < set.Count; n++)
        {
            confusion[set.Labels[n], read[n]]++;
        }

        int[] wrong = [.. Enumerable.Range(0, set.Count).Where(n => read[n] != set.Labels[n]).Take(12)];
        return Figure.Grid($"The MNIST network on {what}", 2,
        [
            Curves("loss", new("mean loss") { Min = 0 }, history.Losses, history.ValidationLosses),
            Curves($"accuracy, {history.ValidationMetrics[^1]:P1} at the end", new("accuracy") { Max = 1 },
                history.Metrics, history.ValidationMetrics),
            new Panel
            {
                Title = "digits by row, as read by column", X = "read as", Y = "digit", AspectEqual = true,
                ShowGrid = false,
                Series =
                [
                    new HeatMap(confusion)
                    {
                        OriginAtTop = true, Map = ColorMap.Blues, CellFormat = "0", RowLabels = DrawnDigits.Classes,
                        ColumnLabels = DrawnDigits.Classes,
                    },
                ],
            },
            wrong.Length == 0
                ? Sheet("no digit misread; some of them", new(
                    [.. Enumerable.Range(0, 12).Select(n => MapFigures.Square(set[n].X))], 4) { Range = (0, 1) })
                : Sheet("misread", new([.. wrong.Select(n => MapFigures.Square(set[n].X))], 4)
                {
                    Range = (0, 1), Captions = [.. wrong.Select(n => $"{set.Labels[n]} as {read[n]}")],
                }),
        ]);
    }

    /// <summary>The accuracy on turned digits: medians as lines, every seed as a dot.</summary>
    /// <param name="angles">The angles of the held-out digits. // [A]</param>
    /// <param name="turns">The greatest angles in training. // [T]</param>
    /// <param name="accuracies">For every turn and seed. // [T][seeds][A]</param>
    /// <param name="what">Of the digits.</param>
    public static Figure Angles(double[] angles, double[] turns, double[][][] accuracies, string what) =>
        new($"Accuracy on held-out digits that are turned, after {what}", new Panel
        {
            X = "angle (degrees)", Y = new("accuracy") { Min = 0, Max = 1 },
            Series = [.. turns.SelectMany((turn, t) => Medians(
                angles, accuracies[t],
                turn == 0 ? "trained on upright digits" : $"trained with turns of up to {turn}°",
                new[] { Palette.Vermillion, Palette.Green, Palette.Blue }[t]))],
        });

    /// <summary>The held-out accuracy by epoch: dense in place and scrambled, then convolutional.
    /// // [4][seeds][epochs]</summary>
    public static Figure Scrambled(double[][][] curves, string what)
    {
        Panel Of(string title, int i) => new()
        {
            Title = title, X = "epoch", Y = new("held-out accuracy") { Max = 1 },
            Series =
            [
                .. Medians(Epochs(curves[i][0]), curves[i], "pixels in place", Palette.Blue),
                .. Medians(Epochs(curves[i][0]), curves[i + 1], "pixels in another order", Palette.Vermillion),
            ],
        };
        return Figure.Grid($"{what} with their pixels in another order", 2,
            [Of("dense network 784-120-84-10", 0), Of("convolutional network", 2)]) with { ShareY = true };
    }

    /// <summary>The losses that S0 prints for dogs and cats. S0-133.</summary>
    public static Figure PrintedLosses() => new("Losses of dogs and cats as S0 prints them", new Panel
    {
        X = "epoch", Y = new("mean cross-entropy") { Scale = AxisScale.Log },
        Series =
        [
            new Markers([.. Enumerable.Range(0, Printed.Length).Select(e => (double)e)], Printed)
            { Color = ColorOf.Data, Size = 6 },
        ],
    });

    private static int[] Read(Trainer trainer, SampleSet set) =>
        [.. Enumerable.Range(0, set.Count).Select(n =>
            trainer.Predict(Matrices.Column(set[n].X)).Column(0).MaximumIndex())];

    private static double Most(List<double[,]> maps) => maps.Max(map => map.Cast<double>().Max());

    private static IEnumerable<Series> Medians(double[] x, double[][] runs, string label, Color color) =>
    [
        new Line(x, [.. x.Select((_, i) => runs.Select(run => run[i]).Median())]) { Label = label, Color = color },
        new Markers([.. runs.SelectMany(_ => x)], [.. runs.SelectMany(run => run)]) { Color = color, Size = 4 },
    ];

    private static Panel Curves(string title, Axis y, double[] training, double[] test) => new()
    {
        Title = title, X = "epoch", Y = y,
        Series =
        [
            new Line(Epochs(training), training) { Label = "training", Color = ColorOf.Training },
            new Line(Epochs(test), test) { Label = "held out", Color = ColorOf.Validation },
        ],
    };

    private static double[] Epochs(double[] values) => [.. Enumerable.Range(1, values.Length).Select(e => (double)e)];

    private static Panel Kernel(string title, double[,] kernel) => new()
    {
        Title = title, ShowAxes = false, ShowGrid = false, AspectEqual = true,
        Series =
        [
            new HeatMap(kernel)
                { OriginAtTop = true, Map = ColorMap.Diverging, CellFormat = "0.00", Min = -2, Max = 2 },
        ],
    };

    private static Panel Sheet(string title, ImageGrid images) =>
        new() { Title = title, ShowAxes = false, ShowGrid = false, Series = [images] };

    private static double[,] Channel(Matrix<double> x, ImageShape shape, int c) => Matrix<double>.Build.Dense(
        shape.Height, shape.Width, (i, j) => x[shape.IndexOf(i, j, c), 0]).ToArray();
}
