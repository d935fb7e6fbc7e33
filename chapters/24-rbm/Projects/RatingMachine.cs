using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.BoltzmannMachines;

/// <summary>Collaborative filtering with a machine: a user is a sample, an item a unit of stars. S4-194</summary>
public static class RatingMachine
{
    /// <summary>Trains by CD-1 on the known ratings and predicts all. // → [items × users]</summary>
    public static double[,] Predict(
        RatingSet ratings, int hidden, int epochs, ulong seed, double rate = 0.05, int batch = 20)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var random = new RandomStream(seed);
        MatrixView V = RatingRbm.OneHot(ratings.Known, ratings.Stars);
        var machine = new RatingRbm(ratings.Known.GetLength(0), ratings.Stars, hidden, random);
        StartAtMeans(machine, V);
        var descent = new Momentum(machine.Parameters, rate);
        var trainer = new RbmTrainer(machine, new ContrastiveDivergence(machine, 1, random), descent);
        trainer.Fit(new ColumnSamples(V.ToMatrix()), epochs, batch, random,
            (epoch, _) => descent.LearningRate = rate * (1 - (double)epoch / epochs));
        return machine.Predict(V);
    }

    // Biases at the logarithms of how often each star was given.
    private static void StartAtMeans(RatingRbm machine, MatrixView V)
    {
        var counts = new double[V.RowCount];
        for (int u = 0; u < V.ColumnCount; u++)
        {
            Kernels.Axpby(1, V.Column(u), 1, counts);
        }

        Span<double> b = machine.Parameters[1].Values;
        for (int i = 0; i < counts.Length; i++)
        {
            b[i] = Math.Log(counts[i] + 0.5);
        }
    }
}
