using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Plotting;

namespace Reference.BoltzmannMachines;

/// <summary>Figures of machines of digits, drawn by experiments.</summary>
internal static class DigitFigures
{
    /// <summary>Weights of hidden units as pictures; digits above their reconstructions.</summary>
    public static Figure Filters(BernoulliRbm machine, Matrix<double> held)
    {
        Matrix<double> W = machine.Parameters[0].Value, X = held.SubMatrix(0, 784, 0, 12);
        int[] units = [.. Enumerable.Range(0, machine.Hidden).OrderByDescending(j => W.Row(j).L2Norm()).Take(64)];
        return Figure.Grid("A machine of digits", 2,
        [
            new Panel
            {
                Title = "weights of 64 hidden units", ShowAxes = false,
                Series =
                [
                    new ImageGrid([.. units.Select(j => Picture(W.Row(j)))], 8)
                        { Map = ColorMap.Diverging, Range = (-2.5, 2.5) },
                ],
            },
            new Panel
            {
                Title = "held-out digits above their reconstructions", ShowAxes = false,
                Series = [new ImageGrid(Rows(6, X, machine.Reconstruct(X)), 6) { Range = (0, 1) }],
            },
        ]) with { Height = 480 };
    }

    /// <summary>Digits, what is known of them, and the means that were filled in.</summary>
    public static Figure Completed(Matrix<double> held, Matrix<double> filled, bool[] known)
    {
        int count = Math.Min(12, held.ColumnCount);
        Matrix<double> X = held.SubMatrix(0, 784, 0, count),
            seen = X.MapIndexed((i, _, x) => known[i] ? x : 0.5, Zeros.Include);
        return new("Lower halves filled in", new Panel
        {
            Title = "digits; their upper halves; and the means of the pixels given these", ShowAxes = false,
            Series = [new ImageGrid(Rows(count, X, seen, filled.SubMatrix(0, 784, 0, count)), count)
                { Range = (0, 1) }],
        }) { Height = 300 };
    }

    /// <summary>A column as a picture, row by row. // [784] → [28, 28]</summary>
    private static double[,] Picture(Vector<double> pixels)
    {
        var picture = new double[28, 28];
        for (int i = 0; i < 784; i++)
        {
            picture[i / 28, i % 28] = pixels[i];
        }

        return picture;
    }

    // The first columns of each matrix, then the next ones.
    private static double[][,] Rows(int columns, params Matrix<double>[] all) =>
    [
        .. Enumerable.Range(0, all[0].ColumnCount / columns).SelectMany(row =>
            all.SelectMany(X => Enumerable.Range(row * columns, columns).Select(n => Picture(X.Column(n))))),
    ];
}
