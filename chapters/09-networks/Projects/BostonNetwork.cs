using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// The Boston housing network 13-64-64-1 of 5,121 numbers: one output without an activation, squared error to train by and mean absolute error to judge by,
/// with k-fold validation, since few samples make one division a matter of luck. S3-100, S3-102.
/// </summary>
public static class BostonNetwork
{
    /// <summary>The network.</summary>
    /// <param name="random">Draws the weights.</param>
    /// <param name="inputs">13 features.</param>
    public static Sequential Build(RandomStream random, int inputs = 13) =>
        MultilayerPerceptron.Of([inputs, 64, 64, 1], width => new Relu(width), Initializers.Xavier(random));

    /// <summary>
    /// The validation MAE after each epoch in each fold, in thousands of dollars; features are scaled by the training part of each fold alone. S3-102.
    /// </summary>
    /// <param name="set">The houses.</param>
    /// <param name="folds">K ≥ 2: 4 here.</param>
    /// <param name="epochs">Epochs.</param>
    /// <param name="seed">Divides the set and draws weights and orders.</param>
    /// <param name="progress">Told how many folds are done.</param>
    /// <returns>// [K][epochs]</returns>
    public static IReadOnlyList<double[]> Validate(SampleSet set, int folds, int epochs, ulong seed, Action<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        var random = new RandomStream(seed);
        var curves = new List<double[]>();
        foreach (Split split in Split.Folds(set.Count, folds, random))
        {
            SampleSet training = set.At(split.Train), rest = set.At(split.Validation);
            FeatureScaling scaling = FeatureScaling.ZScore(training.X);
            Sequential network = Build(random, set.X.Features);
            var trainer = new Trainer(network, new MeanSquaredError(), new RmsProp(network.Parameters, 0.001), Metric.AbsoluteError);
            curves.Add(trainer.Fit(new(scaling.Of(training.X), training.Y), epochs, 16, random, new(scaling.Of(rest.X), rest.Y)).ValidationMetrics);
            progress?.Invoke(curves.Count);
        }

        return curves;
    }
}
