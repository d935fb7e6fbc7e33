using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Datasets.Tests;

public class DataFiguresTests
{
    [Fact]
    public void The_sheet_shows_every_point_of_every_set()
    {
        Figure figure = DataFigures.SyntheticSheet();
        Assert.Equal(5, figure.Panels.Count);
        Assert.Equal([150, 240, 100, 100],
            figure.Panels.Take(4).Select(p => p.Series.OfType<Markers>().Sum(m => m.Xs.Count)));
        Assert.Equal([3, 3, 2, 2], figure.Panels.Take(4).Select(p => p.Series.Count));
        var xor = (Markers)figure.Panels[2].Series[1];
        // class 1 of XOR lies on x₁ + x₂ = 1
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal(1, xor.Xs[i] + xor.Ys[i], 0.1));
        Draw(figure, "synthetic");
    }

    [Fact] // S0-101: the grid of digits
    public void The_digit_grid_has_a_row_for_each_class()
    {
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(1), 400);
        Figure figure = DataFigures.DigitGrid("Drawn digits", digits, 12);
        var grid = (ImageGrid)figure.Panels[0].Series[0];
        Assert.Equal((120, 12, 10), (grid.Images.Count, grid.Columns, grid.Rows));
        int first = Enumerable.Range(0, 400).First(n => digits.Labels[n] == 3);
        Assert.Equal(digits.Images[first][28 * 14 + 14] / 255.0, grid.Images[36][14, 14], 1e-15);
        Draw(figure, "digits");
        Draw(DataFigures.PetGrid(), "pets");
    }

    [Fact]
    public void The_grid_of_real_digits_is_drawn_where_they_are()
    {
        LabelledImages digits = Mnist.Test(RealData.At("mnist"));
        Figure figure = DataFigures.DigitGrid("MNIST", digits, 12);
        Assert.Equal(120, ((ImageGrid)figure.Panels[0].Series[0]).Images.Count);
        Draw(figure, "mnist");
    }

    [Fact] // S4-064: original against crop
    public void The_augmentation_grid_shows_the_crop_beside_the_original()
    {
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(1), 40);
        Figure figure = DataFigures.AugmentationGrid(digits,
            Enumerable.Range(0, 40).First(n => digits.Labels[n] == 4));
        var grid = (ImageGrid)figure.Panels[0].Series[0];
        Assert.Equal(grid.Images.Count, grid.Captions!.Count);
        (double[,] original, double[,] crop) = (grid.Images[0], grid.Images[1]);
        Assert.Equal((28, 20), (original.GetLength(0), crop.GetLength(0)));
        Assert.Equal(original[4 + 9, 4 + 7], crop[9, 7], 1e-12);
        Assert.Equal(original[10, 27 - 9], grid.Images[4][10, 9], 1e-12);
        Assert.NotEqual(grid.Images[10], grid.Images[11]);
        Draw(figure, "augmentation");
    }

    private static void Draw(Figure figure, string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At($"{name}.png"), new PngRenderer { Scale = 1 }.Render(figure));
        // Read back by the reader of this project: the file is an image of the figure's size.
        Picture picture = PictureFile.Read(folder.At($"{name}.png"));
        Assert.Equal((Math.Round(figure.Height), Math.Round(figure.Width)),
            (picture.Shape.Height, picture.Shape.Width));
    }
}
