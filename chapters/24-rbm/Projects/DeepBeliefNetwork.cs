using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.BoltzmannMachines;

/// <summary>
/// Machines on top of one another: each is trained on the hidden probabilities of the one below, (24.20), and their
/// weights become the first layers of a classifier. S4-182, S4-196
/// </summary>
public sealed class DeepBeliefNetwork
{
    private readonly List<BernoulliRbm> _machines = [];

    /// <summary>Trains machines of these sizes one after another by CD-1. // X [D × N], sizes [L]</summary>
    public static DeepBeliefNetwork Train(
        Matrix<double> X, int[] sizes, int epochs, ulong seed, double rate = DigitMachine.Rate)
    {
        var network = new DeepBeliefNetwork();
        foreach (int hidden in sizes)
        {
            BernoulliRbm machine = DigitMachine.Train(
                X, hidden, epochs, seed, rate: rate, takesMeans: network._machines.Count > 0);
            network._machines.Add(machine);
            X = machine.Features(X); // (24.20)
        }

        return network;
    }

    /// <summary>The machines, from the data up.</summary>
    public IReadOnlyList<BernoulliRbm> Machines => _machines;

    /// <summary>A network of their weights with a softmax layer on top, drawn from N(0, 0.01²): large random weights
    /// there would first of all send noise down into the layers below.</summary>
    public Sequential Classifier(int classes, RandomStream random) => Stacked(
        _machines.Select(m => new Dense(m.Parameters[0].Value, m.Parameters[2].Value)),
        classes, Initializers.Normal(random, 0.01));

    /// <summary>The same network with random weights throughout. // sizes [L + 1], the inputs first</summary>
    public static Sequential Untrained(int[] sizes, int classes, Initializer weights) => Stacked(
        sizes.Zip(sizes.Skip(1), (inputs, units) => new Dense(inputs, units, weights)), classes, weights);

    /// <summary>Trains a classifier on a few samples with Adam, and returns its accuracy on others.</summary>
    public static double FineTune(
        Sequential network, SampleSet few, SampleSet held, int epochs, RandomStream random, double rate = 1e-3)
    {
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new Adam(network.Parameters, rate), Metric.Accuracy);
        trainer.Fit(few, epochs, Math.Min(50, few.Count), random);
        return trainer.Evaluate(held).Metric;
    }

    /// <summary>The first samples of each class in a random order. // labels [N] → [classes·count]</summary>
    public static int[] Few(IReadOnlyList<int> labels, int count, RandomStream random)
    {
        int[] order = [.. Enumerable.Range(0, labels.Count)];
        random.Shuffle(order.AsSpan());
        return [.. order.GroupBy(i => labels[i]).SelectMany(of => of.Take(count))];
    }

    private static Sequential Stacked(IEnumerable<Dense> layers, int classes, Initializer top)
    {
        var all = new List<ILayer>();
        foreach (Dense layer in layers)
        {
            all.Add(layer);
            all.Add(new Networks.Sigmoid(layer.Outputs));
        }

        all.Add(new Dense(all[^1].Outputs, classes, top));
        return new([.. all]);
    }
}
