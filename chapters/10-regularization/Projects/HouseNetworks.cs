using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Regularization;

/// <summary>
/// Is a house worth more than the median? Ten features, and the notes' three networks: one of 1,441 parameters, one of
/// 3,015,001, and the latter with an L2 penalty of 0.01 and dropout of 0.3. S3-218, S3-224, S3-225, S3-226.
/// </summary>
public static class HouseNetworks
{
    /// <summary>10-32-32-1 of ReLU units, raw score; the notes have lost its listing. S3-218.</summary>
    public static Sequential Plain(RandomStream random) =>
        MultilayerPerceptron.Of([10, 32, 32, 1], width => new Relu(width), Initializers.He(random));

    /// <summary>Four hidden layers of H, each followed by dropout unless p is 0. S3-224, S3-225.</summary>
    public static Sequential Large(RandomStream random, double p = 0, int hidden = 1000)
    {
        int[] sizes = [10, hidden, hidden, hidden, hidden];
        return new(
        [
            .. sizes.Zip(sizes.Skip(1), (inputs, outputs) => (ILayer[])
            [
                new Dense(inputs, outputs, Initializers.He(random)), new Relu(outputs),
                .. p > 0 ? new ILayer[] { new Dropout(outputs, p, random) } : [],
            ]).SelectMany(layers => layers),
            new Dense(hidden, 1, Initializers.He(random)),
        ]);
    }

    /// <summary>Standard features, two of them alike as quality and condition are, and a noisy target.
    /// S3-218.</summary>
    public static SampleSet Draw(RandomStream random, int count)
    {
        Matrix<double> X = Matrix<double>.Build.Dense(10, count, random.Normals(10 * count));
        Matrix<double> Y = Matrix<double>.Build.Dense(1, count);
        for (int n = 0; n < count; n++)
        {
            X[3, n] = 0.8 * X[2, n] + 0.6 * X[3, n]; // condition follows quality
            double price = X[0, n] + 0.7 * X[2, n] + 0.5 * X[3, n] + 0.6 * X[0, n] * X[4, n] + random.Normal();
            Y[0, n] = price > 0 ? 1 : 0;
        }

        return new(new ColumnSamples(X), new ColumnSamples(Y));
    }

    /// <summary>Adam at 0.001 on batches of 32, with a penalty on the weights if there is one. S3-226.</summary>
    public static (Trainer Trainer, History History) Train(
        Sequential network, Penalty? penalty, SampleSet training, SampleSet validation, int epochs, ulong seed)
    {
        IOptimizer adam = new Adam(network.Parameters);
        var trainer = new Trainer(
            network, new SigmoidCrossEntropy(),
            penalty is null ? adam : new PenalizedOptimizer(adam, penalty, Penalty.WeightsOf(network)),
            Metric.BinaryAccuracy);
        return (trainer, trainer.Fit(training, epochs, 32, new RandomStream(seed), validation));
    }
}
