using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;
using Reference.Verification;

namespace Reference.Networks;

/// <summary>Figures of what backpropagation saves, of what is lost on the way back, and of training from scratch.</summary>
internal static class ByHandFlowFigures
{
    public static Figure EpochsOnXor()
    {
        const int Epochs = 3000;
        double[] Course(bool bias)
        {
            double[,] X = bias ? new double[,] { { 0, 0, 1, 1 }, { 0, 1, 0, 1 }, { 1, 1, 1, 1 } } : new double[,] { { 0, 0, 1, 1 }, { 0, 1, 0, 1 } };
            double[,] Y = { { 0, 1, 1, 0 } };
            var random = new RandomStream(5);
            ScalarOneHiddenLayer.Weights net = new(
                Matrix<double>.Build.Dense(X.GetLength(0), 4, random.Normals(4 * X.GetLength(0))).ToArray(), Matrix<double>.Build.Dense(4, 1, random.Normals(4)).ToArray());
            var errors = new List<double>();
            for (int epoch = 0; epoch <= Epochs; epoch++)
            {
                if (epoch % 25 == 0)
                {
                    errors.Add(ScalarOneHiddenLayer.Error(net, Activation.Sigmoid, X, Y));
                }

                net = ScalarOneHiddenLayer.Epoch(net, Activation.Sigmoid, X, Y, 5);
            }

            return [.. errors];
        }

        double[] epochs = [.. Enumerable.Range(0, Epochs / 25 + 1).Select(i => 25.0 * i)];
        return new Figure("One hidden layer, four units, on XOR", new Panel
        {
            X = new Axis("epoch"),
            Y = new Axis("E = ½·mean of (y − ŷ)²") { Min = 0 },
            Series =
            [
                new Line(epochs, Course(true)) { Label = "with an input that is always 1", Color = Palette.Blue },
                new Line(epochs, Course(false)) { Label = "without: no biases at all", Color = Palette.Vermillion, Style = LineStyle.Dashed },
            ],
        })
        { Width = 780, Height = 470 };
    }

    public static Figure Scatter()
    {
        (double[] analytic, double[] numeric) = BothGradients(seed: 1);
        double reach = 1.1 * analytic.Max(Math.Abs);
        return new Figure($"{analytic.Length} derivatives, two ways", new Panel
        {
            X = new Axis("by backpropagation"),
            Y = new Axis("by differences"),
            AspectEqual = true,
            Legend = Legend.TopLeft,
            Series =
            [
                new Line([-reach, reach], [-reach, reach]) { Color = Palette.Grey, Style = LineStyle.Dashed, Label = "equal" },
                new Markers(analytic, numeric) { Color = Palette.Blue, Size = 7, Opacity = 0.6, Label = "∂L/∂w and ∂L/∂b" },
            ],
        })
        { Width = 620, Height = 580 };
    }

    /// <summary>All derivatives of a 4-6-5-3 network, by (8.24) and by extrapolated differences.</summary>
    public static (double[] Analytic, double[] Numeric) BothGradients(ulong seed)
    {
        var random = new RandomStream(seed);
        IReadOnlyList<ScalarLayer> layers = ScalarLayer.Draw(random, Activation.Tanh, 1, 0.5, 4, 6, 5, 3);
        double[] x = random.Normals(4), g = random.Normals(3);
        IReadOnlyList<ScalarGradient> gradients = ScalarBackpropagation.Gradients(layers, ScalarNetwork.Forward(layers, x), g);
        var (analytic, numeric) = (new List<double>(), new List<double>());
        for (int l = 0; l < layers.Count; l++)
        {
            ScalarLayer layer = layers[l];
            double Loss(double[] θ)
            {
                ScalarLayer[] moved = [.. layers];
                moved[l] = layer with { W = Matrix<double>.Build.DenseOfRowMajor(layer.Units, layer.Inputs, θ[..^layer.Units]).ToArray(), B = θ[^layer.Units..] };
                return ScalarNetwork.Forward(moved, x).Output.Zip(g, (a, d) => a * d).Sum();
            }

            analytic.AddRange([.. gradients[l].dW.Cast<double>(), .. gradients[l].dB]);
            numeric.AddRange(NumericalDerivative.Gradient(Loss, [.. layer.W.Cast<double>(), .. layer.B]));
        }

        return ([.. analytic], [.. numeric]);
    }

    public static Figure SavedWork()
    {
        int[] depths = [.. Enumerable.Range(1, 12)];
        Line Of(string label, Func<int[], double> work, Color color, LineStyle style) =>
            new([.. depths.Select(d => (double)d)], [.. depths.Select(d => work([.. Enumerable.Repeat(10, d + 1)]))]) { Label = label, Color = color, Style = style };
        return new Figure("What one gradient costs", new Panel
        {
            X = new Axis("layers of 10 units"),
            Y = new Axis("multiplications") { Scale = AxisScale.Log },
            Legend = Legend.TopLeft,
            Series =
            [
                Of("path by path, nothing kept", BackwardWork.PathByPath, Palette.Vermillion, LineStyle.Dotted),
                Of("by differences, 2P forward passes", BackwardWork.Differences, Palette.Orange, LineStyle.DashDot),
                Of("backpropagation", BackwardWork.Shared, Palette.Blue, LineStyle.Solid),
                Of("one forward pass", BackwardWork.Forward, Palette.Grey, LineStyle.Dashed),
            ],
        })
        { Width = 780, Height = 500 };
    }

    public static Figure GradientByDepth()
    {
        const int Depth = 20;
        double[] layers = [.. Enumerable.Range(1, Depth).Select(l => (double)l)];
        Line Of(string label, Activation f, double gain, Color color, LineStyle style)
        {
            double[] norms = GradientFlow.OfRandomNetwork(f, Depth, 64, gain, new RandomStream(1));
            return new(layers, [.. norms.Select(n => n / norms[^1])]) { Label = label, Color = color, Style = style };
        }

        return new Figure("What reaches the early layers", new Panel
        {
            X = new Axis("layer (20 is the last)"),
            Y = new Axis("‖∂L/∂W‖ relative to the last layer's") { Scale = AxisScale.Log },
            Legend = Legend.BottomRight,
            Series =
            [
                Of("ReLU, N(0, 2/n)", Activation.Relu, Math.Sqrt(2), Palette.Green, LineStyle.Solid),
                Of("tanh, N(0, 1/n)", Activation.Tanh, 1, Palette.Orange, LineStyle.DashDot),
                Of("sigmoid, N(0, 1/n)", Activation.Sigmoid, 1, Palette.Blue, LineStyle.Dashed),
                new Line(layers, [.. layers.Select(l => Math.Pow(0.25, Depth - l))]) { Label = "¼ a layer", Color = Palette.Grey, Style = LineStyle.Dotted },
            ],
        })
        { Width = 820, Height = 500 };
    }

    public static Figure ToyTableRows()
    {
        IReadOnlyList<ScalarLayer> unit = ToyTable.ZeroUnit;
        for (int step = 0; step < 500; step++)
        {
            unit = ScalarBackpropagation.Descend(unit, OutputLoss.BinaryCrossEntropy.MeanGradient(unit, ToyTable.Standardised, ToyTable.Y), 1);
        }

        // Back to the raw features: w·(x − mean)/deviation + b.
        double[] w = [.. Enumerable.Range(0, 2).Select(i => unit[0].W[0, i] / ToyTable.Moments(i).Deviation)];
        double b = unit[0].B[0] - w[0] * ToyTable.Moments(0).Mean - w[1] * ToyTable.Moments(1).Mean;
        Markers Rows(int label, Color color) => new(
            [.. Enumerable.Range(0, 10).Where(n => ToyTable.Y[0, n] == label).Select(n => ToyTable.X[0, n])], [.. Enumerable.Range(0, 10).Where(n => ToyTable.Y[0, n] == label).Select(n => ToyTable.X[1, n])])
            { Color = color, Filled = label == 1, Size = 9, Label = $"y = {label}" };
        return new Figure("Ten rows, two features, one line", new Panel
        {
            X = new Axis("x₁") { Min = 0, Max = 11 },
            Y = new Axis("x₂ = x₁ + 1") { Min = 1, Max = 12 },
            AspectEqual = true,
            Legend = Legend.Outside,
            Series = [new SlopedLine(w[0], w[1], b) { Color = Palette.Black, Label = "trained unit says ½" }, Rows(1, Palette.Blue), Rows(0, Palette.Vermillion)],
        })
        { Width = 760, Height = 560 };
    }

    public static Figure ToySteps()
    {
        const int Steps = 20;
        double[] steps = [.. Enumerable.Range(0, Steps + 1).Select(i => (double)i)];
        double[] Course(double[,] X)
        {
            IReadOnlyList<ScalarLayer> unit = ToyTable.ZeroUnit;
            var losses = new List<double>();
            for (int step = 0; step <= Steps; step++)
            {
                losses.Add(OutputLoss.HalfSquared.Mean(unit, X, ToyTable.Y));
                unit = ScalarBackpropagation.Descend(unit, OutputLoss.HalfSquared.MeanGradient(unit, X, ToyTable.Y), 1);
            }

            return [.. losses];
        }

        return new Figure("Raw and standardised features, η = 1", new Panel
        {
            X = new Axis("step"),
            Y = new Axis("mean of ½(y − ŷ)²") { Min = 0, Max = 0.27 },
            Legend = Legend.TopRight,
            Series =
            [
                new Line(steps, Course(ToyTable.X)) { Label = "raw, 1 … 11", Color = Palette.Vermillion, Style = LineStyle.Dashed },
                new Line(steps, Course(ToyTable.Standardised)) { Label = "standardised", Color = Palette.Blue },
            ],
        })
        { Width = 780, Height = 460 };
    }

    public static Figure ToyNetwork()
    {
        FixedPointRun run = TrainToyNetwork(seed: 1, steps: 2000);
        double[] steps = [.. Enumerable.Range(0, run.Losses.Count).Select(i => (double)i)];
        return new Figure("From scratch: (g, l, o, i, fpp) on the ten rows", new Panel
        {
            X = new Axis("step"),
            Y = new Axis("mean of ½(y − ŷ)²") { Scale = AxisScale.Log },
            Legend = Legend.None,
            Series = [new Line(steps, run.Losses) { Color = Palette.Blue }],
        })
        { Width = 780, Height = 460 };
    }

    /// <summary>The five choices of S3 put together: a layered graph 2-3-1, ½(y − ŷ)², descent, normal weights, and steps until nothing moves.</summary>
    public static NetworkTuple ToyTuple(ulong seed, int steps) => new(
        NetworkGraph.OfLayers(ScalarLayer.Draw(new RandomStream(0), Activation.Sigmoid, 1, 0, 2, 3, 1)),
        OutputLoss.HalfSquared,
        parameters => new GradientDescent(parameters, 2),
        NetworkTuple.Normal(new RandomStream(seed), 1),
        new FixedPoint(1e-4, steps));

    /// <summary>Trains that network on the standardised table.</summary>
    public static FixedPointRun TrainToyNetwork(ulong seed, int steps) => ToyTuple(seed, steps).Train(ToyTable.Standardised, ToyTable.Y);
}
