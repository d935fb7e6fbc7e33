using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Verification;

namespace Reference.Losses.Tests;

public class BinaryCrossEntropyTests
{
    private static Vector<double> V(double[] values) => Vector<double>.Build.Dense(values);

    // (3.8) S2-111 S2-112: −ln p for label 1, −ln(1 − p) for label 0, and mirrored labels mirror the prediction.
    [Property]
    public void The_loss_is_the_surprise_at_the_label(BinaryBatch batch)
    {
        foreach (double p in batch.Probabilities)
        {
            Digits.Agree(-Math.Log(p), ScalarBinaryCrossEntropy.OfSample(p, 1), 14);
            Digits.Agree(-Math.Log(1 - p), ScalarBinaryCrossEntropy.OfSample(p, 0), 14);
            Digits.Agree(ScalarBinaryCrossEntropy.OfSample(1 - p, 0), ScalarBinaryCrossEntropy.OfSample(p, 1), 12);
        }
    }

    // (3.8) (3.9) S1-011 S1-036 S2-113 S3-038 S4-105: N times the mean is the sum, and loops and vectors agree.
    [Property]
    public void Scalar_and_vector_forms_agree(BinaryBatch batch)
    {
        (double[] p, double[] y) = (batch.Probabilities, batch.Labels);
        double written = -p.Zip(y, (pᵢ, yᵢ) => yᵢ * Math.Log(pᵢ) + (1 - yᵢ) * Math.Log(1 - pᵢ)).Sum();
        Digits.Agree(written, ScalarBinaryCrossEntropy.Sum(p, y), 13);
        Digits.Agree(written / p.Length, ScalarBinaryCrossEntropy.Mean(p, y), 13);
        Digits.Agree(ScalarBinaryCrossEntropy.Mean(p, y), BinaryEquations.CrossEntropy(V(p), V(y)), 13);
        Digits.Agree(ScalarBinaryCrossEntropy.Gradient(p, y), BinaryEquations.CrossEntropyGradient(V(p), V(y)).ToArray(), 12);
        Digits.Agree(ScalarBinaryCrossEntropy.OfLogits(batch.Logits, y), BinaryEquations.CrossEntropyOfLogits(V(batch.Logits), V(y)), 13);
        Digits.Agree(
            ScalarBinaryCrossEntropy.GradientOfLogits(batch.Logits, y),
            BinaryEquations.CrossEntropyOfLogitsGradient(V(batch.Logits), V(y)).ToArray(), 12);
    }

    // (3.10) S3-038: against the numerical derivative.
    [Property(MaxTest = 30)]
    public void The_gradient_in_the_probabilities_is_right(BinaryBatch batch)
    {
        GradientCheck.Smooth(
            p => ScalarBinaryCrossEntropy.Mean(p, batch.Labels), batch.Probabilities,
            ScalarBinaryCrossEntropy.Gradient(batch.Probabilities, batch.Labels)).ThrowIfFailed();
        GradientCheck.Smooth(
            p => BinaryEquations.CrossEntropy(p, V(batch.Labels)), V(batch.Probabilities),
            BinaryEquations.CrossEntropyGradient(V(batch.Probabilities), V(batch.Labels))).ThrowIfFailed();
    }

    // (3.13) S2-113 S2-114 S4-104: against the numerical derivative.
    [Property(MaxTest = 30)]
    public void The_gradient_in_the_logits_is_right(BinaryBatch batch)
    {
        GradientCheck.Smooth(
            z => ScalarBinaryCrossEntropy.OfLogits(z, batch.Labels), batch.Logits,
            ScalarBinaryCrossEntropy.GradientOfLogits(batch.Logits, batch.Labels)).ThrowIfFailed();
        GradientCheck.Smooth(
            z => BinaryEquations.CrossEntropyOfLogits(z, V(batch.Labels)), V(batch.Logits),
            BinaryEquations.CrossEntropyOfLogitsGradient(V(batch.Logits), V(batch.Labels))).ThrowIfFailed();
    }

    // (3.10) (3.13) S3-038: the gradient in p times the sigmoid's slope is the gradient in z.
    [Property]
    public void The_chain_rule_joins_both_gradients(BinaryBatch batch)
    {
        double[] p = [.. batch.Logits.Select(ScalarActivations.Sigmoid)];
        double[] dp = ScalarBinaryCrossEntropy.Gradient(p, batch.Labels);
        double[] through = [.. dp.Zip(batch.Logits, (d, z) => d * ScalarActivations.SigmoidDerivative(z))];
        Digits.Agree(ScalarBinaryCrossEntropy.GradientOfLogits(batch.Logits, batch.Labels), through, 9); // 1 − p loses digits where p is near 1
    }

    // (3.12) S4-104 S4-105: from logits or from their sigmoid, one loss.
    [Property]
    public void The_loss_of_logits_is_the_loss_of_their_sigmoid(BinaryBatch batch) =>
        Digits.Agree(
            ScalarBinaryCrossEntropy.Mean([.. batch.Logits.Select(ScalarActivations.Sigmoid)], batch.Labels),
            ScalarBinaryCrossEntropy.OfLogits(batch.Logits, batch.Labels), 9);

    // (3.12) S4-105: where the sigmoid has rounded to 1, logits still know the loss.
    [Theory]
    [InlineData(1000, 0, 1000)]
    [InlineData(-1000, 1, 1000)]
    [InlineData(40, 1, 4.248354255291589e-18)]
    [InlineData(-40, 0, 4.248354255291589e-18)]
    public void Logits_keep_what_probabilities_lose(double z, double y, double loss) => Digits.Agree(loss, ScalarBinaryCrossEntropy.OfLogits([z], [y]), 14);

    // S1-012 S1-037: never negative; zero only for the label itself; growing as p moves away from it.
    [Property]
    public void The_loss_is_never_negative_and_grows_away_from_the_label(BinaryBatch batch)
    {
        Assert.True(ScalarBinaryCrossEntropy.Mean(batch.Probabilities, batch.Labels) > 0);
        Assert.Equal(0.0, ScalarBinaryCrossEntropy.Mean(batch.Labels, batch.Labels));
        foreach (double p in batch.Probabilities)
        {
            Assert.True(ScalarBinaryCrossEntropy.OfSample(p, 1) > ScalarBinaryCrossEntropy.OfSample(p + 0.01, 1));
            Assert.True(ScalarBinaryCrossEntropy.OfSample(p, 0) < ScalarBinaryCrossEntropy.OfSample(p + 0.01, 0));
        }
    }

    // (3.6) S1-038: the three cases of the notes, and the gradients at the ends.
    [Fact]
    public void Certain_answers_cost_nothing_or_everything()
    {
        Assert.Equal(0.0, SelfInformation.Of(1));
        Assert.Equal(Math.Log(2), SelfInformation.Of(0.5), 1e-15);
        Assert.Equal(double.PositiveInfinity, SelfInformation.Of(0));
        Assert.Equal(double.PositiveInfinity, ScalarBinaryCrossEntropy.Mean([1, 0.5], [0, 1]));
        Assert.Equal([-1.0, 1.0], ScalarBinaryCrossEntropy.Gradient([1, 0], [1, 0]).Select(d => 2 * d));
        Assert.Equal(double.NegativeInfinity, ScalarBinaryCrossEntropy.Gradient([0], [1])[0]);
    }

    // (3.11) S1-012 S4-106: the clamped form is the textbook's away from the ends and 100 at them.
    [Property]
    public void Clamping_changes_only_the_impossible(BinaryBatch batch)
    {
        Digits.Agree(ScalarBinaryCrossEntropy.Mean(batch.Probabilities, batch.Labels), ScalarBinaryCrossEntropy.Clamped(batch.Probabilities, batch.Labels), 14);
        Assert.Equal(100.0, ScalarBinaryCrossEntropy.Clamped([.. batch.Labels.Select(y => 1 - y)], batch.Labels), 1e-12);
        Assert.Equal(0.0, ScalarBinaryCrossEntropy.Clamped(batch.Labels, batch.Labels));
    }

    // S1-034: the confident mistake costs 2.303, the hesitant one 0.713.
    [Fact]
    public void Confidence_makes_a_mistake_dearer()
    {
        Digits.Agree(Math.Log(10), ScalarBinaryCrossEntropy.OfSample(0.90, 0), 14);
        Digits.Agree(-Math.Log(0.49), ScalarBinaryCrossEntropy.OfSample(0.51, 0), 14);
    }

    // S1-013: over predictions on a grid, the expected log-loss is least at the true rate.
    [Property]
    public void Honest_probabilities_have_the_least_expected_loss(Seed seed)
    {
        double rate = seed.Stream().Uniform(0.05, 0.95);
        double[] grid = [.. Enumerable.Range(1, 999).Select(i => i / 1000.0)];
        double best = grid.MinBy(p => rate * ScalarBinaryCrossEntropy.OfSample(p, 1) + (1 - rate) * ScalarBinaryCrossEntropy.OfSample(p, 0));
        Assert.Equal(rate, best, 1e-3);
    }

    // S3-038: as printed, with the second term subtracted, label 0 costs less than nothing, and least where the prediction is wrong.
    [Property]
    public void The_printed_minus_rewards_wrong_predictions(BinaryBatch batch)
    {
        static double Printed(double g, double y) => -(y * Math.Log(g) - (1 - y) * Math.Log(1 - g));
        foreach (double p in batch.Probabilities)
        {
            Assert.True(Printed(p, 0) < 0);
            Assert.True(Printed(p + 0.01, 0) < Printed(p, 0));
            Digits.Agree(Printed(p, 1), ScalarBinaryCrossEntropy.OfSample(p, 1), 14);
            Digits.Agree(-Printed(p, 0), ScalarBinaryCrossEntropy.OfSample(p, 0), 14);
        }
    }
}
