using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>The notes' first network in PyTorch: 2-4-1 with ReLU, two samples, squared error. S2-063…S2-069.</summary>
public static class SimpleNet
{
    /// <summary>(0, 0) and (1, 1) with targets 0 and 1. S2-065.</summary>
    public static SampleSet Samples { get; } = new(
        new ColumnSamples(new double[,] { { 0, 1 }, { 0, 1 } }), new ColumnSamples(new double[,] { { 0, 1 } }));

    /// <summary>The mean loss of both samples before and after, and ŷ at (1, 1) after, 1 at best.</summary>
    public sealed record Run(double First, double Last, double Prediction, History History);

    /// <summary>The network, started as PyTorch starts its linear layers. S2-063.</summary>
    public static Sequential Build(RandomStream random)
    {
        Initializer start = Initializers.InverseRoot(random);
        return MultilayerPerceptron.Of([2, 4, 1], width => new Relu(width), start, start);
    }

    /// <summary>The program of the notes: descent at 0.01, batches of one. S2-066, S2-067, S2-068, S2-069.</summary>
    public static Run Train(ulong seed, int epochs = 100)
    {
        var random = new RandomStream(seed);
        Sequential network = Build(random);
        var trainer = new Trainer(network, new MeanSquaredError(), new GradientDescent(network.Parameters, 0.01));
        double first = trainer.Evaluate(Samples).Loss;
        History history = trainer.Fit(Samples, epochs, 1, random);
        double prediction = trainer.Predict(Matrix<double>.Build.Dense(2, 1, 1))[0, 0];
        return new(first, trainer.Evaluate(Samples).Loss, prediction, history);
    }
}
