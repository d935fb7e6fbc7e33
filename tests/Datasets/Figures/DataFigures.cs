using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Datasets.Tests;

/// <summary>The figures of the data sets, as values.</summary>
internal static class DataFigures
{
    /// <summary>A sheet with a panel for each set in the plane and for the series.</summary>
    public static Figure SyntheticSheet()
    {
        SeasonalSeries series = SeasonalSeries.Draw(new RandomStream(7), 96, 0.03, 12, 1, 0.25, 0.6);
        double[] time = [.. Enumerable.Range(0, 96).Select(t => (double)t)];
        return Figure.Grid("Synthetic sets", 4,
        [
            Points("Blobs", Blobs.Draw(new RandomStream(1), new double[,] { { -2, 2, 0 }, { 0, 0, 2.5 } }, 150, 0.5)),
            Points("Spirals", Spirals.Draw(new RandomStream(4), 3, 240, 0.8, 0.02)),
            Points("XOR with noise 0.01", NoisyXor.Draw(new RandomStream(5))),
            Points("Separable, margin 0.15", Separable()),
            new Panel
            {
                Title = "Trend, season, noise",
                X = "t (months)",
                Y = "value",
                Series =
                [
                    new Line(time, series.Values),
                    new Line(time, [.. series.Trend.Zip(series.Season, (a, b) => a + b)]) { Style = LineStyle.Dotted },
                ],
            },
        ]);
    }

    /// <summary>The first digits of each class, one row per class.</summary>
    public static Figure DigitGrid(string title, LabelledImages digits, int each)
    {
        int[] order = [.. Enumerable.Range(0, digits.Classes.Count)
            .SelectMany(c => Enumerable.Range(0, digits.Count).Where(n => digits.Labels[n] == c).Take(each))];
        var image = new PixelBuffer(digits.Images.Shape);
        return Grid(title, each, [.. order.Select(n =>
        {
            digits.Images.Load(n, image);
            return image.Plane(0);
        })], null);
    }

    /// <summary>Pets in their three channels: red, green and blue as grey.</summary>
    public static Figure PetGrid()
    {
        LabelledImages pets = DrawnPets.Draw(new RandomStream(3), 24, 32);
        var image = new PixelBuffer(pets.Images.Shape);
        return Grid("Cats and dogs, drawn (green channel)", 8, [.. Enumerable.Range(0, 24).Select(n =>
        {
            pets.Images.Load(n, image);
            return image.Plane(1);
        })], [.. Enumerable.Range(0, 24).Select(n => pets.Classes[pets.Labels[n]])]);
    }

    /// <summary>One digit, and what each transform makes of it (S4-064: original against crop).</summary>
    public static Figure AugmentationGrid(LabelledImages digits, int index)
    {
        (string Name, IImageTransform Step)[] steps =
        [
            ("original", new Brightness((1, 1))), ("crop to 20", new CentreCrop(20, 20)),
            ("resize to 14", new Resize(14, 14)), ("nearest, to 14", new Resize(14, 14, Interpolation.Nearest)),
            ("flip", new Flip(1)), ("rotation 20°", new Rotation((20, 20))),
            ("zoom 1.4", new Zoom((1.4, 1.4))), ("shift", new Shift((0.15, 0.15), (-0.1, -0.1))),
            ("brightness ½", new Brightness((0.5, 0.5))), ("contrast ½", new Contrast((0.5, 0.5))),
                ("all at random", Random()), ("once more", Random()),
        ];
        var random = new RandomStream(9);
        PixelBuffer image = new(digits.Images.Shape), result = new(digits.Images.Shape);
        digits.Images.Load(index, image);
        return Grid("What transforms make of a digit", 4, [.. steps.Select(s =>
        {
            s.Step.Apply(image, result, random);
            return result.Plane(0);
        })], [.. steps.Select(s => s.Name)]);

        static Compose Random() =>
            new(new Rotation((-15, 15)), new Zoom((0.8, 1.2)), new Shift((-0.1, 0.1), (-0.1, 0.1)),
            new Brightness((0.6, 1.4)));
    }

    private static Figure Grid(string title, int columns, IReadOnlyList<double[,]> images,
        IReadOnlyList<string>? captions)
    {
        int rows = (images.Count + columns - 1) / columns;
        var grid = new ImageGrid(images, columns) { Range = (0, 1), Captions = captions };
        return new Figure(title, new Panel { ShowAxes = false, ShowGrid = false, Series = [grid] })
        {
            Width = 90 * columns,
            Height = 60 + (captions is null ? 90 : 105) * rows,
        };
    }

    private static LabelledPoints Separable()
    {
        SeparableSet set = SeparableSet.Draw(new RandomStream(8), 2, 100, 0.15);
        return new(set.X, set.Labels, 2);
    }

    private static Panel Points(string title, LabelledPoints set) => new()
    {
        Title = title,
        X = "x₁",
        Y = "x₂",
        AspectEqual = true,
        Series = [.. Enumerable.Range(0, set.Classes).Select(c =>
        {
            int[] mine = [.. Enumerable.Range(0, set.Labels.Length).Where(n => set.Labels[n] == c)];
            return new Markers([.. mine.Select(n => set.X[0, n])], [.. mine.Select(n => set.X[1, n])])
                { Size = 5, Shape = (MarkerShape)c };
        })],
    };
}
