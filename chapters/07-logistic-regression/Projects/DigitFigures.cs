using Reference.Datasets;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Classification;

/// <summary>Figures of softmax regression on digits.</summary>
internal static class DigitFigures
{
    private static readonly Lazy<DigitTraining> LazyDrawn = new(() =>
        DigitTraining.Run(Digits.Train, Digits.Test, seed: 1));

    /// <summary>1500 drawn digits, and 500 held out.</summary>
    public static (LabelledImages Train, LabelledImages Test) Digits { get; } =
        (DrawnDigits.Draw(new RandomStream(71), 1500), DrawnDigits.Draw(new RandomStream(72), 500));

    /// <summary>The real digits of a folder, or the drawn ones.</summary>
    public static (LabelledImages Train, LabelledImages Test) Of(string? folder) =>
        folder is null ? Digits : (Mnist.Train(folder), Mnist.Test(folder));

    /// <summary>A training on the drawn digits, 20 epochs.</summary>
    public static DigitTraining Drawn => LazyDrawn.Value;

    public static Figure Weights(DigitTraining run)
    {
        IReadOnlyList<double[,]> images = run.WeightImages(new ImageShape(DrawnDigits.Side, DrawnDigits.Side, 1));
        double largest = images.Max(image => image.Cast<double>().Max(Math.Abs));
        return new Figure("The weights of the ten classes", new Panel
        {
            ShowAxes = false, ShowGrid = false,
            Series =
            [
                new ImageGrid(images, 5)
                    { Map = ColorMap.Diverging, Range = (-largest, largest), Captions = [.. DrawnDigits.Classes] },
            ],
        }) { Width = 900, Height = 460 };
    }

    public static Figure Confusion(DigitTraining run) => new(
        $"{run.Confusion.Accuracy():0.0 %} of {run.Confusion.Samples} held-out digits are read correctly",
        new Panel
        {
            X = "predicted", Y = "true", ShowGrid = false, AspectEqual = true,
            Series =
            [
                new HeatMap(run.Confusion.ToArray())
                {
                    Map = ColorMap.Blues, CellFormat = "0",
                    RowLabels = [.. DrawnDigits.Classes], ColumnLabels = [.. DrawnDigits.Classes],
                    OriginAtTop = true, ColorBar = "digits",
                },
            ],
        }) { Width = 720, Height = 620 };
}
