using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Verification;

namespace Reference.Losses.Tests;

public class BinaryCrossEntropyTests
{
    private static Vector<double> V(double[] values) => Vector<double>.Build.Dense(values);

    // (3.5) (3.8) S1-011 S1-036 S1-120 S2-111 S2-112 S2-113 S3-038 S4-104 S4-105: the formula as written, sum and
    // mean, from probabilities and from logits, in loops and in vectors.
    [Property]
    public void All_forms_agree_with_the_formula(BinaryBatch batch)
    {
        (double[] p, double[] y, double[] z) = (batch.Probabilities, batch.Labels, batch.Logits);
        double written = -p.Zip(y, (pᵢ, yᵢ) => yᵢ * Math.Log(pᵢ) + (1 - yᵢ) * Math.Log(1 - pᵢ)).Sum();
        Digits.Agree(written, ScalarBinaryCrossEntropy.Sum(p, y), 13);
        Digits.Agree(written / p.Length, ScalarBinaryCrossEntropy.Mean(p, y), 13);
        Digits.Agree(written, p.Zip(y, ScalarBinaryCrossEntropy.AsPrinted).Sum(), 13);
        double[] σ = [.. z.Select(ScalarActivations.Sigmoid)];
        Digits.Agree(ScalarBinaryCrossEntropy.Mean(σ, y), ScalarBinaryCrossEntropy.OfLogits(z, y), 9);
        Digits.Agree(ScalarBinaryCrossEntropy.OfLogits(z, y), BinaryEquations.CrossEntropyOfLogits(V(z), V(y)), 13);
        double[] δ = [.. σ.Zip(y, (s, yᵢ) => (s - yᵢ) / z.Length)];
        Digits.Agree(δ, ScalarBinaryCrossEntropy.GradientOfLogits(z, y), 14, terms: 1.0 / z.Length); // s − y cancels
        Digits.Agree(δ, BinaryEquations.CrossEntropyOfLogitsGradient(V(z), V(y)).ToArray(), 14, terms: 1.0 / z.Length);
    }

    // (3.6) (3.8) S2-114 S3-038 S4-104: both gradients against numerical derivatives.
    [Property(MaxTest = 40)]
    public void Both_gradients_are_right(BinaryBatch batch)
    {
        (double[] p, double[] y, double[] z) = (batch.Probabilities, batch.Labels, batch.Logits);
        GradientCheck.Smooth(
            v => ScalarBinaryCrossEntropy.Mean(v, y), p, ScalarBinaryCrossEntropy.Gradient(p, y)).ThrowIfFailed();
        GradientCheck.Smooth(
            v => ScalarBinaryCrossEntropy.OfLogits(v, y), z,
            ScalarBinaryCrossEntropy.GradientOfLogits(z, y)).ThrowIfFailed();
    }

    // (3.5) S2-111 S3-038: known values in ten digits; and ln(1 − p) keeps those of a tiny p.
    [Theory]
    [InlineData(0.2, 1, 1.6094379124)]
    [InlineData(0.8, 0, 1.6094379124)]
    [InlineData(0.01, 1, 4.6051701860)]
    [InlineData(1e-10, 0, 1.00000000005e-10)]
    [InlineData(1e-59, 0, 1e-59)]
    public void The_loss_of_one_sample_has_its_digits(double p, double y, double loss) =>
        Digits.Agree(loss, ScalarBinaryCrossEntropy.OfSample(p, y), 9);

    // (3.8) S4-105: from the logit, loss and derivative are exact where the sigmoid has rounded to 1.
    [Theory]
    [InlineData(-1000, 1, 1000, -1)]
    [InlineData(-40, 0, 4.248354255291589e-18, 4.248354255291589e-18)]
    public void Logits_keep_the_digits_that_probabilities_lose(double z, double y, double loss, double derivative)
    {
        Digits.Agree(loss, ScalarBinaryCrossEntropy.OfLogits([z], [y]), 14);
        Digits.Agree(derivative, ScalarBinaryCrossEntropy.GradientOfLogits([z], [y])[0], 14);
    }

    // (3.7) S1-012 S1-037 S4-106: never negative, 0 only for the label itself, growing with the distance from it;
    // clamped at 100.
    [Property]
    public void The_loss_is_never_negative_and_grows_away_from_the_label(BinaryBatch batch)
    {
        (double[] p, double[] y) = (batch.Probabilities, batch.Labels);
        Assert.True(ScalarBinaryCrossEntropy.Mean(p, y) > 0);
        Assert.Equal(0.0, ScalarBinaryCrossEntropy.Mean(y, y));
        Assert.All(p, q =>
        {
            Assert.True(ScalarBinaryCrossEntropy.OfSample(q, 1) > ScalarBinaryCrossEntropy.OfSample(q + 0.01, 1));
            Assert.True(ScalarBinaryCrossEntropy.OfSample(q, 0) < ScalarBinaryCrossEntropy.OfSample(q + 0.01, 0));
        });
        Digits.Agree(ScalarBinaryCrossEntropy.Mean(p, y), MeanLoss.ClampedCrossEntropy.Of(p, y), 14);
        Assert.Equal(100.0, MeanLoss.ClampedCrossEntropy.Of([.. y.Select(label => 1 - label)], y), 1e-12);
        Assert.Equal(0.0, MeanLoss.ClampedCrossEntropy.Of(y, y));
    }

    // (3.4) (3.6) S1-038: the three cases of the notes, and the derivatives at the ends.
    [Fact]
    public void A_certain_prediction_costs_0_or_infinity()
    {
        Assert.Equal([0, Math.Log(2), double.PositiveInfinity], new[] { 1, 0.5, 0 }.Select(Information.OfEvent));
        Assert.Equal(double.PositiveInfinity, ScalarBinaryCrossEntropy.Mean([1, 0.5], [0, 1]));
        Assert.Equal([-0.5, 0.5], ScalarBinaryCrossEntropy.Gradient([1, 0], [1, 0]));
        Assert.Equal(double.NegativeInfinity, ScalarBinaryCrossEntropy.Gradient([0], [1])[0]);
    }
}
