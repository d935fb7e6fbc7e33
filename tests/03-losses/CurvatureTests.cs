using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Losses.Tests;

public class CurvatureTests
{
    private static Vector<double> V(params double[] values) => Vector<double>.Build.Dense(values);

    private static (LogisticCost Cost, Vector<double> θ, Vector<double> V) Draw(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int features, int count) = (1 + random.Below(4), 1 + random.Below(8));
        Matrix<double> X = Matrix<double>.Build.Dense(features, count, random.Normals(features * count));
        Vector<double> y = Vector<double>.Build.Dense(count, _ => random.Below(2));
        return (new(X, y, (random.Uniform(0.2, 2), random.Uniform(0.2, 2))), V(random.Normals(features)),
            V(random.Normals(features)));
    }

    // (3.18) (3.19) S2-110 S2-114: derivative and curvature belong to the value, for both labels and both losses.
    [Property]
    public void Derivatives_and_curvatures_belong_to_the_value(Number z, bool positive)
    {
        double y = positive ? 1 : 0, s = ScalarActivations.Sigmoid(z.Value);
        double D(Func<double, double, double> f) => NumericalDerivative.Richardson(v => f(v, y), z.Value);
        Digits.Agree(ScalarSquaredError.Sum([s], [y]), ScalarSigmoidLoss.Squared(z.Value, y), 14, terms: 1); // 1 − s
        Assert.Equal(D(ScalarSigmoidLoss.Squared), ScalarSigmoidLoss.SquaredDerivative(z.Value, y), 1e-9);
        Assert.Equal(D(ScalarSigmoidLoss.SquaredDerivative), ScalarSigmoidLoss.SquaredCurvature(z.Value, y), 1e-9);
        Assert.Equal(D(ScalarBinaryCrossEntropy.OfLogit), ScalarBinaryCrossEntropy.LogitDerivative(z.Value, y),
            1e-9);
        Assert.Equal(D(ScalarBinaryCrossEntropy.LogitDerivative), ScalarSigmoidLoss.CrossEntropyCurvature(z.Value),
            1e-9);
        Assert.True(ScalarSigmoidLoss.CrossEntropyCurvature(z.Value) > 0);
    }

    // (3.18) S2-110: for label 1 the curvature is 2s(1 − s)²(3s − 1): negative left of −ln 2, positive right of it;
    // mirrored for label 0.
    [Property]
    public void Squared_error_is_convex_only_right_of_minus_ln_2(Positive d)
    {
        double s = ScalarActivations.Sigmoid(d.Value), turn = ScalarSigmoidLoss.Inflection;
        Digits.Agree(2 * s * (1 - s) * (1 - s) * (3 * s - 1), ScalarSigmoidLoss.SquaredCurvature(d.Value, 1), 11);
        Assert.True(ScalarSigmoidLoss.SquaredCurvature(turn - d.Value, 1) < 0);
        Assert.True(ScalarSigmoidLoss.SquaredCurvature(turn + d.Value, 1) > 0);
        Assert.True(ScalarSigmoidLoss.SquaredCurvature(d.Value - turn, 0) < 0);
        Assert.Equal(0, ScalarSigmoidLoss.SquaredCurvature(turn, 1), 1e-16);
    }

    // (3.18) S1-078 S2-114: on a confident mistake the derivative of cross-entropy is nearly −1, that of squared error
    // nearly 0; the values at −4, and those where 1 − σ rounds to 0.
    [Fact]
    public void The_derivative_of_squared_error_vanishes_on_confident_mistakes()
    {
        Digits.Agree(-0.9820137900379085, ScalarBinaryCrossEntropy.LogitDerivative(-4, 1), 14);
        Digits.Agree(-0.03469004211, ScalarSigmoidLoss.SquaredDerivative(-4, 1), 8);
        Assert.InRange(ScalarSigmoidLoss.SquaredDerivative(-20, 1), -1e-8, 0);
        Digits.Agree(-0.1188141686, ScalarSigmoidLoss.SquaredCurvature(-2, 1), 9);
        Assert.Equal(0.125, ScalarSigmoidLoss.SquaredCurvature(0, 1));
        Digits.Agree(Math.Exp(-80), ScalarSigmoidLoss.Squared(40, 1), 14);
        Digits.Agree(-2 * Math.Exp(-80), ScalarSigmoidLoss.SquaredDerivative(40, 1), 14);
    }

    // (3.18) (3.20) (3.21) S2-109 S4-103 S4-104: weighted means of the single samples' losses; with equal weights the
    // plain means.
    [Property]
    public void Costs_are_weighted_means_over_samples(BinaryBatch batch, Number w, Number b, Positive of0,
        Positive of1)
    {
        (Vector<double> y, Vector<double> θ) = (V(batch.Labels), V(w.Value, b.Value));
        double[] z = [.. batch.Logits.Select(x => w.Value * x + b.Value)],
            m = [.. y.Select(label => label == 1 ? of1.Value : of0.Value)];
        double Mean(Func<double, double, double> loss) =>
            Enumerable.Range(0, z.Length).Sum(n => m[n] * loss(z[n], y[n])) / m.Sum();
        var plain = new LogisticCost(LogisticCost.WithBias(batch.Logits), y);
        var weighted = new LogisticCost(plain.X, y, (of0.Value, of1.Value));
        Digits.Agree(ScalarBinaryCrossEntropy.OfLogits(z, batch.Labels), plain.CrossEntropy(θ), 11);
        Digits.Agree(Mean(ScalarBinaryCrossEntropy.OfLogit), weighted.CrossEntropy(θ), 11);
        Digits.Agree(Mean(ScalarSigmoidLoss.Squared), weighted.Squared(θ), 11);
        Digits.Agree(Mean((score, label) => (score >= 0) == (label == 1) ? 0 : 1), weighted.Thresholded(θ), 12);
        Digits.Agree(z.Select(ScalarActivations.Sigmoid).ToArray(), plain.Predict(θ).ToArray(), 12);
    }

    // (3.18) (3.20) (3.21) S4-104 S2-109 S2-114: gradients and Hessian over the weights, with random class weights;
    // vᵀHv ≥ 0.
    [Property(MaxTest = 40)]
    public void Gradients_and_Hessian_are_right(Seed seed)
    {
        (LogisticCost cost, Vector<double> θ, Vector<double> v) = Draw(seed);
        GradientCheck.Smooth(cost.CrossEntropy, θ, cost.CrossEntropyGradient(θ)).ThrowIfFailed();
        GradientCheck.Smooth(cost.Squared, θ, cost.SquaredGradient(θ)).ThrowIfFailed();
        Matrix<double> H = cost.CrossEntropyHessian(θ);
        GradientCheck.Jacobian(cost.CrossEntropyGradient, θ, H).ThrowIfFailed();
        Assert.True(v * (H * v) >= -1e-15);
    }

    // S2-109 S2-110 S2-114 S4-104: every chord of cross-entropy lies above its curve; some of squared error lie below,
    // by far more than rounding; nor are two layers, σ(w₂ w₁) with label 1, convex in the weights.
    [Fact]
    public void Cross_entropy_is_convex_in_the_weights_and_squared_error_is_not()
    {
        double[] sag = [.. Enumerable.Range(1, 200).Select(seed =>
        {
            (LogisticCost cost, Vector<double> θ, Vector<double> φ) = Draw(new Seed((ulong)seed));
            Assert.True(cost.CrossEntropy((θ + φ) / 2) <= (cost.CrossEntropy(θ) + cost.CrossEntropy(φ)) / 2 + 1e-14);
            return cost.Squared((θ + φ) / 2) - (cost.Squared(θ) + cost.Squared(φ)) / 2;
        })];
        Assert.Contains(sag, s => s > 1e-2);
        Assert.Contains(sag, s => s < -1e-2);
        static double TwoLayers(double w1, double w2) => ScalarBinaryCrossEntropy.OfLogit(w2 * w1, 1);
        Assert.True(TwoLayers(0, 0) > (TwoLayers(3, 3) + TwoLayers(-3, -3)) / 2 + 0.6);
    }

    // (3.20) S4-103: far out on the wrong side the gradient of squared error vanishes, that of cross-entropy does not,
    // and a threshold has none; Newton's steps end where the gradient of cross-entropy is 0.
    [Fact]
    public void Only_cross_entropy_has_a_gradient_far_out_and_none_at_its_minimum()
    {
        (LogisticCost cost, Vector<double> far) = (LossExamples.SixPoints, LossExamples.FarWrong);
        Assert.True(cost.SquaredGradient(far).L2Norm() < 1e-20);
        Assert.True(cost.CrossEntropyGradient(far).L2Norm() > 0.5);
        Assert.Equal(cost.Thresholded(far), cost.Thresholded(far + 1e-3));
        Digits.Agree(4.0 / 6, cost.Thresholded(far), 14);
        Assert.True(cost.CrossEntropyGradient(cost.Minimum()).L2Norm() < 1e-14);
        Assert.True(cost.Minimum()[0] > 0);
    }

    // (3.20): a separable set has no minimum, nor has one with points of both labels on the line between; nor two
    // equal features one.
    [Theory]
    [InlineData(new double[] { -1, 1 }, new double[] { 0, 1 })]
    [InlineData(new double[] { -1, 0, 0, 1 }, new double[] { 0, 0, 1, 1 })]
    [InlineData(new double[] { -3, -1, 0.5, 0.5, 0.5, 2 }, new double[] { 0, 0, 1, 0, 1, 1 })]
    [InlineData(new double[] { -1, 7, 7, 9, 30 }, new double[] { 1, 0, 1, 0, 0 })]
    public void A_set_that_a_line_separates_has_no_minimum(double[] x, double[] y) =>
        HasNoMinimum(LogisticCost.WithBias(x), y, "separable");

    [Fact]
    public void Equal_features_have_no_unique_minimum() => HasNoMinimum(
        Matrix<double>.Build.DenseOfRowArrays([-1.0, 0, 1], [-1.0, 0, 1]), [0, 1, 0], "2 weights; there is no unique "
            + "minimum: the Hessian is singular, of rank 1");

    private static void HasNoMinimum(Matrix<double> X, double[] y, string why) => Assert.Contains(why,
        Assert.Throws<InvalidOperationException>(() => new LogisticCost(X, V(y)).Minimum()).Message,
        StringComparison.Ordinal);

    // (3.21) S1-041: on every one of five sets, class weights find more of the rare class, and less of the common one.
    [Fact]
    public void Class_weights_find_the_rare_class() => Assert.All(new ulong[] { 1, 2, 3, 4, 5 }, seed =>
    {
        (ClassWeights.Model plain, ClassWeights.Model weighted) = ClassWeights.Measure(seed);
        Assert.True(weighted.RareFound > plain.RareFound + 0.3);
        Assert.True(weighted.CommonFound < plain.CommonFound);
        Assert.True(plain.CommonFound > 0.97);
        Assert.InRange(weighted.Boundary, 0.4, 1.1); // halfway between the means, 0.75, but for chance
    });
}
