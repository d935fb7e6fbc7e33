using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using static Reference.Regularization.RegularizationExperiments;

namespace Reference.Regularization.Tests;

/// <summary>The notes' models, and what the remedies do.</summary>
public class ProjectTests
{
    private static void SkipUnlessLong() => Assert.SkipUnless(
        Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1", "Trains for minutes: REFERENCE_LONG_RUN=1");

    // S3-218 S3-225 S4-146 S4-147 S4-148: layers in their order; dropout before ReLU in the small one.
    [Fact]
    public void The_networks_of_the_notes_have_their_layers_and_counts()
    {
        Sequential small = DropoutNetworks.Small(new RandomStream(1));
        Assert.Equal(
            ["Dense", "dropout 0.5", "ReLU", "Dense", "dropout 0.5", "ReLU", "Dense"],
                small.Layers.Select(l => l.Name));
        Assert.Equal(165, Summary.Of(small).Total);
        Sequential net = DropoutNetworks.Net(2, 300, 2, 0.5, new RandomStream(1));
        Assert.Equal(
            ["Dense", "ReLU", "dropout 0.5", "Dense", "ReLU", "dropout 0.5", "Dense"], net.Layers.Select(l => l.Name));
        Assert.Equal(91_802, Summary.Of(net).Total);
        Assert.Equal(1_441, Summary.Of(HouseNetworks.Plain(new RandomStream(1))).Total);
        Sequential large = HouseNetworks.Large(new RandomStream(1), 0.3),
            bare = HouseNetworks.Large(new RandomStream(1));
        Assert.Equal((3_015_001, 3_015_001), (Summary.Of(large).Total, Summary.Of(bare).Total));
        Assert.Equal(4, large.Layers.Count(layer => layer.Name == "dropout 0.3"));
        double squares = Penalty.WeightsOf(large).Sum(w => w.Values.ToArray().Sum(v => v * v));
        Assert.Equal(0.01 * squares, new Penalty(l2: 0.01).Value(Penalty.WeightsOf(large)), 1e-9 * squares);
        Assert.Equal(5, Penalty.WeightsOf(large).Count);
    }

    // S4-158: 784-100-100-10 with two batch norms, (weight and bias) of 200 numbers each.
    [Fact]
    public void The_network_of_sigmoids_normalizes_before_each_sigmoid()
    {
        Sequential network = DigitRemedies.Sigmoids(new RandomStream(1), batchNorm: true);
        Assert.Equal(
            ["Dense", "batch norm", "sigmoid", "Dense", "batch norm", "sigmoid", "Dense"],
            network.Layers.Select(layer => layer.Name));
        Assert.Equal(89_610 + 400, Summary.Of(network).Total);
        Assert.Equal("1.running_mean", network.State[0].Name);
    }

    // (10.1) S4-127 S4-128 S1-112: the training error falls with the degree, the validation error turns up.
    [Fact]
    public void Errors_by_degree_fall_in_training_and_turn_up_in_validation()
    {
        NoisyCurve curve = NoisyCurve.Draw(new RandomStream(6));
        IReadOnlyList<(double Training, double Validation)> errors = curve.ByDegree([1, 3, 15]);
        Assert.True(errors[0].Training > errors[1].Training && errors[1].Training > errors[2].Training);
        Assert.True(errors[1].Validation < errors[0].Validation && errors[1].Validation < 0.5 * errors[2].Validation);
        Assert.Equal(4, new PolynomialFit([1, 2, 1]).At(-3), 1e-12);
        var exact = PolynomialFit.Of([0, 1, 2, 3], [1, 2, 5, 10], 2); // 1 + x²
        Assert.Equal([1, 0, 1], exact.W, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    // (10.1): every degree more is at least as good in training: the models are nested.
    [Property(MaxTest = 10)]
    public void A_larger_degree_never_fits_worse(Seed seed)
    {
        double[] errors = [.. NoisyCurve.Draw(seed.Stream()).ByDegree(Enumerable.Range(0, 8)).Select(e => e.Training)];
        Assert.All(errors.Zip(errors.Skip(1)), pair => Assert.True(pair.Second <= pair.First * (1 + 1e-9)));
    }

    // S3-224 S3-226: penalty and dropout lower the last validation loss of the large network, not only the best.
    [Fact]
    public void A_penalty_and_dropout_stop_a_large_network_from_overfitting()
    {
        MutationTesting.SkipSlow();
        SampleSet training = HouseNetworks.Draw(new RandomStream(1), 300),
            validation = HouseNetworks.Draw(new RandomStream(2), 300);
        double Last(double p, Penalty? penalty) => HouseNetworks.Train(
            HouseNetworks.Large(new RandomStream(3), p, 60), penalty, training, validation, 25, 1)
            .History.ValidationLosses[^1];
        Assert.True(Last(0.3, new Penalty(l2: 0.01)) < 0.7 * Last(0, null));
    }

    // S2-126 S2-127 S2-128 on 700 real digits: each remedy lowers the held-out loss, accuracy hardly moves.
    [Fact]
    public void Every_remedy_lowers_the_held_out_loss_of_the_digits_network()
    {
        SkipUnlessLong();
        (SampleSet training, SampleSet held, _) = DigitRemedies.Digits(RealData.At("mnist"), 700, 1000);
        (double Loss, double Accuracy)[] medians = [.. DigitRemedies.All.Select(remedy =>
            Measure(remedy, training, held, 100, 1, 5) is var (losses, accuracies)
                ? (losses.Median(), accuracies.Median()) : default)];
        Assert.All(medians[1..], median => Assert.True(median.Loss < 0.85 * medians[0].Loss));
        Assert.All(medians, median => Assert.InRange(median.Accuracy, 0.84, 0.91));
    }

    // S4-158 on 7,000 real digits, five epochs: at least 0.90 with batch norm, at most 0.60 without.
    [Fact]
    public void Batch_norm_lets_a_network_of_sigmoids_learn()
    {
        SkipUnlessLong();
        (SampleSet training, SampleSet held, _) = DigitRemedies.Digits(RealData.At("mnist"), 7000, 1000,
            centred: false);
        double[] Of(bool norm) => [.. Enumerable.Range(1, 3).Select(seed =>
            DigitRemedies.TrainSigmoids(training, held, norm, 5, (ulong)seed).ValidationMetrics[^1])];
        Assert.All(Of(true), accuracy => Assert.True(accuracy >= 0.9));
        Assert.All(Of(false), accuracy => Assert.True(accuracy <= 0.6));
    }
}
