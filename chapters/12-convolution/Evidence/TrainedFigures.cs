using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Classification;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Convolutions;

/// <summary>Figures of kernels and networks that were trained, here on drawn digits.</summary>
internal static class TrainedFigures
{
    // S0-133, to six digits.
    private static readonly double[] Printed =
    [
        0.686052, 0.673772, 0.647118, 0.601777, 0.572172, 0.507631, 0.463790, 0.411126, 0.385947, 0.293678, 0.245422,
        0.207021, 0.143288, 0.134955, 0.085061,
    ];

    private static readonly Lazy<(LabelledImages Training, LabelledImages Test)> Drawn =
        new(() => DigitsNetwork.Images(null, 600, 200));

    private static readonly Lazy<(Trainer Trainer, History History)> Upright = new(() =>
        DigitRuns.Train(Drawn.Value.Training.ToSampleSet(), Drawn.Value.Test.ToSampleSet(), 6, 1));

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

    /// <summary>The first kernels of a network, the maps of a digit, and the maps of the second layer.</summary>
    public static Figure Features() => Features(Upright.Value.Trainer, Drawn.Value.Test);

    public static Figure Features(Trainer trainer, LabelledImages digits)
    {
        var network = (Sequential)trainer.Network;
        Conv2D first = (Conv2D)network.Layers[0];
        MatrixView x = Matrices.Column(digits.ToSampleSet()[0].X).View();
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
        return Figure.Grid("What the network of the notes has learned", 3,
        [
            Sheet("6 kernels (red > 0 > blue)", new([.. Enumerable.Range(0, 6).Select(o =>
                Matrix<double>.Build.Dense(3, 3, (i, j) => W[o, i * 3 + j]).ToArray())], 2)
                { Map = ColorMap.Diverging, Range = (-most, most) }),
            Sheet("their maps of a digit, after ReLU", new(maps[0], 2) { Range = (0, Most(maps[0])) }),
            Sheet("16 maps of the second layer", new(maps[1], 4) { Range = (0, Most(maps[1])) }),
        ]) with { Height = 460 };
    }

    /// <summary>Loss, accuracy, confusion matrix and misread digits.</summary>
    public static Figure Training() => Training(
        Upright.Value.Trainer, Upright.Value.History, Drawn.Value.Test, "600 drawn digits");

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

    private static readonly Lazy<Figure> Turned = new(() =>
    {
        (LabelledImages training, LabelledImages test) = Drawn.Value;
        Trainer turned = DigitRuns.Train(
            DigitRuns.Turned(training, -45, 45, 5), test.ToSampleSet(), 6, 1).Trainer;
        double[] angles = [.. Enumerable.Range(0, 13).Select(i => -90 + 15.0 * i)];
        double[] Of(Trainer trainer) => [.. angles.Select(angle =>
            trainer.Evaluate(DigitRuns.Turned(test, angle, angle, 1)).Metric)];
        return new("Accuracy on drawn digits that are turned", new Panel
        {
            X = "angle (degrees)", Y = new("accuracy") { Min = 0, Max = 1 },
            Series =
            [
                new Line(angles, Of(Upright.Value.Trainer))
                { Label = "trained on upright digits", Color = Palette.Vermillion },
                new Line(angles, Of(turned)) { Label = "trained with turns of up to 45°", Color = Palette.Blue },
            ],
        });
    });

    private static readonly Lazy<Figure> Mixed = new(() =>
    {
        (SampleSet training, SampleSet test) = (Drawn.Value.Training.ToSampleSet(), Drawn.Value.Test.ToSampleSet());
        (SampleSet mixed, SampleSet mixedTest) =
            (DigitRuns.Scrambled(training, 7), DigitRuns.Scrambled(test, 7));
        double[] Of(SampleSet a, SampleSet b, bool dense) =>
            DigitRuns.Train(a, b, 6, 1, dense).History.ValidationMetrics;
        return Figure.Grid("The same digits with their pixels in another order", 2,
        [
            Two("dense network 784-120-84-10", Of(training, test, true), Of(mixed, mixedTest, true)),
            Two("convolutional network", Upright.Value.History.ValidationMetrics, Of(mixed, mixedTest, false)),
        ]) with { ShareY = true };
    });

    public static Figure Angles() => Turned.Value;

    public static Figure Scrambled() => Mixed.Value;

    public static Figure PrintedLosses() => new("Losses of dogs and cats as S0 prints them", new Panel
    {
        X = "epoch", Y = new("mean cross-entropy") { Scale = AxisScale.Log },
        Series =
        [
            new Markers([.. Enumerable.Range(0, Printed.Length).Select(e => (double)e)], Printed)
            { Color = ColorOf.Data, Size = 6 },
        ],
    });

    internal static int[] Read(Trainer trainer, SampleSet set) =>
        [.. Enumerable.Range(0, set.Count).Select(n =>
            trainer.Predict(Matrices.Column(set[n].X)).Column(0).MaximumIndex())];

    private static double Most(List<double[,]> maps) => maps.Max(map => map.Cast<double>().Max());

    private static Panel Two(string title, double[] upright, double[] mixed) => new()
    {
        Title = title, X = "epoch", Y = new("held-out accuracy") { Min = 0, Max = 1 },
        Series =
        [
            new Line(Epochs(upright), upright) { Label = "pixels in place", Color = Palette.Blue },
            new Line(Epochs(mixed), mixed) { Label = "pixels in another order", Color = Palette.Vermillion },
        ],
    };

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
