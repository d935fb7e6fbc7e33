using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks;

/// <summary>A recurrent layer of so many inputs and units, for tasks and measurements that compare cells.</summary>
public delegate Recurrent CellFactory(int inputs, int units, Sequences sequences, RandomStream random,
    Returns returns);

/// <summary>A task of T steps whose answer, given at the last, depends on early ones.</summary>
public interface IMemoryTask
{
    /// <summary>D.</summary>
    int Inputs { get; }

    /// <summary>K.</summary>
    int Outputs { get; }

    /// <summary>T.</summary>
    int Steps { get; }

    /// <summary>A new loss of the answers.</summary>
    Loss Loss();

    /// <summary>N samples. // X [D·T × N], Y [K × N]</summary>
    SampleSet Set(int samples, RandomStream random);
}

/// <summary>A cell on a memory task: the cell, a dense head on its last output, Adam, gradients clipped at norm
/// 1.</summary>
public static class MemoryRun
{
    /// <summary>Trains a cell of so many units in batches of new samples and returns its trainer.</summary>
    public static Trainer Train(
        IMemoryTask task, CellFactory cell, int units, int steps, ulong seed, double learningRate = 0.01,
        int batchSize = 32, Action<double>? loss = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(cell);
        var random = new RandomStream(seed);
        var sequences = new Sequences(task.Steps);
        var network = new Sequential(
            new SplitSteps(task.Inputs, sequences), cell(task.Inputs, units, sequences, random, Returns.LastStep),
            new Dense(units, task.Outputs, Initializers.Xavier(random)));
        var trainer = new Trainer(
            network, task.Loss(), new ClippedOptimizer(new Adam(network.Parameters, learningRate), 1),
            Metric.Accuracy);
        for (int step = 0; step < steps; step++)
        {
            SampleSet batch = task.Set(batchSize, random);
            double before = trainer.Fit(batch, 1, batchSize).Losses[0];
            loss?.Invoke(before);
        }

        return trainer;
    }

    /// <summary>The share of symbols that a cell recalls after training, mean over seeds 1, 2, …</summary>
    public static double Recall(CellFactory cell, int symbols, int lag, int units, int steps, int seeds) =>
        Enumerable.Range(1, seeds).Average(seed =>
        {
            var task = new DelayedRecall(symbols, lag);
            Trainer trained = Train(task, cell, units, steps, (ulong)seed, batchSize: symbols);
            return trained.Evaluate(task.Set(symbols, new RandomStream(0))).Metric;
        });
}
