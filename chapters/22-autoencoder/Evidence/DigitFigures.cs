using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Networks;
using Reference.Plotting;

namespace Reference.Autoencoders;

/// <summary>Figures of autoencoders that were trained on digits.</summary>
public static class DigitFigures
{
    /// <summary>Errors by code size, and one digit of each class reconstructed. // linear, deep [sizes][seeds];
    /// images [784 × N]</summary>
    public static Figure Sizes(
        int[] sizes, double[] components, double[][] linear, double[][] deep,
        IReadOnlyList<(string Name, Matrix<double> X)> images, IReadOnlyList<int> labels)
    {
        double[] k = [.. sizes.Select(size => (double)size)];
        double[] Median(double[][] of) => [.. of.Select(seeds => seeds.Order().ElementAt(seeds.Length / 2))];
        return Figure.Grid("Held-out digits from codes of k numbers", 2,
        [
            new Panel
            {
                Title = "error", X = new("numbers in the code, k")
                {
                    Scale = AxisScale.Log, Ticks = [.. sizes.Select(size => new Tick(size, $"{size}"))],
                },
                Y = new("squared error a pixel") { Min = 0 },
                Series =
                [
                    new Line(k, components) { Color = Palette.Grey, Label = "principal components", Width = 4 },
                    new Line(k, Median(linear)) { Color = Palette.Vermillion, Label = "784-k-784", Width = 1.5 },
                    new Line(k, Median(deep)) { Color = Palette.Blue, Label = "784-256-64-k and back" },
                ],
            },
            Sheet("reconstructions", images, labels),
        ]);
    }

    /// <summary>Held-out digits in codes of two numbers. // Z [2 × N]</summary>
    public static Figure Codes(IReadOnlyList<(string Name, Matrix<double> Z)> maps, IReadOnlyList<int> labels) =>
        Figure.Grid("Held-out digits in codes of two numbers", 2,
            [.. maps.Select(map => Map(map.Name, map.Z, labels))]);

    /// <summary>Damaged digits and what networks make of them. // [784 × N]</summary>
    public static Figure Damage(
        IReadOnlyList<(string Name, Matrix<double> X)> images, IReadOnlyList<int> labels) =>
        new("Damaged digits and their reconstructions from 32 numbers", Sheet("", images, labels))
            { Height = 460, Width = 760 };

    /// <summary>Codes of two numbers, and the images of a grid over them. // Z [2 × N]</summary>
    public static Figure Holes(Autoencoder autoencoder, Matrix<double> Z, IReadOnlyList<int> labels)
    {
        const int side = 14;
        (double Low, double High)[] range = [.. Z.EnumerateRows().Select(row =>
            row.ToArray().Order().ToArray() is var sorted
                ? (Results.Quantile(sorted, 0.01), Results.Quantile(sorted, 0.99)) : default)];
        double At((double Low, double High) r, int i) => r.Low + (r.High - r.Low) * (i + 0.5) / side;
        Matrix<double> grid = Matrix<double>.Build.Dense(2, side * side, (i, n) =>
            i == 0 ? At(range[0], n % side) : At(range[1], side - 1 - n / side));
        Matrix<double> X = autoencoder.Decoder.Forward(grid, Mode.Inference);
        Panel map = Map("codes of held-out digits", Z, labels);
        return Figure.Grid("Between the clusters of a convolutional autoencoder", 2,
        [
            map with
            {
                X = map.X with { Min = range[0].Low, Max = range[0].High },
                Y = map.Y with { Min = range[1].Low, Max = range[1].High },
            },
            new Panel
            {
                Title = "images of codes in the same rectangle", ShowAxes = false, ShowGrid = false,
                Series = [new ImageGrid([.. X.EnumerateColumns().Select(x => Square(x))], side) { Range = (0, 1) }],
            },
        ]) with { Height = 560 };
    }

    private static Panel Map(string title, Matrix<double> Z, IReadOnlyList<int> labels) => new()
    {
        Title = title, X = "z₁", Y = "z₂",
        Series =
        [
            .. Enumerable.Range(0, 10).Select(digit =>
            {
                int[] of = [.. Enumerable.Range(0, labels.Count).Where(n => labels[n] == digit)];
                return new Markers([.. of.Select(n => Z[0, n])], [.. of.Select(n => Z[1, n])])
                {
                    Size = 4.5, Label = $"{digit}", Color = ColorMap.Viridis.At(digit % 5 / 4.0),
                    Shape = digit < 5 ? MarkerShape.Circle : MarkerShape.Triangle, Filled = digit < 5,
                };
            }).Where(markers => markers.Xs.Count > 0),
        ],
    };

    // One digit of each class, a row of them for each set of images, below a gap of two pixels.
    private static Panel Sheet(
        string title, IReadOnlyList<(string Name, Matrix<double> X)> images, IReadOnlyList<int> labels)
    {
        int[] chosen = [.. Enumerable.Range(0, 10).Select(digit => Enumerable.Range(0, labels.Count)
            .FirstOrDefault(n => labels[n] == digit, -1)).Where(n => n >= 0)];
        int rows = images.Count;
        Matrix<double> sheet = Matrix<double>.Build.Dense(30 * rows - 2, 30 * chosen.Length - 2, 1);
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < chosen.Length; c++)
            {
                Matrix<double> x = Matrix<double>.Build.DenseOfArray(Square(images[r].X.Column(chosen[c])));
                sheet.SetSubMatrix(
                    30 * (rows - 1 - r), 30 * c, Matrix<double>.Build.Dense(28, 28, (i, j) => x[27 - i, j]));
            }
        }

        return new()
        {
            Title = title, ShowGrid = false, AspectEqual = true, X = new("") { Ticks = [] },
            Y = new("") { Ticks = [.. images.Select((of, r) => new Tick(30 * (rows - 1 - r) + 13.5, of.Name))] },
            Series = [new HeatMap(sheet.ToArray()) { Map = ColorMap.Grey, Min = 0, Max = 1 }],
        };
    }

    private static double[,] Square(Vector<double> x) =>
        Matrix<double>.Build.Dense(28, 28, (i, j) => Math.Clamp(x[28 * i + j], 0, 1)).ToArray();
}
