using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.ModelSelection;

/// <summary>
/// The notes' Optuna objective, with the training loop and the value that they leave out: <c>SimpleNN</c> of 20
/// inputs and 16 to 128 hidden units, a log-uniform learning rate, cross-entropy, Adam, 20 epochs. The data and the
/// three classes are ours. S2-137, S3-046, S3-079.
/// </summary>
public static class NotesObjective
{
    private const int Inputs = 20, Classes = 3;

    /// <summary>Samples whose class a random network 20-6-3 gives, with noise: half to train on, a quarter to choose
    /// by.</summary>
    public static ThreeParts Data(ulong seed, int count = 480)
    {
        var random = new RandomStream(seed);
        Matrix<double> X = Matrix<double>.Build.Dense(Inputs, count, random.Normals(Inputs * count));
        Sequential teacher = MultilayerPerceptron.Of(
            [Inputs, 6, Classes], width => new Tanh(width), Initializers.Normal(random, 0.6));
        Matrix<double> Z = teacher.Forward(X, Mode.Inference)
            + 0.3 * Matrix<double>.Build.Dense(Classes, count, random.Normals(Classes * count));
        int[] labels = [.. Z.EnumerateColumns().Select(z => z.MaximumIndex())];
        return ThreeParts.Random(new SampleSet(new ColumnSamples(X), labels, Classes), 0.5, 0.25, random);
    }

    /// <summary>Trains 20-H…-3 of ReLU units with Adam on batches of 32; validation after every epoch.</summary>
    public static (Trainer Trainer, History History) Train(
        ThreeParts parts, int[] hidden, double rate, ulong start, int epochs = 20, AfterEpoch? after = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var random = new RandomStream(start);
        Sequential network = MultilayerPerceptron.Of(
            [Inputs, .. hidden, Classes], width => new Relu(width), Initializers.He(random));
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new Adam(network.Parameters, rate), Metric.Accuracy);
        return (trainer, trainer.Fit(
            parts.Training, epochs, 32, random, parts.Validation, after: after is null ? null : [after]));
    }

    /// <summary>The validation loss after 20 epochs, told to the study after each: the objective. S2-137</summary>
    public static Func<Trial, double> Objective(ThreeParts parts, ulong start = 1) => trial =>
    {
        double rate = trial.SuggestFloat("learning_rate", 1e-4, 1e-1, log: true);
        int hidden = trial.SuggestInt("hidden_dim", 16, 128);
        History history = Train(
            parts, [hidden], rate, start,
            after: (epoch, measured) => trial.Report(epoch, measured.ValidationLoss)).History;
        return history.ValidationLosses[^1];
    };

    /// <summary>
    /// The notes' loops over topologies, rates and starts, and one look at the test set with the winner: its
    /// validation and its test accuracy. S3-046, S3-053
    /// </summary>
    public static (int[] Hidden, double η, int Start, double Validation, double Test, int Runs) Nested(
        ThreeParts parts, int[][] topologies, double[] rates, int[] starts)
    {
        (int[] hidden, double η, int start, _, int runs) = ScalarSearch.Nested(topologies, rates, starts,
            (T, rate, I) => Train(parts, T, rate, (ulong)I).History.ValidationLosses[^1]);
        (Trainer winner, History history) = Train(parts, hidden, η, (ulong)start);
        return (hidden, η, start, history.ValidationMetrics[^1], winner.Evaluate(parts.OpenTest()).Metric, runs);
    }

    /// <summary>Validation accuracy by topology and rate after some epochs. // [epochs][topologies, rates].
    /// S3-079</summary>
    public static double[][,] Table(ThreeParts parts, int[][] topologies, double[] rates, int[] epochs,
        ulong start = 1)
    {
        double[][,] tables = [.. epochs.Select(_ => new double[topologies.Length, rates.Length])];
        for (int t = 0; t < topologies.Length; t++)
        {
            for (int r = 0; r < rates.Length; r++)
            {
                double[] accuracies = Train(parts, topologies[t], rates[r], start, epochs.Max()).History
                    .ValidationMetrics;
                for (int e = 0; e < epochs.Length; e++)
                {
                    tables[e][t, r] = accuracies[epochs[e] - 1];
                }
            }
        }

        return tables;
    }
}
