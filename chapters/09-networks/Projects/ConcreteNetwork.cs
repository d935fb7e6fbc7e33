using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>The strength of concrete from eight predictors, by 8-32-32-1 (the notes give no sizes). The mixtures are
/// synthetic, in the ranges of the real table: strength falls with water over binder (Abrams) and grows with age.
/// S4-016.</summary>
public static class ConcreteNetwork
{
    // kg/m³ of cement, slag, ash, water, superplasticizer, coarse and fine aggregate, and days of age
    private static readonly (double Low, double High)[] Ranges =
        [(100, 540), (0, 350), (0, 200), (120, 250), (0, 32), (800, 1150), (590, 1000), (1, 180)];

    /// <summary>Synthetic mixtures and their strength in MPa. // x [8 × N], y [1 × N]</summary>
    public static SampleSet Draw(RandomStream random, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var x = new double[8, count];
        var y = new double[1, count];
        for (int n = 0; n < count; n++)
        {
            for (int d = 0; d < 8; d++)
            {
                x[d, n] = random.Uniform(Ranges[d].Low, Ranges[d].High);
            }

            double binder = x[0, n] + 0.8 * x[1, n] + 0.4 * x[2, n], water = x[3, n] * (1 - 0.006 * x[4, n]);
            y[0, n] = 110 / Math.Pow(8, water / binder) * (0.35 + 0.2 * Math.Log(x[7, n])) * 0.7 + random.Normal(0, 2);
        }

        return new(new ColumnSamples(x), new ColumnSamples(y));
    }

    /// <summary>Trains on four fifths, scaled by their mean and deviation; the error is that of the rest.</summary>
    public static (Trainer Trainer, History History, SampleSet Validation) Train(SampleSet set, ulong seed, int epochs)
    {
        var random = new RandomStream(seed);
        Split split = Split.Random(set.Count, 0.8, random);
        SampleSet training = set.At(split.Train), rest = set.At(split.Validation);
        FeatureScaling scaling = FeatureScaling.ZScore(training.X);
        training = new(scaling.Of(training.X), training.Y);
        rest = new(scaling.Of(rest.X), rest.Y);
        Sequential network = MultilayerPerceptron.Of(
            [set.X.Features, 32, 32, 1], width => new Relu(width), Initializers.He(random));
        var trainer = new Trainer(
            network, new MeanSquaredError(), new Adam(network.Parameters, 0.005), Metric.AbsoluteError);
        return (trainer, trainer.Fit(training, epochs, 32, random, rest), rest);
    }
}
