using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.Networks;

/// <summary>Figures of where weights start and what becomes of it.</summary>
internal static class StartFigures
{
    public static Figure Histograms()
    {
        (string Name, Initializer Of)[] entries =
        [
            ("library default, U(±1/√n)", Initializers.InverseRoot(new RandomStream(1))),
            ("LeCun, N(0, 1/n)", Initializers.LeCun(new RandomStream(1))),
            ("Xavier, U(±√(6/(n + m)))", Initializers.Xavier(new RandomStream(1))),
            ("He, N(0, 2/n)", Initializers.He(new RandomStream(1))),
        ];
        double[] edges = [.. Enumerable.Range(0, 61).Select(k => -0.3 + 0.01 * k)];
        return Figure.Grid("30,000 weights, n = 300 in and m = 100 out", 2, [.. entries.Select((entry, i) =>
        {
            var values = new double[30_000];
            entry.Of(values, 300, 100);
            return new Panel
            {
                Title = entry.Name,
                X = new Axis(i > 1 ? "weight" : "") { Min = -0.3, Max = 0.3 },
                Y = new Axis(i % 2 == 0 ? "density" : "") { Min = 0, Max = 10 },
                Series = [new Histogram(values, edges) { Density = true, Color = Palette.Order[i] }],
            };
        })]) with
        { Height = 620 };
    }

    public static Figure EqualUnits()
    {
        Panel Of(string title, Initializer start, Func<int, double> width)
        {
            IReadOnlyList<Matrix<double>> paths = Symmetry.Paths(3, start, 400);
            return new()
            {
                Title = title, X = "weight of x₁", Y = "weight of x₂",
                Series =
                [
                    .. Enumerable.Range(0, 3).Select(h => new Line(
                        [.. paths.Select(W => W[h, 0])], [.. paths.Select(W => W[h, 1])])
                    { Label = $"unit {h + 1}", Color = Palette.Order[h], Width = width(h) }),
                    new Markers([.. paths[0].Column(0)], [.. paths[0].Column(1)])
                    { Label = "start", Color = Palette.Black, Size = 7 },
                ],
            };
        }

        return Figure.Grid("Weights of three hidden units, 400 updates", 2,
        [
            Of("all weights start at 0.5", Initializers.Constant(0.5), h => 6 - 2 * h),
            Of("drawn from N(0, 1)", Initializers.Normal(new RandomStream(5), 1), _ => 2.4),
        ]);
    }

    public static Figure Depth()
    {
        const int Width = 64, Layers = 20;
        double[] depth = [.. Enumerable.Range(1, Layers).Select(l => (double)l)];
        Panel Of(
            string title, bool backward, Func<int, ILayer> activation,
            params (string Name, Func<RandomStream, Initializer> Of)[] starts) => new()
        {
            Title = title,
            X = "layer",
            Y = new Axis("mean square") { Scale = AxisScale.Log, Min = 1e-12, Max = 1e8 },
            ShowLegend = !backward, // the gradients have the colours of the signals
            Series = [.. starts.Select((start, i) =>
            {
                (double[] forward, double[] back) = SignalFlow.Through(
                    Width, Layers, start.Of(new RandomStream(1)), activation, new RandomStream(2), 60);
                return new Line(depth, backward ? back : forward)
                { Label = start.Name, Color = Palette.Order[i], Width = 2.2 };
            })],
        };

        (string, Func<RandomStream, Initializer>)[] relu =
        [
            ("1/n", r => Initializers.Normal(r, 1.0 / Width)),
            ("Xavier and LeCun, 1/√n", Initializers.XavierNormal),
            ("He, √(2/n)", Initializers.He),
        ];
        (string, Func<RandomStream, Initializer>)[] tanh =
        [
            ("1/n", r => Initializers.Normal(r, 1.0 / Width)),
            ("library default", Initializers.InverseRoot),
            ("Xavier", Initializers.XavierNormal),
            ("N(0, 1)", r => Initializers.Normal(r, 1)),
        ];
        return Figure.Grid("Signals on their way through 20 layers", 2,
        [
            Of("ReLU, signals", false, n => new Relu(n), relu),
            Of("ReLU, gradients on the way back", true, n => new Relu(n), relu),
            Of("tanh, signals", false, n => new Tanh(n), tanh),
            Of("tanh, gradients on the way back", true, n => new Tanh(n), tanh),
        ]) with
        { Height = 800 };
    }

    public static Figure Signals()
    {
        (string Name, Func<RandomStream, Initializer> Of)[] starts =
        [
            ("N(0, (1/n)²)", r => Initializers.Normal(r, 0.01)),
            ("Xavier", Initializers.XavierNormal),
            ("N(0, 1)", r => Initializers.Normal(r, 1)),
        ];
        int[] layers = [1, 5, 10];
        double[] edges = [.. Enumerable.Range(0, 42).Select(k => -1.025 + 0.05 * k)];
        return Figure.Grid("Outputs of tanh layers of 100 units", 3, [.. starts.SelectMany((start, row) =>
        {
            Sequential network = MultilayerPerceptron.Of(
                [.. Enumerable.Repeat(100, 12)], n => new Tanh(n), start.Of(new RandomStream(1)));
            Matrix<double> X = Matrix<double>.Build.Dense(100, 50, new RandomStream(2).Normals(5000));
            Matrix<double>[] signals = [.. network.Layers.Select(layer => X = layer.Forward(X, Mode.Inference))];
            return layers.Select(l => new Panel
            {
                Title = $"{start.Name}, layer {l}",
                X = new Axis(row == 2 ? "output" : "") { Min = -1.05, Max = 1.05 },
                Y = new Axis(l == 1 ? "density" : ""),
                Series =
                [
                    new Histogram(signals[2 * l - 1].ToColumnMajorArray(), edges)
                    { Density = true, Color = Palette.Order[row] },
                ],
            });
        })]) with
        { Height = 800 };
    }

    public static Figure Losses()
    {
        LabelledPoints points = ClassNetworks.Spirals(1);
        (string Name, Func<RandomStream, Initializer> Of)[] starts =
        [
            ("constant 0.1", _ => Initializers.Constant(0.1)),
            ("N(0, 0.05²)", r => Initializers.Normal(r, 0.05)),
            ("library default", Initializers.InverseRoot),
            ("Xavier", Initializers.Xavier),
            ("He", Initializers.He),
        ];
        (string?, double[])[] curves = [.. starts.Select(start =>
        {
            var random = new RandomStream(1);
            Sequential network =
                MultilayerPerceptron.Of([2, 20, 20, 20, 20, 3], n => new Relu(n), start.Of(random));
            var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters, 0.005));
            return (start.Name, trainer.Fit(points.ToSampleSet(), 60, 50, random).Losses);
        })];
        return new Figure("Loss on the spirals, 2-20-20-20-20-3 with ReLU",
            Epochs.Panel("", new("mean loss") { Min = 0 }, curves)) with
        { Height = 500 };
    }
}
