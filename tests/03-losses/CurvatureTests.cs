using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Losses.Tests;

public class CurvatureTests
{
    private static (LogisticCost Cost, Vector<double> θ, Vector<double> V) Draw(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int features, int count) = (1 + random.Below(4), 1 + random.Below(8));
        Matrix<double> X = Matrix<double>.Build.Dense(features, count, random.Normals(features * count));
        Vector<double> y = Vector<double>.Build.Dense(count, _ => random.Below(2));
        return (new(X, y, (random.Uniform(0.2, 2), random.Uniform(0.2, 2))),
            Vector<double>.Build.Dense(random.Normals(features)), Vector<double>.Build.Dense(random.Normals(features)));
    }

    // (3.29) (3.30) (3.31) (3.32) S2-110 S2-114: slope and curvature are derivatives of the value, for both labels and both losses.
    [Property]
    public void Slopes_and_curvatures_are_derivatives(Number z, bool positive)
    {
        double y = positive ? 1 : 0, s = ScalarActivations.Sigmoid(z.Value);
        Digits.Agree(ScalarSquaredError.Sum([s], [y]), SigmoidCost.Squared(z.Value, y), 13);
        Assert.Equal(NumericalDerivative.Richardson(v => SigmoidCost.Squared(v, y), z.Value), SigmoidCost.SquaredSlope(z.Value, y), 1e-9);
        Assert.Equal(NumericalDerivative.Richardson(v => SigmoidCost.SquaredSlope(v, y), z.Value), SigmoidCost.SquaredCurvature(z.Value, y), 1e-9);
        Digits.Agree(ScalarBinaryCrossEntropy.OfLogits([z.Value], [y]), SigmoidCost.CrossEntropy(z.Value, y), 15);
        Assert.Equal(NumericalDerivative.Richardson(v => SigmoidCost.CrossEntropy(v, y), z.Value), SigmoidCost.CrossEntropySlope(z.Value, y), 1e-9);
        Assert.Equal(NumericalDerivative.Richardson(v => SigmoidCost.CrossEntropySlope(v, y), z.Value), SigmoidCost.CrossEntropyCurvature(z.Value, y), 1e-9);
    }

    // (3.31) S2-110: for label 1 the curvature is 2s(1 − s)²(3s − 1): negative left of −ln 2, positive right of it; mirrored for label 0.
    [Property]
    public void Squared_error_is_convex_only_right_of_minus_ln_2(Positive d)
    {
        double s = ScalarActivations.Sigmoid(d.Value);
        Digits.Agree(2 * s * (1 - s) * (1 - s) * (3 * s - 1), SigmoidCost.SquaredCurvature(d.Value, 1), 11);
        Assert.True(SigmoidCost.SquaredCurvature(SigmoidCost.Inflection - d.Value, 1) < 0);
        Assert.True(SigmoidCost.SquaredCurvature(SigmoidCost.Inflection + d.Value, 1) > 0);
        Assert.True(SigmoidCost.SquaredCurvature(-SigmoidCost.Inflection + d.Value, 0) < 0);
        Assert.Equal(0, SigmoidCost.SquaredCurvature(SigmoidCost.Inflection, 1), 1e-16);
    }

    // (3.32) S2-114: strictly positive, left and right, for both labels.
    [Property]
    public void Cross_entropy_is_strictly_convex_in_the_logit(Number z, bool positive)
    {
        double s = ScalarActivations.Sigmoid(z.Value);
        Assert.True(SigmoidCost.CrossEntropyCurvature(z.Value, positive ? 1 : 0) > 0);
        Digits.Agree(s * (1 - s), SigmoidCost.CrossEntropyCurvature(z.Value, positive ? 1 : 0), 14);
    }

    // S1-078 S2-114: on a confident mistake cross-entropy pulls with nearly 1, squared error with nearly nothing.
    [Fact]
    public void Squared_error_gives_up_on_confident_mistakes()
    {
        Assert.InRange(SigmoidCost.CrossEntropySlope(-20, 1), -1, -0.999);
        Assert.InRange(SigmoidCost.SquaredSlope(-20, 1), -1e-8, 0);
        Assert.InRange(SigmoidCost.CrossEntropySlope(-4, 1) / SigmoidCost.SquaredSlope(-4, 1), 28, 29);
    }

    // (3.29) (3.33) (3.35) S2-109 S4-103 S4-104: weighted means of the single samples' losses; with equal weights the plain means.
    [Property]
    public void Costs_are_weighted_means_over_samples(BinaryBatch batch, Number w, Number b, Positive of0, Positive of1)
    {
        Matrix<double> X = LogisticCost.WithBias(batch.Logits);
        Vector<double> y = Vector<double>.Build.Dense(batch.Labels), θ = Vector<double>.Build.Dense([w.Value, b.Value]);
        double[] z = [.. batch.Logits.Select(x => w.Value * x + b.Value)], m = [.. batch.Labels.Select(label => label == 1 ? of1.Value : of0.Value)];
        double Mean(Func<int, double> loss, Func<int, double> weight) =>
            Enumerable.Range(0, z.Length).Sum(n => weight(n) * loss(n)) / Enumerable.Range(0, z.Length).Sum(weight);
        var plain = new LogisticCost(X, y);
        var weighted = new LogisticCost(X, y, (of0.Value, of1.Value));
        Digits.Agree(ScalarBinaryCrossEntropy.OfLogits(z, batch.Labels), plain.CrossEntropy(θ), 12);
        Digits.Agree(Mean(n => SigmoidCost.Squared(z[n], y[n]), _ => 1), plain.Squared(θ), 11);
        Digits.Agree(Mean(n => SigmoidCost.CrossEntropy(z[n], y[n]), n => m[n]), weighted.CrossEntropy(θ), 12);
        Digits.Agree(Mean(n => SigmoidCost.Squared(z[n], y[n]), n => m[n]), weighted.Squared(θ), 11);
        Digits.Agree(Mean(n => (z[n] >= 0) == (y[n] == 1) ? 0 : 1, n => m[n]), weighted.Thresholded(θ), 12);
    }

    // (3.33) (3.30) (3.35) S4-104 S2-109: gradients of both costs over the weights, with random class weights.
    [Property(MaxTest = 40)]
    public void Cost_gradients_are_right(Seed seed)
    {
        (LogisticCost cost, Vector<double> θ, _) = Draw(seed);
        GradientCheck.Smooth(cost.CrossEntropy, θ, cost.CrossEntropyGradient(θ)).ThrowIfFailed();
        GradientCheck.Smooth(cost.Squared, θ, cost.SquaredGradient(θ)).ThrowIfFailed();
    }

    // (3.34) S2-114: the Hessian is the gradient's Jacobian, symmetric, and vᵀHv ≥ 0.
    [Property(MaxTest = 40)]
    public void The_Hessian_is_right_and_positive_semidefinite(Seed seed)
    {
        (LogisticCost cost, Vector<double> θ, Vector<double> v) = Draw(seed);
        Matrix<double> H = cost.CrossEntropyHessian(θ);
        GradientCheck.Jacobian(cost.CrossEntropyGradient, θ, H).ThrowIfFailed();
        Assert.True(H.IsSymmetric() || (H - H.Transpose()).L2Norm() < 1e-15);
        Assert.True(v * (H * v) >= -1e-15);
    }

    // S4-104 S2-114: on random pairs of weights the cross-entropy's chord lies above its curve.
    [Property]
    public void Cross_entropy_is_convex_in_the_weights(Seed seed)
    {
        (LogisticCost cost, Vector<double> θ, Vector<double> φ) = Draw(seed);
        Assert.True(cost.CrossEntropy((θ + φ) / 2) <= (cost.CrossEntropy(θ) + cost.CrossEntropy(φ)) / 2 + 1e-14);
    }

    // S2-109 S2-110: among two hundred random pairs there are chords of squared error that lie below its curve, by far more than rounding.
    [Fact]
    public void Squared_error_is_not_convex_in_the_weights()
    {
        double[] sag = [.. Enumerable.Range(1, 200).Select(seed =>
        {
            (LogisticCost cost, Vector<double> θ, Vector<double> φ) = Draw(new Seed((ulong)seed));
            return cost.Squared((θ + φ) / 2) - (cost.Squared(θ) + cost.Squared(φ)) / 2;
        })];
        Assert.Contains(sag, s => s > 1e-2);
        Assert.Contains(sag, s => s < -1e-2);
    }

    // S2-109 S2-110: the three points of the figure: two minima of squared error, with a hill between, and one of cross-entropy.
    [Fact]
    public void Squared_error_of_one_weight_can_have_two_minima()
    {
        IReadOnlyList<double> minima = TwoMinima.Of(TwoMinima.Cost.Squared);
        Assert.Equal([-0.23, 1.95], minima);
        Assert.True(TwoMinima.Cost.Squared(0.5) > TwoMinima.Cost.Squared(minima[1]));
        Assert.Equal([-0.33], TwoMinima.Of(TwoMinima.Cost.CrossEntropy));
    }

    // S4-103: far out on the wrong side squared error has no slope and a threshold has none anywhere; cross-entropy has.
    [Fact]
    public void Only_cross_entropy_has_a_slope_far_out()
    {
        Assert.True(FlatRegion.Cost.SquaredGradient(FlatRegion.Far).L2Norm() < 1e-20);
        Assert.True(FlatRegion.Cost.CrossEntropyGradient(FlatRegion.Far).L2Norm() > 0.5);
        Vector<double> near = FlatRegion.Far + 1e-3;
        Assert.Equal(FlatRegion.Cost.Thresholded(FlatRegion.Far), FlatRegion.Cost.Thresholded(near));
        Digits.Agree(4.0 / 6, FlatRegion.Cost.Thresholded(FlatRegion.Far), 14);
    }

    // (3.33) (3.34): Newton's steps end where the gradient is 0; a separable set has no minimum, and two equal features have many.
    [Fact]
    public void The_minimum_of_the_cross_entropy_has_no_gradient()
    {
        Vector<double> θ = FlatRegion.Cost.Minimum();
        Assert.True(FlatRegion.Cost.CrossEntropyGradient(θ).L2Norm() < 1e-12);
        Assert.True(θ[0] > 0);
        var separable = new LogisticCost(LogisticCost.WithBias([-1, 1]), Vector<double>.Build.Dense([0, 1]));
        Assert.Contains("separable", Assert.Throws<InvalidOperationException>(() => separable.Minimum()).Message, StringComparison.Ordinal);
        var twice = new LogisticCost(Matrix<double>.Build.DenseOfRowArrays([-1.0, 0, 1], [-1.0, 0, 1]), Vector<double>.Build.Dense([0, 1, 0]));
        string refusal = Assert.Throws<InvalidOperationException>(() => twice.Minimum()).Message;
        Assert.All(new[] { "2 weights", "no unique minimum", "singular", "rank 1" }, part => Assert.Contains(part, refusal, StringComparison.Ordinal));
    }

    // (3.35) S1-041: on every one of five sets, class weights find more of the rare class, at the price of the common one.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Class_weights_find_the_rare_class(int seed)
    {
        Imbalance found = Imbalance.Measure((ulong)seed);
        Assert.True(found.WeightedRecall > found.UnweightedRecall + 0.3);
        Assert.True(found.WeightedMajority < found.UnweightedMajority);
        Assert.True(found.UnweightedMajority > 0.97);
        Assert.InRange(found.WeightedBoundary, 0.4, 1.1); // halfway between the means, 0.75, but for chance
    }
}
