using Reference.Datasets;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Classification;

/// <summary>Figures of softmax regression on digits.</summary>
internal static class DigitFigures
{
    private static readonly Lazy<DigitTraining> LazyDrawn = new(() =>
        DigitTraining.Run(DrawnDigits.Draw(new RandomStream(71), 1500), DrawnDigits.Draw(new RandomStream(72), 500), seed: 1));

    /// <summary>A training on drawn digits: 1500 to learn from, 500 held out, 20 epochs.</summary>
    public static DigitTraining Drawn => LazyDrawn.Value;

    public static Figure WeightsOfDrawn() => Weights(Drawn);

    public static Figure ConfusionOfDrawn() => Confusion(Drawn);

    public static Figure Course()
    {
        double[] epochs = [.. Drawn.Errors.Select((_, e) => e + 1.0)];
        return new Figure("Softmax regression on drawn digits", new Panel
        {
            X = new Axis("epoch"),
            Y = new Axis("training error (nats)") { Min = 0 },
            RightY = new Axis("held-out accuracy") { Min = 0, Max = 1 },
            Legend = Legend.BottomRight,
            Series =
            [
                new Line(epochs, Drawn.Errors) { Label = "training error", Color = Palette.Blue },
                new Line(epochs, Drawn.Accuracies)
                    { Label = "held-out accuracy (right axis)", Color = Palette.Vermillion, Style = LineStyle.Dashed, OnRightAxis = true },
            ],
        });
    }

    public static Figure Weights(DigitTraining run)
    {
        IReadOnlyList<double[,]> images = run.WeightImages(new ImageShape(DrawnDigits.Side, DrawnDigits.Side, 1));
        double largest = images.Max(image => image.Cast<double>().Max(Math.Abs));
        return new Figure("The weights of the ten classes", new Panel
        {
            ShowAxes = false,
            ShowGrid = false,
            Series = [new ImageGrid(images, 5) { Map = ColorMap.Diverging, Range = (-largest, largest), Captions = [.. DrawnDigits.Classes] }],
        })
        { Width = 900, Height = 460 };
    }

    public static Figure Confusion(DigitTraining run) =>
        new($"{run.Confusion.Accuracy():0.0 %} of {run.Confusion.Samples} held-out digits are read right", new Panel
        {
            X = "predicted",
            Y = "true",
            ShowGrid = false,
            AspectEqual = true,
            Series =
            [
                new HeatMap(run.Confusion.ToArray())
                {
                    Map = ColorMap.Blues, CellFormat = "0",
                    RowLabels = [.. DrawnDigits.Classes], ColumnLabels = [.. DrawnDigits.Classes],
                    OriginAtTop = true, ColorBar = "digits",
                },
            ],
        })
        { Width = 720, Height = 620 };
}
