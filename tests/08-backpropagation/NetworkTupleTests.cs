using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Backpropagation.Tests;

/// <summary>What the five choices add up to when there is more than one output, and where each of them begins.</summary>
public class NetworkTupleTests
{
    private static readonly double[,] X = { { 0.5, -1 }, { 2, 0.25 } }, Y = { { 1, 0 }, { 0, 1 } };

    // (8.25) S2-081: the loss of a sample is the sum over its outputs, and that of a set the mean over its samples.
    [Fact]
    public void A_loss_adds_up_over_outputs_and_is_averaged_over_samples()
    {
        var graph = NetworkGraph.OfLayers(ScalarLayer.Draw(new RandomStream(3), Activation.Tanh, 1, 0.5, 2, 3, 2));
        var net = new NetworkTuple(graph, OutputLoss.HalfSquared, p => new GradientDescent(p, 0.1), _ => { }, new FixedPoint(1e-9, 1));
        double expected = 0;
        for (int n = 0; n < 2; n++)
        {
            double[] ŷ = net.Predict([X[0, n], X[1, n]]);
            expected += (Math.Pow(ŷ[0] - Y[0, n], 2) + Math.Pow(ŷ[1] - Y[1, n], 2)) / 2 / 2;
        }

        Assert.Equal(expected, net.MeanLoss(X, Y), 1e-14);
        Assert.Equal(expected, net.Train(X, Y).Losses[0], 1e-14);
    }

    // S1-070: training begins with the initializer, not with the weights that were there.
    [Fact]
    public void Training_begins_where_the_initializer_puts_the_weights()
    {
        var graph = NetworkGraph.OfLayers(ScalarLayer.Draw(new RandomStream(3), Activation.Tanh, 1, 0, 2, 1));
        var net = new NetworkTuple(
            graph, OutputLoss.HalfSquared, p => new GradientDescent(p, 0.1), g => g.Weights.Values.Clear(), new FixedPoint(1e-9, 1));
        // With weights and biases 0 the output is tanh 0 = 0, and the loss half the mean of y².
        Assert.Equal(0.25, net.Train(X, new double[,] { { 1, 0 } }).Losses[0], 1e-15);
    }

    [Fact]
    public void Targets_have_a_row_for_every_output()
    {
        var graph = NetworkGraph.OfLayers(ScalarLayer.Draw(new RandomStream(3), Activation.Tanh, 1, 0, 2, 1));
        var net = new NetworkTuple(graph, OutputLoss.HalfSquared, p => new GradientDescent(p, 0.1), _ => { }, new FixedPoint(1e-9, 1));
        BadInput.Refuses(() => net.MeanLoss(X, Y), "the outputs", "the rows of Y", "1 and 2");
    }
}
