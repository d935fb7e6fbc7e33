using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.Backpropagation.Tests;

public class BadInputTests
{
    private static readonly IReadOnlyList<ScalarLayer> Layers = ScalarLayer.Draw(new RandomStream(1), Activation.Tanh, 1, 1, 3, 4, 2);

    private static Matrix<double> M(int rows, int columns, double value = 1) => Matrix<double>.Build.Dense(rows, columns, value);

    [Fact]
    public void Layers_fit_one_behind_the_other()
    {
        Refuses(() => ScalarNetwork.Forward([], [1]), "layers", "empty");
        Refuses(() => ScalarNetwork.Forward(Layers, [1, 2]), "layer 1", "input of length 2", "[4 × 3]");
        Refuses(() => ScalarNetwork.Forward([Layers[0], Layers[0]], [1, 2, 3]), "layer 2", "4 outputs of layer 1", "[4 × 3]");
        Refuses(() => ScalarNetwork.Forward([Layers[0] with { B = [1] }], [1, 2, 3]), "4 biases in layer 1", "got 1");
        Refuses(() => BackpropagationEquations.Forward(MatrixLayer.Of(Layers), M(2, 5)), "layer 1", "input of length 2", "[4 × 3]");
        Refuses(() => BackpropagationEquations.Forward([], M(2, 5)), "layers", "empty");
        Refuses(() => ScalarLayer.Draw(new RandomStream(1), Activation.Tanh, 1, 1, 3), "two widths", "[3]");
        Refuses(() => ScalarLayer.Draw(new RandomStream(1), Activation.Tanh, 1, 1, 3, 0), "at least 1", "[3, 0]");
        Refuses(() => ScalarLayer.Draw(new RandomStream(1), Activation.Tanh, 0, 1, 3, 2), "gain", "got 0");
        Refuses(() => MatrixLayer.Collapse(MatrixLayer.Of(Layers)), "linear layers", "tanh");
        Refuses(() => MatrixLayer.Collapse([]), "layers", "empty");
        Refuses(() => BackwardWork.Shared(3), "two widths", "[3]");
        Refuses(() => BackwardWork.PathByPath(3, 0), "at least 1", "[3, 0]");
        Refuses(() => BackwardWork.Forward(), "two widths", "[]");
        Refuses(() => BackwardWork.Differences(1), "two widths", "[1]");
    }

    [Fact]
    public void Upstream_gradients_have_the_shape_of_the_output()
    {
        ScalarPass pass = ScalarNetwork.Forward(Layers, [1, 2, 3]);
        Refuses(() => ScalarBackpropagation.Deltas(Layers, pass, [1]), "the output", "2 and 1");
        Refuses(() => PathByPath.Gradients(Layers, pass, [1]), "the output", "2 and 1");
        Refuses(() => PathByPath.Gradients(Layers, pass, [1, double.NaN]), "finite", "NaN");
        Refuses(() => ScalarBackpropagation.Gradients(Layers, pass, [1, double.PositiveInfinity]), "finite", $"{double.PositiveInfinity}");
        MatrixPass batch = BackpropagationEquations.Forward(MatrixLayer.Of(Layers), M(3, 5));
        Refuses(() => BackpropagationEquations.Deltas(MatrixLayer.Of(Layers), batch, M(2, 4)), "[2 × 5]", "[2 × 4]");
        Refuses(() => BackpropagationEquations.Gradients(MatrixLayer.Of(Layers), batch, M(2, 5, double.NaN)), "finite", "NaN");
        Refuses(() => BackpropagationEquations.Upstream(M(2, 3), Vector<double>.Build.Dense(3)), "rows of J", "2 and 3");
        Refuses(() => ScalarBackpropagation.Descend(Layers, [], 1), "2 layers", "got 0");
        Refuses(() => BackpropagationEquations.Descend(MatrixLayer.Of(Layers), [], 1), "2 layers", "got 0");
        IReadOnlyList<ScalarGradient> gradients = ScalarBackpropagation.Gradients(Layers, pass, [1, 2]);
        foreach (ScalarGradient wrong in new[]
        {
            gradients[1] with { dW = new double[2, 3] }, gradients[1] with { dW = new double[2, 5] },
            gradients[1] with { dW = new double[1, 4] }, gradients[1] with { dW = new double[3, 4] },
            gradients[1] with { dB = new double[1] }, gradients[1] with { dB = new double[3] },
        })
        {
            string got = $"[{wrong.dW.GetLength(0)} × {wrong.dW.GetLength(1)}] and [{wrong.dB.Length}]";
            var matrices = new MatrixGradient(Matrix<double>.Build.DenseOfArray(wrong.dW), Vector<double>.Build.DenseOfArray(wrong.dB));
            Refuses(() => ScalarBackpropagation.Descend(Layers, [gradients[0], wrong], 1), "layer 2", "[2 × 4] and [2]", got);
            Refuses(() => BackpropagationEquations.Descend(
                MatrixLayer.Of(Layers), [BackpropagationEquations.Gradients(MatrixLayer.Of(Layers), batch, M(2, 5))[0], matrices], 1),
                "layer 2", "[2 × 4] and [2]", got);
        }

        Refuses(() => ScalarBackpropagation.Descend(Layers, ScalarBackpropagation.Gradients(Layers, pass, [1, 2]), 0), "η", "got 0");
        Refuses(() => BackpropagationEquations.Descend(
            MatrixLayer.Of(Layers), BackpropagationEquations.Gradients(MatrixLayer.Of(Layers), batch, M(2, 5)), double.NaN), "η", "NaN");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_are_finite(double bad)
    {
        string got = $"{bad}";
        Refuses(() => ScalarNetwork.Neuron([bad], 0, Activation.Tanh, [1]), "w", got);
        Refuses(() => ScalarNetwork.Neuron([1], bad, Activation.Tanh, [1]), "b", got);
        Refuses(() => ScalarNetwork.Neuron([1], 0, Activation.Tanh, [bad]), "x", got);
        Refuses(() => ScalarNetwork.Forward(Layers, [1, bad, 3]), "finite", got);
        Refuses(() => ScalarNetwork.Forward([Layers[0] with { B = [1, 2, 3, bad] }], [1, 2, 3]), "B", got);
        Refuses(() => ScalarNetwork.Forward(
            [Layers[0] with { W = new double[4, 3] { { 1, 2, 3 }, { 1, 2, bad }, { 1, 2, 3 }, { 1, 2, 3 } } }], [1, 2, 3]), "W", got);
        Refuses(() => BackpropagationEquations.Forward(MatrixLayer.Of(Layers), M(3, 2, bad)), "X", got);
        Refuses(() => BackpropagationEquations.Forward([new MatrixLayer(M(2, 3, bad), Vector<double>.Build.Dense(2), Activation.Tanh)], M(3, 2)), "W", got);
        Refuses(() => BackpropagationEquations.Forward([new MatrixLayer(M(2, 3), Vector<double>.Build.Dense(2, bad), Activation.Tanh)], M(3, 2)), "B", got);
        Refuses(() => InsuranceNetwork.Example.Buys([1, 2, 3, bad]), "x", got);
        Refuses(() => CenturyNetwork.Running(1, bad, 1), "x", got);
        Refuses(() => CenturyOutput.OfTheNotes.Output([bad, 1, 1, 1, 1]), "x", got);
        Refuses(() => CenturyOutput.OfTheNotes.Error([1, 1, 1, 1, 1], bad), "y", got);
        Refuses(() => CenturyOutput.OfTheNotes.Gradient([1, 1, 1, 1, 1], bad), "y", got);
        Refuses(() => CenturyOutput.OfTheNotes.HiddenErrors([1, 1, 1, 1, 1], bad), "y", got);
        ChainOfTwo chain = ChainOfTwo.Example with { T = bad };
        Refuses(() => _ = chain.E, "T", got);
        Refuses(() => _ = chain.dW2, "T", got);
        Refuses(() => _ = chain.dW1, "T", got);
        Refuses(() => chain.After(0.4), "T", got);
        Refuses(() => ScalarOneHiddenLayer.Error(
            new(new double[1, 1], new double[1, 1]), Activation.Sigmoid, new double[1, 1], new double[1, 1] { { bad } }), "Y", got);
        Refuses(() => OutputLoss.HalfSquared.Mean(Layers, new double[3, 1], new double[2, 1] { { 1 }, { bad } }), "y", got);
        Refuses(() => GradientFlow.Bound(MatrixLayer.Of(Layers), bad), "steepest", got);
    }

    [Fact]
    public void Sizes_agree()
    {
        Refuses(() => ScalarNetwork.Neuron([1, 2], 0, Activation.Tanh, [1]), "w and x", "2 and 1");
        Refuses(() => ScalarNetwork.Neuron([], 0, Activation.Tanh, []), "x", "empty");
        var net = new ScalarOneHiddenLayer.Weights(new double[2, 3], new double[3, 1]);
        Refuses(() => ScalarOneHiddenLayer.Forward(net, Activation.Sigmoid, []), "x", "empty");
        Refuses(() => ScalarOneHiddenLayer.Forward(net, Activation.Sigmoid, [1]), "rows of w", "1 and 2");
        Refuses(() => ScalarOneHiddenLayer.Forward(net with { W = new double[2, 1] }, Activation.Sigmoid, [1, 2]), "rows of W", "3 and 2");
        Refuses(() => ScalarOneHiddenLayer.Forward(net, Activation.Sigmoid, [1, double.NaN]), "x", "NaN");
        Refuses(() => ScalarOneHiddenLayer.Forward(
            net with { w = new double[2, 3] { { 1, 2, 3 }, { 1, double.NaN, 3 } } }, Activation.Sigmoid, [1, 2]), "w", "NaN");
        Refuses(() => ScalarOneHiddenLayer.Forward(net with { W = new double[3, 1] { { 1 }, { double.NaN }, { 3 } } }, Activation.Sigmoid, [1, 2]), "W", "NaN");
        Refuses(() => ScalarOneHiddenLayer.Steps(net, Activation.Sigmoid, [1, 2], [1, 2]), "the outputs", "1 and 2");
        Refuses(() => ScalarOneHiddenLayer.Steps(net, Activation.Sigmoid, [1, 2], [double.NaN]), "y", "NaN");
        Refuses(() => ScalarOneHiddenLayer.Epoch(net, Activation.Sigmoid, new double[2, 3], new double[1, 2], 1), "columns of X", "3 and 2");
        Refuses(() => ScalarOneHiddenLayer.Epoch(net, Activation.Sigmoid, new double[2, 0], new double[1, 0], 1), "X", "empty");
        Refuses(() => ScalarOneHiddenLayer.Error(net, Activation.Sigmoid, new double[2, 3], new double[1, 2]), "columns of X", "3 and 2");
        Refuses(() => ScalarOneHiddenLayer.Error(net, Activation.Sigmoid, new double[2, 3], new double[0, 3]), "the outputs", "1 and 0");
        Refuses(() => ScalarOneHiddenLayer.Error(net, Activation.Sigmoid, new double[2, 3], new double[2, 3]), "the outputs", "1 and 2");
        Refuses(() => ScalarOneHiddenLayer.Epoch(net, Activation.Sigmoid, new double[2, 3], new double[1, 3], 0), "η", "got 0");
        Refuses(() => InsuranceNetwork.Example.Buys([1, 2, 3]), "hidden weights", "4 and 3");
        Refuses(() => (InsuranceNetwork.Example with { Output = [1] }).Buys([1, 2, 3, 4]), "the hidden units", "2 and 1");
        Refuses(() => (InsuranceNetwork.Example with { Output = [1, 2, 3] }).Score([1, 2, 3, 4]), "the hidden units", "2 and 3");
        Refuses(() => CenturyOutput.OfTheNotes.After([1, 1, 1, 1, 1], 1, 0), "η", "got 0");
        Refuses(() => ChainOfTwo.Example.After(0), "η", "got 0");
        Refuses(() => OutputLoss.Squared.Mean(Layers, new double[3, 0], new double[2, 0]), "X", "empty");
        Refuses(() => OutputLoss.Squared.MeanGradient(Layers, new double[3, 2], new double[2, 1]), "columns of X", "2 and 1");
        Refuses(() => OutputLoss.Squared.Mean(Layers, new double[3, 2], new double[2, 1]), "columns of X", "2 and 1");
        foreach (int rows in new[] { 1, 3 })
        {
            Refuses(() => OutputLoss.HalfSquared.Mean(Layers, new double[3, 2], new double[rows, 2]), "the outputs", $"2 and {rows}");
            Refuses(() => OutputLoss.HalfSquared.MeanGradient(Layers, new double[3, 2], new double[rows, 2]), "the outputs", $"2 and {rows}");
        }
        Refuses(() => GradientFlow.OfRandomNetwork(Activation.Tanh, 0, 3, 1, new RandomStream(1)), "depth");
        Refuses(() => GradientFlow.OfRandomNetwork(Activation.Tanh, 2, 0, 1, new RandomStream(1)), "widths");
        var tuple = new NetworkTuple(
            NetworkGraph.OfLayers(Layers), OutputLoss.Squared, p => new Reference.Optimizers.GradientDescent(p, 1), _ => { }, new FixedPoint(1, 1));
        Refuses(() => tuple.Train(new double[3, 2], new double[2, 1]), "columns of X", "2 and 1");
        Refuses(() => tuple.Train(new double[3, 2], new double[1, 2]), "outputs", "2 and 1");
        Refuses(() => tuple.MeanLoss(new double[3, 0], new double[2, 0]), "X", "empty");
    }
}
