using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.Backpropagation.Tests;

/// <summary>The doors of a graph and of training are tested with them; here are the others.</summary>
public class BadInputTests
{
    private static readonly IReadOnlyList<ScalarLayer> Layers =
        ScalarLayer.Draw(new RandomStream(1), Activation.Tanh, 1, 1, 3, 4, 2);

    [Fact]
    public void Formulas_refuse_sizes_that_do_not_fit()
    {
        Refuses(() => ScalarNetwork.Neuron([1, 2], 0, Activation.Tanh, [1]), "w and x", "2 and 1");
        Refuses(() => ScalarNetwork.Forward(Layers, [1, 2]), "w and x", "3 and 2");
        ScalarPass pass = ScalarNetwork.Forward(Layers, [1, 2, 3]);
        Refuses(() => ScalarBackpropagation.Deltas(Layers, pass, [1]), "the output", "2 and 1");
        IReadOnlyList<ScalarGradient> gradients = ScalarBackpropagation.Gradients(Layers, pass, [1, 2]);
        Refuses(() => ScalarBackpropagation.Descend(Layers, [gradients[0]], 1), "the weights", "20 and 12");
        Refuses(() => ScalarBackpropagation.Descend(Layers, [gradients[0], gradients[0]], 1), "the weights",
            "20 and 24");
        Refuses(() => BackpropagationEquations.Descend(MatrixLayer.Of(Layers), [], 1), "layers", "2 and 0");
        Assert.ThrowsAny<ArgumentException>(() => BackpropagationEquations.Forward(
            MatrixLayer.Of(Layers), Matrix<double>.Build.Dense(2, 5))); // MathNet checks the shapes of matrices

        var net = new ScalarOneHiddenLayer.Weights(new double[2, 3], new double[3, 1]);
        Refuses(() => ScalarOneHiddenLayer.Forward(net, Activation.Sigmoid, [1]), "the weights", "2 and 1");
        Refuses(() => ScalarOneHiddenLayer.Forward(net with { W = new double[2, 1] }, Activation.Sigmoid, [1, 2]),
            "the weights", "2 and 3");
        Refuses(() => ScalarOneHiddenLayer.Steps(net, Activation.Sigmoid, [1, 2], [1, 2], 1), "the outputs",
            "1 and 2");
        Refuses(() => ScalarOneHiddenLayer.Epoch(net, Activation.Sigmoid, new double[2, 3], new double[1, 4], 1),
            "columns of X", "3 and 4");
    }

    // Formulas check no values: what is not a number stays one.
    [Fact]
    public void NaN_passes_through_the_formulas()
    {
        Assert.True(double.IsNaN(ScalarNetwork.Forward(Layers, [1, double.NaN, 3]).Output[1]));
        ScalarPass pass = ScalarNetwork.Forward(Layers, [1, 2, 3]);
        Assert.All(ScalarBackpropagation.Deltas(Layers, pass, [double.NaN, 1])[0], δ => Assert.True(double.IsNaN(δ)));
        Assert.True(double.IsNaN((WalkThrough.OfTheNotes with { Y = double.NaN }).HiddenError));
        Assert.True(double.IsNaN((ChainOfTwo.Example with { T = double.NaN }).dW1));
    }

    [Fact]
    public void Widths_and_scales_are_checked()
    {
        Refuses(() => ScalarLayer.Draw(new RandomStream(1), Activation.Tanh, 1, 1, 3), "two widths", "[3]");
        Refuses(() => ScalarLayer.Draw(new RandomStream(1), Activation.Tanh, 1, 1, 3, 0), "at least 1", "[3, 0]");
        Refuses(() => BackwardWork.Shared(3), "two widths", "[3]");
        Refuses(() => BackwardWork.PathByPath(3, 0), "at least 1", "[3, 0]");
        Refuses(() => BackwardWork.Forward(), "two widths", "[]");
        Refuses(() => BackwardWork.Differences(1), "two widths", "[1]");
        Refuses(() => CategoryFeatures.Ordered([1, 11], 1, 10), "1 … 10", "1, 11");
        Refuses(() => CategoryFeatures.Ordered([0], 1, 10), "1 … 10", "got 0");
        Refuses(() => CategoryFeatures.Unordered([1, 4], 3));
    }

    [Fact]
    public void The_trace_refuses_numbers_that_do_not_fit()
    {
        WalkThrough notes = WalkThrough.OfTheNotes;
        Assert.Equal([-0.5, 3, 0.1], TraceCommand.Numbers("-0.5, 3,1e-1", "--weights"));
        Refuses(() => TraceCommand.Numbers("1,abc", "--inputs"), "--inputs", "'abc'", "'1,abc'");
        Refuses(() => WalkThroughTrace.Lines(notes with { w = [1] }), "same length", "2 and 1");
        Refuses(() => WalkThroughTrace.Lines(notes with { X = [], w = [] }), "inputs", "empty");
        Refuses(() => WalkThroughTrace.Lines(notes with { η = 0 }), "η", "> 0", "got 0");
        Refuses(() => WalkThroughTrace.Lines(notes with { W = double.NaN }), "finite", "NaN");
        Refuses(() => WalkThroughTrace.Lines(notes with { Y = double.PositiveInfinity }), "finite");
    }
}
