using MathNet.Numerics.LinearAlgebra;
using Reference.Verification;

namespace Reference.Losses.Tests;

public class RegressionLossTests
{
    // (3.14) (3.25) S0-032 S1-077 S1-078 S1-079 S1-086 S1-087 S2-077 S2-109 S3-032 S3-034 S3-203: four reductions of
    // one square, with gradients as written.
    [Property]
    public void Four_reductions_of_squared_error_differ_by_their_factors(PairOfMatrices pair)
    {
        (Matrix<double> Ŷ, Matrix<double> Y) = (pair.A, pair.B);
        (double[] ŷ, double[] y) = (Ŷ.ToColumnMajorArray(), Y.ToColumnMajorArray());
        double n = y.Length, sum = ŷ.Zip(y, (a, b) => Math.Pow(b - a, 2)).Sum();
        (double Factor, double[] Losses, double[][] Gradients)[] forms =
        [
            (1, [ScalarSquaredError.Sum(ŷ, y), RegressionEquations.SumOfSquares(Ŷ, Y)],
                [ScalarSquaredError.SumGradient(ŷ, y),
                    RegressionEquations.SumOfSquaresGradient(Ŷ, Y).ToColumnMajorArray()]),
            (0.5, [ScalarSquaredError.HalfSum(ŷ, y), ScalarSquaredError.HalfSum(Ŷ.ToArray(), Y.ToArray())],
                [ScalarSquaredError.HalfSumGradient(ŷ, y)]),
            (1 / n,
                [ScalarSquaredError.Mean(ŷ, y), RegressionEquations.MeanSquaredError(Ŷ, Y), MeanLoss.Squared.Of(ŷ, y)],
                [ScalarSquaredError.MeanGradient(ŷ, y),
                    RegressionEquations.MeanSquaredErrorGradient(Ŷ, Y).ToColumnMajorArray()]),
            (0.5 / n, [ScalarSquaredError.HalfMean(ŷ, y)], [ScalarSquaredError.HalfMeanGradient(ŷ, y)]),
        ];
        Assert.All(forms, form =>
        {
            Assert.All(form.Losses, loss => Digits.Agree(form.Factor * sum, loss, 13));
            double[] written = [.. ŷ.Zip(y, (a, b) => 2 * form.Factor * (a - b))];
            Assert.All(form.Gradients, gradient => Digits.Agree(written, gradient, 14));
        });
        GradientCheck.Smooth(v => ScalarSquaredError.Sum(v, y), ŷ, ScalarSquaredError.SumGradient(ŷ, y))
            .ThrowIfFailed();
    }

    // (3.15) (3.16) S3-033 S3-036 S3-037: matrices are means of the scalar form, also at thresholds that cut through
    // the data; their gradients against central differences, draws near a kink rejected.
    [Property(MaxTest = 60)]
    public void Absolute_errors_are_means_with_the_right_gradients(PairOfMatrices pair, Positive δ)
    {
        (Matrix<double> Ŷ, Matrix<double> Y, double d) = (pair.A, pair.B, δ.Value);
        double[] r = (Ŷ - Y).ToColumnMajorArray(), ŷ = Ŷ.ToColumnMajorArray(), y = Y.ToColumnMajorArray();
        Digits.Agree(r.Average(Math.Abs), ScalarAbsoluteError.Mean(ŷ, y), 13);
        Digits.Agree(r.Average(Math.Abs), RegressionEquations.MeanAbsoluteError(Ŷ, Y), 13);
        Digits.Agree(r.Average(v => ScalarAbsoluteError.Huber(v, d)), MeanLoss.Huber(d).Of(Ŷ, Y), 13);
        Digits.Agree(r.Average(v => ScalarAbsoluteError.SmoothL1(v, d)), MeanLoss.SmoothL1(d).Of(Ŷ, Y), 13);
        Matrix<double> gradient = RegressionEquations.MeanAbsoluteErrorGradient(Ŷ, Y);
        Digits.Agree(gradient.ToColumnMajorArray(), ScalarAbsoluteError.Gradient(ŷ, y), 15);
        double kink = r.Min(Math.Abs), joint = r.Min(v => Math.Abs(Math.Abs(v) - d));
        GradientCheck.Kinked(A => RegressionEquations.MeanAbsoluteError(A, Y), Ŷ, gradient, kink).ThrowIfFailed();
        Assert.All(new[] { MeanLoss.Huber(d), MeanLoss.SmoothL1(d) },
            loss => GradientCheck.Kinked(A => loss.Of(A, Y), Ŷ, loss.Gradient(Ŷ, Y), joint).ThrowIfFailed());
    }

    // (3.16) S3-036 S3-037: smooth L1 is Huber over β; value and derivative meet at the joint; the derivative never
    // exceeds δ.
    [Property]
    public void Huber_is_smooth_at_its_joint(Positive δ, Number r)
    {
        double d = δ.Value, ε = 1e-9 * d;
        Digits.Agree(ScalarAbsoluteError.Huber(r.Value, d) / d, ScalarAbsoluteError.SmoothL1(r.Value, d), 13);
        Digits.Agree(d * d / 2, ScalarAbsoluteError.Huber(d, d), 14);
        Assert.Equal(d, ScalarAbsoluteError.HuberDerivative(d - ε, d), 2 * ε);
        Assert.Equal(-d, ScalarAbsoluteError.HuberDerivative(-d - ε, d), 1e-15);
        Assert.Equal(ScalarAbsoluteError.Huber(d - ε, d), ScalarAbsoluteError.Huber(d + ε, d), 4 * ε * d);
        Assert.True(Math.Abs(ScalarAbsoluteError.HuberDerivative(r.Value, d)) <= d);
        Assert.True(Math.Abs(ScalarAbsoluteError.SmoothL1Derivative(r.Value, d)) <= 1);
        Assert.Equal([0.0, 0.5], ScalarAbsoluteError.Gradient([1, 2], [1, 1])); // the subgradient at the kink is 0
    }

    // (3.23) S3-035: on a fine grid no constant beats the mean, the median and the Huber constant, each under its own
    // loss.
    [Property(MaxTest = 40)]
    public void Each_loss_has_its_own_best_constant(RandomVector y, Positive δ)
    {
        foreach ((double best, Func<double, double> loss) in new (double, Func<double, double>)[]
        {
            (BestConstant.OfSquares(y.Values), c => y.Values.Average(v => (v - c) * (v - c))),
            (BestConstant.OfAbsolute(y.Values), c => y.Values.Average(v => Math.Abs(v - c))),
            (BestConstant.OfHuber(y.Values, δ.Value),
                c => y.Values.Average(v => ScalarAbsoluteError.Huber(c - v, δ.Value))),
        })
        {
            double least = loss(best);
            Assert.All(Enumerable.Range(-50, 101),
                i => Assert.True(loss(best + i * 0.03) >= least - 1e-12 * (1 + least)));
        }

        Assert.Equal(2.5, BestConstant.OfAbsolute([10, 3, 1, 2])); // the middle of the middle two
    }

    // (3.23) S3-035: one outlier moves the mean by 1/n of its way, and the median not at all.
    [Property]
    public void An_outlier_moves_the_mean_and_not_the_median(RandomVector v, Positive further)
    {
        double high = v.Values.Max() + 1;
        double[] near = [.. v.Values, high, high, high], far = [.. v.Values, high, high, high + further.Value];
        Assert.Equal(further.Value / near.Length, BestConstant.OfSquares(far) - BestConstant.OfSquares(near),
            1e-15 * far.Sum(Math.Abs)); // n additions, over n
        Assert.Equal(BestConstant.OfAbsolute(near), BestConstant.OfAbsolute(far));
        Assert.Equal(1.1, BestConstant.OfAbsolute([.. LossExamples.Targets, 1000]));
    }

    // (3.17) S2-111: the hinge as written, its gradient, 0 from the margin on; it and cross-entropy in bits bound the
    // mistakes.
    [Property]
    public void The_hinge_is_zero_from_the_margin_on_and_bounds_the_mistakes(BinaryBatch batch)
    {
        (double[] s, double[] y) = (batch.Logits, batch.Signs);
        Digits.Agree(s.Zip(y, (score, label) => Math.Max(0, 1 - label * score)).Average(), ScalarHinge.Mean(s, y), 13);
        double kink = s.Zip(y, (score, label) => Math.Abs(1 - label * score)).Min();
        GradientCheck.Kinked(t => ScalarHinge.Mean(t, y), s, ScalarHinge.Gradient(s, y), kink).ThrowIfFailed();
        Assert.Equal(0.0, ScalarHinge.Mean([.. y.Select(label => 1.5 * label)], y));
        Assert.Equal(0.0, ScalarHinge.Gradient(y, y).Sum(Math.Abs)); // at the kink itself
        double mistakes = s.Zip(y, (score, label) => score * label <= 0 ? 1.0 : 0).Average();
        Assert.True(ScalarHinge.Mean(s, y) >= mistakes);
        Assert.True(ScalarBinaryCrossEntropy.OfLogits(s, batch.Labels) / Math.Log(2) >= mistakes);
    }

    // (3.22) S4-013: the line's cost and both derivatives; the least squares line has none left.
    [Property(MaxTest = 40)]
    public void Derivatives_of_the_cost_of_a_line_are_right_and_vanish_at_its_minimum(PairOfVectors v, Number w,
        Number b)
    {
        (double[] x, double[] z) = ([.. v.A, 5, -5], [.. v.B, 1, 0]); // two points apart, so that one line is best
        var cost = new LineCost(x, z);
        Digits.Agree(ScalarSquaredError.Sum([.. x.Select(xᵢ => w.Value * xᵢ + b.Value)], z),
            cost.Value(w.Value, b.Value), 12);
        (double dw, double db) = cost.Gradient(w.Value, b.Value);
        GradientCheck.Smooth(θ => cost.Value(θ[0], θ[1]), [w.Value, b.Value], new[] { dw, db }).ThrowIfFailed();
        (double best, double intercept) = cost.Minimum();
        (double restW, double restB) = cost.Gradient(best, intercept);
        Assert.Equal(0, restW, 1e-9);
        Assert.Equal(0, restB, 1e-9);
    }
}
