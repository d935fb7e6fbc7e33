using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Convolutions;

/// <summary>Figures of kernels, maps and sizes.</summary>
internal static class MapFigures
{
    private static readonly double[,] Numbers = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 10, 11, 12 } };

    public static Figure WalkThrough() => Figure.Grid("A 2 × 2 kernel on a 3 × 4 image", 3,
    [
        Cells("image", Numbers), Cells("kernel", new double[,] { { 1, 2 }, { 3, 4 } }),
        Cells("map: 1·1 + 2·2 + 5·3 + 6·4 = 44 first", ConvolutionNumbers.Symbolic()),
    ]) with { Height = 300 };

    public static Figure Edges()
    {
        double[,] digit = Digit(4);
        return Figure.Grid("A drawn digit and the maps of two edge kernels", 3,
        [
            Picture("digit", digit, signed: false),
            Picture("Sobel, vertical edges", ScalarConvolution.Correlate(digit, NamedKernels.SobelX)),
            Picture("Sobel, horizontal edges", ScalarConvolution.Correlate(digit, NamedKernels.SobelY)),
        ]) with { Height = 340 };
    }

    public static Figure Nine()
    {
        double[,] nine = Digit(9);
        (string Name, double[,] Kernel)[] parts =
            [("loop", NamedKernels.Loop), ("upright", NamedKernels.Upright), ("diagonal", NamedKernels.Diagonal)];
        return Figure.Grid("A 9 seen by three kernels", 4,
        [
            Picture("digit", nine, signed: false),
            .. parts.Select(part => Picture($"kernel: {part.Name}", part.Kernel)),
            Picture("strongest answers", Strongest(nine, parts), signed: false),
            .. parts.Select(part =>
                Picture($"map of the {part.Name}", ScalarConvolution.Correlate(nine, part.Kernel))),
        ]) with { Height = 520 };
    }

    public static Figure Sizes()
    {
        double[] n = [.. Enumerable.Range(5, 28).Select(i => (double)i)];
        Panel Of(string title, params (string Label, Color Color, int K, int P, int S)[] curves) => new()
        {
            Title = title, X = "input size n", Y = "output size",
            Series =
            [
                .. curves.Select(c => new Markers(n, [.. n.Select(v =>
                    (double)Window.OutputSize((int)v, c.K, 2 * c.P, c.S))])
                { Label = c.Label, Color = c.Color, Size = 4 }),
            ],
        };
        return Figure.Grid("Output size by stride, kernel and padding", 2,
        [
            Of("3 × 3 kernel without padding", ("stride 1", Palette.Blue, 3, 0, 1),
                ("stride 2", Palette.Vermillion, 3, 0, 2), ("stride 3", Palette.Green, 3, 0, 3)),
            Of("stride 1", ("3 × 3, p = 1", Palette.Blue, 3, 1, 1), ("3 × 3, p = 0", Palette.Vermillion, 3, 0, 1),
                ("5 × 5, p = 0", Palette.Green, 5, 0, 1)),
        ]) with { ShareY = true };
    }

    public static Figure Pooled()
    {
        double[,] map = ScalarConvolution.Correlate(Digit(4), NamedKernels.SobelX);
        var image = new ImageShape(26, 26, 1);
        Matrix<double> x = Matrices.Column([.. map.Cast<double>().Select(v => Math.Max(v, 0))]);
        double[,] Of(ILayer layer) => Matrix<double>.Build.DenseOfRowMajor(
            13, 13, layer.Forward(x).ToColumnMajorArray()).ToArray();
        return Figure.Grid("ReLU, then pooling: 26 × 26 becomes 13 × 13", 3,
        [
            Picture("map after ReLU", Matrix<double>.Build.DenseOfRowMajor(26, 26, x.Column(0)).ToArray(),
                signed: false),
            Picture("maximum of 2 × 2", Of(new MaxPool2D(image, 2)), signed: false),
            Picture("mean of 2 × 2", Of(new AveragePool2D(image, Window.Square(2, 2))), signed: false),
        ]) with { Height = 340 };
    }

    public static Figure Shifted()
    {
        double[,] digit = Digit(4);
        double[,] moved = Moved(digit, 4);
        return Figure.Grid("A digit, the same digit 4 pixels to the right, and their maps", 4,
        [
            Picture("digit", digit, signed: false), Picture("shifted", moved, signed: false),
            Picture("map", ScalarConvolution.Correlate(digit, NamedKernels.SobelX)),
            Picture("map of the shifted digit", ScalarConvolution.Correlate(moved, NamedKernels.SobelX)),
        ]) with { Height = 290 };
    }

    public static Figure ReceptiveFields()
    {
        double[] layers = [.. Enumerable.Range(1, 6).Select(l => (double)l)];
        double[] Of(int k, int s) => [.. layers.Select(l => (double)ScalarReceptiveField.Of(
            [.. Enumerable.Repeat(k, (int)l)], [.. Enumerable.Repeat(s, (int)l)]))];
        return new("Pixels along a side that a number depends on", new Panel
        {
            X = new("layers") { Ticks = [.. layers.Select(l => new Tick(l, $"{l}"))] },
            Y = new("pixels") { Scale = AxisScale.Log },
            Series =
            [
                new Line(layers, Of(2, 1)) { Label = "2 × 2, stride 1", Color = Palette.Blue },
                new Line(layers, Of(3, 1)) { Label = "3 × 3, stride 1", Color = Palette.Vermillion },
                new Line(layers, Of(3, 2)) { Label = "3 × 3, stride 2", Color = Palette.Green },
            ],
        });
    }

    public static Figure Weights()
    {
        double[] sides = [.. Enumerable.Range(1, 20).Select(i => 50.0 * i)];
        return new("Weights of a first layer on a square colour picture", new Panel
        {
            X = "side (pixels)", Y = new("weights") { Scale = AxisScale.Log },
            Series =
            [
                new Line(sides, [.. sides.Select(n => 1000 * 3 * n * n)])
                { Label = "dense, 1,000 units", Color = Palette.Vermillion },
                new Line(sides, [.. sides.Select(n => new Conv2D(
                    new((int)n, (int)n, 3), 32, Window.Square(3), Initializers.Zero).Parameters[0].Values.Length
                    * 1.0)]) { Label = "32 kernels of 3 × 3", Color = Palette.Blue },
            ],
        });
    }

    public static Figure Augmented()
    {
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(8), 5);
        (string Name, IImageTransform? Step)[] rows = [("as drawn", null), .. DigitRuns.Changes];
        return Figure.Grid("Five drawn digits, and what each change makes of them", 5, [.. rows.Select(row => new Panel
        {
            Title = row.Name, ShowAxes = false, ShowGrid = false,
            Series = [new ImageGrid([.. Enumerable.Range(0, 5).Select(n => Variant(digits, n, row.Step))], 1)
                { Range = (0, 1) }],
        })]) with { Height = 700 };
    }

    internal static double[,] Digit(int label)
    {
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(8), 60);
        return Square(digits.ToSampleSet()[Enumerable.Range(0, 60).First(n => digits.Labels[n] == label)].X);
    }

    /// <summary>A digit as it is drawn. S0-114.</summary>
    internal static double[,] Square(double[] pixels) =>
        Matrix<double>.Build.DenseOfRowMajor(28, 28, pixels).ToArray();

    internal static Panel Picture(string title, double[,] image, bool signed = true)
    {
        double most = image.Cast<double>().Max(Math.Abs);
        return new()
        {
            Title = title, ShowAxes = false, ShowGrid = false, AspectEqual = true,
            Series =
            [
                new HeatMap(image)
                {
                    OriginAtTop = true, Map = signed ? ColorMap.Diverging : ColorMap.Grey, Min = signed ? -most : 0,
                    Max = most,
                },
            ],
        };
    }

    private static Panel Cells(string title, double[,] values) => new()
    {
        Title = title, ShowAxes = false, ShowGrid = false, AspectEqual = true,
        Series = [new HeatMap(values) { OriginAtTop = true, Map = ColorMap.Blues, CellFormat = "0", Min = 0 }],
    };

    private static double[,] Variant(LabelledImages digits, int n, IImageTransform? step)
    {
        if (step is null)
        {
            return Square(digits.ToSampleSet()[n].X);
        }

        var x = new double[784];
        new TransformedImages(digits.Images, step, new RandomStream(20 + (ulong)n)).CopyTo(n, x);
        return Square(x);
    }

    private static double[,] Moved(double[,] image, int right) => Matrix<double>.Build.Dense(
        28, 28, (i, j) => j < right ? 0 : image[i, j - right]).ToArray();

    // Where any of the kernels answers with at least nine tenths of its greatest answer.
    private static double[,] Strongest(double[,] image, (string Name, double[,] Kernel)[] parts)
    {
        double[,] all = (double[,])image.Clone();
        foreach ((_, double[,] kernel) in parts)
        {
            double[,] map = ScalarConvolution.Correlate(image, kernel);
            double most = map.Cast<double>().Max();
            for (int p = 0; p < map.Length; p++)
            {
                (int i, int j) = Math.DivRem(p, map.GetLength(1));
                if (map[i, j] > 0.9 * most)
                {
                    all[i + 3, j + 3] = 2;
                }
            }
        }

        return all;
    }
}
