using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>The Boston housing network 13-64-64-1: a linear output, squared error to train, mean absolute error to
/// judge, and k-fold validation, since the set is small. S3-100, S3-102, S3-103.</summary>
public static class BostonNetwork
{
    /// <summary>The network.</summary>
    public static Sequential Build(RandomStream random, int inputs = 13) =>
        MultilayerPerceptron.Of([inputs, 64, 64, 1], width => new Relu(width), Initializers.Xavier(random));

    /// <summary>The validation MAE of each fold, scaled by its training part. // [K][epochs]. S3-102</summary>
    public static IReadOnlyList<double[]> Validate(
        SampleSet set, int folds, int epochs, ulong seed, Action<int>? progress = null)
    {
        var random = new RandomStream(seed);
        var curves = new List<double[]>();
        foreach (Split split in Split.Folds(set.Count, folds, random))
        {
            SampleSet training = set.At(split.Train), rest = set.At(split.Validation);
            FeatureScaling scaling = FeatureScaling.ZScore(training.X);
            Sequential network = Build(random, set.X.Features);
            var trainer = new Trainer(
                network, new MeanSquaredError(), new RmsProp(network.Parameters, 0.001), Metric.AbsoluteError);
            History history = trainer.Fit(
                new(scaling.Of(training.X), training.Y), epochs, 16, random, new(scaling.Of(rest.X), rest.Y));
            curves.Add(history.ValidationMetrics);
            progress?.Invoke(curves.Count);
        }

        return curves;
    }

    /// <summary>ē_t = (1/K) Σ_k e_kt, (9.19): the mean over folds of one length. S3-102.</summary>
    public static double[] Average(IReadOnlyList<double[]> curves)
    {
        Require.NotEmpty(curves.Count, nameof(curves));
        Require.SameLength(curves.Min(e => e.Length), "the shortest curve", curves.Max(e => e.Length), "the longest");
        return [.. Enumerable.Range(0, curves[0].Length).Select(t => curves.Sum(e => e[t]) / curves.Count)]; // (9.19)
    }

    /// <summary>A curve smoothed by (5.17), without its first, much larger points. // [T − s]. S3-103</summary>
    public static double[] Smoothed(double[] curve, int skipped, double β) =>
        skipped >= 0 && skipped < curve.Length
            ? MovingAverage.Of(curve[skipped..], β, curve[skipped])
            : throw new ArgumentOutOfRangeException(
                nameof(skipped), $"Expected skipped to leave at least one of {curve.Length} points; got {skipped}.");
}
