using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.Networks;

/// <summary>Figures of where weights start and what becomes of it.</summary>
internal static class StartFigures
{
    // A way to start keeps its colour.
    private sealed record Start(string Name, Color Color, Func<RandomStream, Initializer> Of);

    private static readonly Start
        InverseWidth = new("N(0, 1/n²)", Palette.Black, r => (w, n, m) => Initializers.Normal(r, 1.0 / n)(w, n, m)),
        Library = new("PyTorch", Palette.Blue, Initializers.InverseRoot),
        LeCun = new("LeCun", Palette.Vermillion, Initializers.LeCun),
        Xavier = new("Xavier", Palette.Green, Initializers.Xavier),
        He = new("He", Palette.Orange, Initializers.He),
        Wide = new("N(0, 1)", Palette.Purple, r => Initializers.Normal(r, 1)),
        Narrow = new("N(0, 0.05²)", Palette.Sky, r => Initializers.Normal(r, 0.05)),
        Equal = new("all 0.1", Palette.Grey, _ => Initializers.Constant(0.1));

    public static Figure Weights()
    {
        double[] edges = [.. Enumerable.Range(0, 51).Select(k => -0.25 + 0.01 * k)];
        Line Density(Start start)
        {
            var values = new double[30_000];
            start.Of(new RandomStream(1))(values, 300, 100);
            return new(edges, [.. new Histogram(values, edges) { Density = true }.Heights, 0])
                { Steps = true, Label = start.Name, Color = start.Color };
        }

        return Figure.Grid("Initial weights, and the loss that follows", 2,
        [
            new Panel
            {
                Title = "30,000 weights, 300 inputs and 100 outputs",
                X = "weight", Y = new Axis("density") { Min = 0, Max = 12 },
                Series = [Density(Library), Density(LeCun), Density(Xavier), Density(He)],
            },
            Epochs.Panel("2-20-20-20-20-3 with ReLU on the spirals", new("mean loss") { Min = 0 },
                [.. new[] { Equal, Narrow, Library, Xavier, He }.Select(start =>
                    ((string?)start.Name, start.Color, LossesFrom(start)))]),
        ]);
    }

    private static double[] LossesFrom(Start start)
    {
        var random = new RandomStream(1);
        Sequential network = MultilayerPerceptron.Of([2, 20, 20, 20, 20, 3], n => new Relu(n), start.Of(random));
        var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters, 0.005));
        return trainer.Fit(ClassNetworks.Spirals(1).ToSampleSet(), 60, 50, random).Losses;
    }

    public static Figure EqualUnits()
    {
        Panel Of(string title, Initializer start, Func<int, double> width)
        {
            IReadOnlyList<Matrix<double>> paths = Symmetry.Paths(3, start, 400);
            double[] updates = [.. Enumerable.Range(0, 401).Select(t => (double)t)];
            return new()
            {
                Title = title, X = "update", Y = "weight of x₁",
                Series = [.. Enumerable.Range(0, 3).Select(h => new Line(updates, [.. paths.Select(W => W[h, 0])])
                    { Label = $"unit {h + 1}", Color = Palette.Order[h], Width = width(h) })],
            };
        }

        return Figure.Grid("Three hidden units learn XOR", 2,
        [
            Of("all weights start at 0.5: one unit three times", Initializers.Constant(0.5), h => 7 - 2.5 * h),
            Of("drawn from N(0, 1): they separate", Initializers.Normal(new RandomStream(5), 1), _ => 2.4),
        ]) with { ShareY = true };
    }

    public static Figure Depth()
    {
        double[] depth = [.. Enumerable.Range(1, 20).Select(l => (double)l)];
        Start[] starts = [InverseWidth, Library, Xavier, He, Wide];
        Panel Of(string title, bool backward, Func<int, ILayer> activation) => new()
        {
            Title = title, X = "layer", Y = new Axis("mean square") { Scale = AxisScale.Log, Min = 1e-9, Max = 1e6 },
            Series =
            [
                new HorizontalLine(1) { Color = Palette.Grey },
                .. starts.Select(start =>
                {
                    (double[] forward, double[] back) = SignalFlow.Through(
                        64, 20, start.Of(new RandomStream(1)), activation, new RandomStream(2), 60);
                    return new Line(depth, backward ? back : forward)
                    { Label = start.Name, Color = start.Color, Width = 2.2 };
                }),
            ],
        };

        return Figure.Grid("20 layers of 64 units: which start keeps the size of signals and gradients?", 2,
        [
            Of("ReLU, signals forward", false, n => new Relu(n)),
            Of("ReLU, gradients backward", true, n => new Relu(n)),
            Of("tanh, signals forward", false, n => new Tanh(n)),
            Of("tanh, gradients backward", true, n => new Tanh(n)),
        ]) with { Height = 760, ShareX = true, ShareY = true };
    }

    public static Figure Signals()
    {
        const int Layers = 10, Bins = 41;
        double[] edges = [.. Enumerable.Range(0, Bins + 1).Select(k => -1.025 + 0.05 * k)];
        return Figure.Grid("Histograms of the outputs of tanh layers of 100 units", 3,
            [.. new[] { InverseWidth, Xavier, Wide }.Select(start =>
        {
            Sequential network = MultilayerPerceptron.Of(
                [.. Enumerable.Repeat(100, Layers + 2)], n => new Tanh(n), start.Of(new RandomStream(1)));
            Matrix<double> X = Matrix<double>.Build.Dense(100, 50, new RandomStream(2).Normals(5000));
            Matrix<double>[] outputs = [.. network.Layers.Select(layer => X = layer.Forward(X, Mode.Inference))];
            IEnumerable<Vector<double>> heights = Enumerable.Range(0, Layers).Select(l =>
                Vector<double>.Build.DenseOfEnumerable(
                    new Histogram(outputs[2 * l + 1].ToColumnMajorArray(), edges) { Density = true }.Heights));
            return new Panel
            {
                Title = start.Name, X = "layer", Y = "output", ShowGrid = false,
                Series =
                [
                    new HeatMap(Matrix<double>.Build.DenseOfColumns(heights.Select(h => h / h.Maximum())).ToArray())
                    {
                        XRange = (0.5, Layers + 0.5), YRange = (edges[0], edges[^1]), Map = ColorMap.Blues,
                        Min = 0, Max = 1, ColorBar = "frequency / highest of the layer",
                    },
                ],
            };
        })]) with { Height = 380, ShareX = true, ShareY = true };
    }
}
