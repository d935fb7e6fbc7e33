using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Plotting;

namespace Reference.Networks;

/// <summary>Figures of the XOR project.</summary>
internal static class XorFigures
{
    public static Figure Learning()
    {
        (string Name, History History)[] runs =
            [.. new[] { 0.01, 0.1 }.Select(η => ($"η = {η}", XorNetwork.Train(4, η, 6).History))];
        return Figure.Grid("XOR, 2-4-1, batches of one, seed 6", 2,
        [
            Epochs.Panel("cost", new("mean loss of the epoch") { Min = 0 },
                [.. runs.Select(r => (r.Name, r.History.Losses))]),
            Epochs.Panel("accuracy", new("share right") { Min = 0, Max = 1.05 },
                [.. runs.Select(r => (r.Name, r.History.Metrics))]),
        ]);
    }

    public static Figure Regions()
    {
        (int Hidden, ulong Seed)[] runs = [(1, 1), (2, 2), (4, 2)];
        return Figure.Grid("Regions of networks trained on XOR", 3, [.. runs.Select(run =>
        {
            Trainer trainer = XorNetwork.OnCorners(run.Hidden, run.Seed, 1500).Trainer;
            return new Panel
            {
                Title = $"{run.Hidden} hidden unit{(run.Hidden > 1 ? "s" : "")}",
                X = "x₁", Y = "x₂", AspectEqual = true, ShowLegend = false, ShowGrid = false,
                Series =
                [
                    OnGrid(trainer.Network, (-0.5, 1.5), 80, z => ScalarActivations.Sigmoid(z[0])) with
                    { Map = ColorMap.Viridis, Min = 0, Max = 1, ColorBar = "ŷ" },
                    new Markers([0, 1], [0, 1]) { Color = Palette.White, Size = 11 },
                    new Markers([0, 1], [1, 0]) { Color = Palette.Black, Shape = MarkerShape.Square, Size = 10 },
                ],
            };
        })]) with
        { Height = 300 };
    }

    /// <summary>A function of a network's scores over a square, all points of the grid in one batch.</summary>
    public static HeatMap OnGrid(
        ILayer network, (double Low, double High) range, int cells, Func<Vector<double>, double> read)
    {
        double step = (range.High - range.Low) / cells;
        Matrix<double> x = Matrix<double>.Build.Dense(
            2, cells * cells, (d, n) => range.Low + step * (0.5 + (d == 0 ? n % cells : n / cells)));
        Matrix<double> z = network.Forward(x, Mode.Inference);
        var values = new double[cells, cells];
        for (int n = 0; n < cells * cells; n++)
        {
            values[n / cells, n % cells] = read(z.Column(n));
        }

        return new HeatMap(values) { XRange = range, YRange = range, Smooth = true };
    }
}
