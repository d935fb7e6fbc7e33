using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Plotting;

namespace Reference.Networks;

/// <summary>XOR on its way through a network 2-2-1.</summary>
internal static class XorFigures
{
    /// <summary>ŷ over the inputs, and over the hidden units by the last layer alone, as training goes on.</summary>
    public static Figure HiddenSpace()
    {
        int[] updates = [0, 50, 150, 1500];
        Sequential[] moments = [.. updates.Select(t => (Sequential)XorNetwork.OnCorners(2, 2, t).Trainer.Network)];
        return Figure.Grid("XOR by 2-2-1: ŷ over the inputs, and over the hidden units", 4,
        [
            .. moments.Zip(updates, (network, t) =>
                Plane(network, XorNetwork.Corners, (-0.5, 1.5), "x₁", "x₂") with { Title = $"{t:N0} updates" }),
            .. moments.Select(network => Plane(
                network.Layers[2], network.Layers[1].Forward(network.Layers[0].Forward(XorNetwork.Corners)),
                (-0.1, 1.1), "h₁", "h₂")),
        ]) with { Height = 470 };
    }

    private static Panel Plane(
        ILayer layers, Matrix<double> corners, (double Low, double High) range, string x, string y)
    {
        double[,] ŷ = OnGrid(layers, range, 80, z => ScalarActivations.Sigmoid(z[0]));
        double half = (range.High - range.Low) / 160; // of a cell
        (double, double) centres = (range.Low + half, range.High - half);
        Markers Corners(int[] at, Color color, bool filled) =>
            new([.. at.Select(n => corners[0, n])], [.. at.Select(n => corners[1, n])])
            { Color = color, Filled = filled, Size = 9 };
        return new Panel
        {
            X = x, Y = y, AspectEqual = true, ShowGrid = false,
            Series =
            [
                new HeatMap(ŷ)
                {
                    XRange = range, YRange = range, Smooth = true, Map = ColorOf.Probability, Min = 0, Max = 1,
                    ColorBar = "ŷ",
                },
                new Contours(ŷ, centres, centres) { Levels = [0.5], Color = Palette.Black },
                Corners([0, 3], ColorOf.Label0, filled: false), Corners([1, 2], ColorOf.Label1, filled: true),
            ],
        };
    }

    /// <summary>A function of a network's scores over a square, all in one batch. // [cells × cells]</summary>
    public static double[,] OnGrid(
        ILayer network, (double Low, double High) range, int cells, Func<Vector<double>, double> read)
    {
        double step = (range.High - range.Low) / cells;
        Matrix<double> z = network.Forward(
            Matrix<double>.Build.Dense(
                2, cells * cells, (d, n) => range.Low + step * (0.5 + (d == 0 ? n % cells : n / cells))),
            Mode.Inference);
        return Matrix<double>.Build.DenseOfRowMajor(cells, cells, z.EnumerateColumns().Select(read)).ToArray();
    }
}
