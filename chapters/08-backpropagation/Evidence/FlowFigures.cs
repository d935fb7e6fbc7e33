using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Plotting;
using Reference.Verification;

namespace Reference.Backpropagation;

/// <summary>Figures of what backpropagation saves and of what is lost on the way back.</summary>
internal static class FlowFigures
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
                Matrix<double>.Build.Dense(X.GetLength(0), 4, random.Normals(4 * X.GetLength(0))).ToArray(),
                Matrix<double>.Build.Dense(4, 1, random.Normals(4)).ToArray());
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

    /// <summary>All derivatives of a 4-6-5-3 network, by backpropagation and by extrapolated differences.</summary>
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
                moved[l] = layer with
                {
                    W = Matrix<double>.Build.DenseOfRowMajor(layer.Units, layer.Inputs, θ[..^layer.Units]).ToArray(),
                    B = θ[^layer.Units..],
                };
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
            new([.. depths.Select(d => (double)d)], [.. depths.Select(d => work([.. Enumerable.Repeat(10, d + 1)]))])
            { Label = label, Color = color, Style = style };
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
}
