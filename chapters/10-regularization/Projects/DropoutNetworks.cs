using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Regularization;

/// <summary>The notes' networks with dropout. S4-146, S4-147, S4-148.</summary>
public static class DropoutNetworks
{
    /// <summary>1-10-12-1, 165 parameters; dropout stands before ReLU, as in the notes. S4-147.</summary>
    public static Sequential Small(RandomStream random)
    {
        Initializer start = Initializers.InverseRoot(random);
        return new(
            new Dense(1, 10, start, start), new Dropout(10, 0.5, random), new Relu(10),
            new Dense(10, 12, start, start), new Dropout(12, 0.5, random), new Relu(12),
            new Dense(12, 1, start, start));
    }

    /// <summary>D-H-H-K, dropout after each ReLU; p = 0 leaves it out. S4-146.</summary>
    public static Sequential Net(int inputs, int hidden, int outputs, double p, RandomStream random)
    {
        Initializer start = Initializers.InverseRoot(random);
        return new(
            new Dense(inputs, hidden, start, start), new Relu(hidden), new Dropout(hidden, p, random),
            new Dense(hidden, hidden, start, start), new Relu(hidden), new Dropout(hidden, p, random),
            new Dense(hidden, outputs, start, start));
    }

    /// <summary>Points above and below a curve, some of whose labels are wrong.</summary>
    public static LabelledPoints Points(RandomStream random, int count, double wrong = 0.15)
    {
        var x = new double[2, count];
        var labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            (x[0, n], x[1, n]) = (random.Uniform(-1, 1), random.Uniform(-1, 1));
            labels[n] = IsAbove(x[0, n], x[1, n]) != random.Bernoulli(wrong) ? 1 : 0;
        }

        return new(x, labels, 2);
    }

    /// <summary>The right class of a point.</summary>
    public static bool IsAbove(double x1, double x2) => x2 > 0.6 * Math.Sin(3 * x1);

    /// <summary>The notes' 2-300-300-2, Adam at 0.01, batches of 20. S4-148.</summary>
    public static (Trainer Trainer, History History) Train(
        SampleSet training, SampleSet validation, double p, ulong seed, int epochs, int hidden = 300,
        double rate = 0.01)
    {
        Sequential network = Net(2, hidden, 2, p, new RandomStream(seed));
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new Adam(network.Parameters, rate), Metric.Accuracy);
        return (trainer, trainer.Fit(training, epochs, 20, new RandomStream(seed), validation));
    }
}
