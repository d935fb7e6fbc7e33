using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Testing.BadInput;

namespace Reference.Backpropagation.Tests;

public class NetworkTupleTests
{
    private static NetworkTuple Tuple(
        IReadOnlyList<ScalarLayer> layers, SampleLoss loss, double η, Action<NetworkGraph>? initializer = null) =>
        new(NetworkGraph.OfLayers(layers), loss, p => new GradientDescent(p, η), initializer ?? (_ => { }),
            NetworkTuple.FixedPoint(1e-9, 1));

    // (8.5) (8.21) S3-207: a step of the tuple is a step on its mean loss.
    [Fact]
    public void The_tuple_descends_on_its_mean_loss()
    {
        IReadOnlyList<ScalarLayer> layers = ScalarLayer.Draw(new RandomStream(3), Activation.Sigmoid, 1, 1, 2, 3, 1);
        IReadOnlyList<MatrixLayer> matrices = MatrixLayer.Of(layers);
        NetworkTuple net = Tuple(layers, SampleLoss.CrossEntropy, 0.7);
        DescentRun run = net.Train(ToyTable.Standardised, ToyTable.Y);
        (double loss, IReadOnlyList<MatrixGradient> gradients) =
            ToyTable.Mean(matrices, SampleLoss.CrossEntropy, ToyTable.Standardised);
        IReadOnlyList<MatrixLayer> moved = BackpropagationEquations.Descend(matrices, gradients, 0.7);
        Digits.Agree(moved.SelectMany(l => l.W.Transpose().ToColumnMajorArray()).ToArray(),
            net.Graph.Weights.Values.ToArray(), 12);
        Digits.Agree(moved.SelectMany(l => l.B).ToArray(), net.Graph.Biases.Values[2..].ToArray(), 12);
        Assert.Equal(loss, run.Losses[0], 1e-12);
        Digits.Agree(BackpropagationEquations.Forward(moved, Matrices.Column(0.3, -0.2)).Output.Column(0).ToArray(),
            net.Predict([0.3, -0.2]), 12);
    }

    // (8.21) S2-081: the loss of a sample is the sum over its outputs, and that of a set the mean over its samples.
    [Fact]
    public void A_loss_is_summed_over_outputs_and_averaged_over_samples()
    {
        double[,] X = { { 0.5, -1 }, { 2, 0.25 } }, Y = { { 1, 0 }, { 0, 1 } };
        NetworkTuple net = Tuple(
            ScalarLayer.Draw(new RandomStream(3), Activation.Tanh, 1, 0.5, 2, 3, 2), SampleLoss.HalfSquared, 0.1);
        double expected = Enumerable.Range(0, 2).Sum(n => net.Predict(X.Column(n))
            .Zip(Y.Column(n), (ŷ, y) => (y - ŷ) * (y - ŷ) / 4).Sum());
        Assert.Equal(expected, net.MeanLoss(X, Y), 1e-14);
        Assert.Equal(expected, net.Train(X, Y).Losses[0], 1e-14);
    }

    // (8.5) S3-201 S3-207 S1-070 S2-081: five choices make a network that learns eight rows and is right on the other
    // two.
    [Fact]
    public void The_tuple_learns_from_random_weights_and_generalizes_to_other_rows()
    {
        NetworkTuple net = ToyTable.Network(seed: 7, steps: 800);
        int[] train = [0, 1, 3, 4, 5, 6, 8, 9], test = [2, 7];
        DescentRun run = net.Train(Columns(ToyTable.Standardised, train), Columns(ToyTable.Y, train));
        Assert.Equal(801, run.Losses.Count);
        Assert.True(run.Losses[^1] < 0.03 * run.Losses[0] && !run.Converged);
        Assert.True(net.MeanLoss(Columns(ToyTable.Standardised, test), Columns(ToyTable.Y, test)) < 0.01);
        Assert.Equal(run.Losses[^1], net.MeanLoss(Columns(ToyTable.Standardised, train), Columns(ToyTable.Y, train)),
            1e-12);

        static double[,] Columns(double[,] X, int[] at) => Matrix<double>.Build.DenseOfColumns(
            at.Select(n => Vector<double>.Build.Dense(X.Column(n)))).ToArray();
    }

    // S3-207: the experiment.
    [Fact]
    public void The_network_from_scratch_classifies_all_ten_rows() =>
        Assert.Equal(10, BackpropagationExperiments.TrainToyNetwork(seed: 2).Right);

    // S3-201 S1-070: the initializer sets weights and biases before the first step.
    [Fact]
    public void Training_begins_with_the_initializer()
    {
        NetworkTuple zero = Tuple(ScalarLayer.Draw(new RandomStream(3), Activation.Tanh, 1, 0, 2, 1),
            SampleLoss.HalfSquared, 0.1, graph => graph.Weights.Values.Clear());
        // With weights and biases 0 the output is 0, and the loss half the mean of y².
        Assert.Equal(0.25, zero.Train(new double[,] { { 1, 2 }, { 3, 4 } }, new double[,] { { 1, 0 } }).Losses[0],
            1e-15);

        NetworkGraph graph = NetworkGraph.OfLayers(
            ScalarLayer.Draw(new RandomStream(0), Activation.Sigmoid, 1, 0, 40, 40, 40));
        NetworkTuple.Normal(new RandomStream(1), 0.5)(graph);
        Assert.Equal(0.5, Math.Sqrt(graph.Weights.Values.ToArray().Average(w => w * w)), 0.03);
        Assert.Equal(0.5, Math.Sqrt(graph.Biases.Values.ToArray().Average(w => w * w)), 0.1);
    }

    [Fact]
    public void Training_refuses_samples_that_do_not_fit()
    {
        NetworkTuple net = Tuple(
            ScalarLayer.Draw(new RandomStream(1), Activation.Tanh, 1, 1, 3, 4, 2), SampleLoss.HalfSquared, 1);
        Refuses(() => net.Train(new double[3, 2], new double[2, 1]), "columns of X", "2 and 1");
        Refuses(() => net.Train(new double[3, 2], new double[1, 2]), "the outputs", "the rows of Y", "2 and 1");
        Refuses(() => net.Train(new double[2, 2], new double[2, 2]), "the inputs", "3 and 2");
        Refuses(() => net.MeanLoss(new double[3, 0], new double[2, 0]), "X", "empty");
        Refuses(() => net.Train(new double[,] { { 1 }, { 2 }, { double.NaN } }, new double[2, 1]), "X", "NaN");
        Refuses(() => net.Train(new double[3, 1], new double[,] { { 1 }, { double.NaN } }), "Y", "NaN");
        Refuses(() => NetworkTuple.Normal(new RandomStream(1), 0), "deviation", "got 0");
    }
}
