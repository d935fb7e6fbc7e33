using MathNet.Numerics.LinearAlgebra;
using Reference.Verification;

namespace Reference.Losses.Tests;

public class RegressionLossTests
{
    private static double[] Flat(Matrix<double> X) => X.ToColumnMajorArray();

    // (3.21) (3.22) (3.23) (3.24) S0-032 S1-077 S1-079 S1-086 S1-087 S2-077 S2-109 S3-034 S3-203: four reductions of one square, in both forms.
    [Property]
    public void Four_reductions_of_squared_error_differ_by_their_factors(PairOfMatrices pair)
    {
        (double[] ŷ, double[] y) = (Flat(pair.A), Flat(pair.B));
        double n = y.Length;
        double sum = ŷ.Zip(y, (a, b) => Math.Pow(b - a, 2)).Sum();
        double[] r = [.. ŷ.Zip(y, (a, b) => a - b)];
        foreach ((double scalar, double matrix, double factor) in new[]
        {
            (ScalarSquaredError.Sum(ŷ, y), RegressionEquations.SumOfSquares(pair.A, pair.B), 1),
            (ScalarSquaredError.HalfSum(ŷ, y), RegressionEquations.HalfSumOfSquares(pair.A, pair.B), 0.5),
            (ScalarSquaredError.HalfSum(pair.A.ToArray(), pair.B.ToArray()), RegressionEquations.HalfSumOfSquares(pair.A, pair.B), 0.5),
            (ScalarSquaredError.Mean(ŷ, y), RegressionEquations.MeanSquaredError(pair.A, pair.B), 1 / n),
            (ScalarSquaredError.HalfMean(ŷ, y), RegressionEquations.HalfMeanSquaredError(pair.A, pair.B), 0.5 / n),
        })
        {
            Digits.Agree(factor * sum, scalar, 13);
            Digits.Agree(factor * sum, matrix, 13);
        }

        foreach ((double[] scalar, Matrix<double> matrix, double factor) in new[]
        {
            (ScalarSquaredError.SumGradient(ŷ, y), RegressionEquations.SumOfSquaresGradient(pair.A, pair.B), 2),
            (ScalarSquaredError.HalfSumGradient(ŷ, y), RegressionEquations.HalfSumOfSquaresGradient(pair.A, pair.B), 1),
            (ScalarSquaredError.MeanGradient(ŷ, y), RegressionEquations.MeanSquaredErrorGradient(pair.A, pair.B), 2 / n),
            (ScalarSquaredError.HalfMeanGradient(ŷ, y), RegressionEquations.HalfMeanSquaredErrorGradient(pair.A, pair.B), 1 / n),
        })
        {
            Digits.Agree(r.Select(v => factor * v).ToArray(), scalar, 14);
            Digits.Agree(r.Select(v => factor * v).ToArray(), Flat(matrix), 14);
        }
    }

    // (3.21) (3.22) (3.23) (3.24) S0-032 S1-077 S1-079 S3-034 S3-203: against numerical derivatives.
    [Property(MaxTest = 20)]
    public void Squared_errors_have_the_right_gradients(PairOfMatrices pair)
    {
        (double[] ŷ, double[] y) = (Flat(pair.A), Flat(pair.B));
        GradientCheck.Smooth(a => ScalarSquaredError.Sum(a, y), ŷ, ScalarSquaredError.SumGradient(ŷ, y)).ThrowIfFailed();
        GradientCheck.Smooth(a => ScalarSquaredError.HalfSum(a, y), ŷ, ScalarSquaredError.HalfSumGradient(ŷ, y)).ThrowIfFailed();
        GradientCheck.Smooth(
            A => RegressionEquations.MeanSquaredError(A, pair.B), pair.A, RegressionEquations.MeanSquaredErrorGradient(pair.A, pair.B)).ThrowIfFailed();
        GradientCheck.Smooth(
            A => RegressionEquations.HalfMeanSquaredError(A, pair.B), pair.A, RegressionEquations.HalfMeanSquaredErrorGradient(pair.A, pair.B)).ThrowIfFailed();
    }

    // (3.25) (3.26) (3.27) S3-033 S3-036 S3-037: loops and matrices agree, also at thresholds that cut through the data.
    [Property]
    public void Scalar_and_matrix_forms_of_absolute_errors_agree(PairOfMatrices pair, Positive δ)
    {
        (double[] ŷ, double[] y) = (Flat(pair.A), Flat(pair.B));
        Digits.Agree(ŷ.Zip(y, (a, b) => Math.Abs(b - a)).Average(), ScalarAbsoluteError.Mean(ŷ, y), 13);
        Digits.Agree(ScalarAbsoluteError.Mean(ŷ, y), RegressionEquations.MeanAbsoluteError(pair.A, pair.B), 13);
        Digits.Agree(ScalarAbsoluteError.Huber(ŷ, y, δ.Value), RegressionEquations.Huber(pair.A, pair.B, δ.Value), 13);
        Digits.Agree(ScalarAbsoluteError.SmoothL1(ŷ, y, δ.Value), RegressionEquations.SmoothL1(pair.A, pair.B, δ.Value), 13);
        Digits.Agree(ScalarAbsoluteError.Gradient(ŷ, y), Flat(RegressionEquations.MeanAbsoluteErrorGradient(pair.A, pair.B)), 14);
        Digits.Agree(ScalarAbsoluteError.HuberGradient(ŷ, y, δ.Value), Flat(RegressionEquations.HuberGradient(pair.A, pair.B, δ.Value)), 14);
        Digits.Agree(ScalarAbsoluteError.SmoothL1Gradient(ŷ, y, δ.Value), Flat(RegressionEquations.SmoothL1Gradient(pair.A, pair.B, δ.Value)), 14);
    }

    // (3.25) (3.26) (3.27) S3-033 S3-036 S3-037: against central differences, draws near a kink rejected.
    [Property(MaxTest = 50)]
    public void Absolute_errors_have_the_right_gradients(PairOfVectors pair, Positive δ)
    {
        (double[] ŷ, double[] y) = (pair.A, pair.B);
        double kink = ŷ.Zip(y, (a, b) => Math.Abs(a - b)).Min();
        double joint = ŷ.Zip(y, (a, b) => Math.Abs(Math.Abs(a - b) - δ.Value)).Min();
        GradientCheck.Kinked(a => ScalarAbsoluteError.Mean(a, y), ŷ, ScalarAbsoluteError.Gradient(ŷ, y), kink).ThrowIfFailed();
        GradientCheck.Kinked(a => ScalarAbsoluteError.Huber(a, y, δ.Value), ŷ, ScalarAbsoluteError.HuberGradient(ŷ, y, δ.Value), joint).ThrowIfFailed();
        GradientCheck.Kinked(a => ScalarAbsoluteError.SmoothL1(a, y, δ.Value), ŷ, ScalarAbsoluteError.SmoothL1Gradient(ŷ, y, δ.Value), joint).ThrowIfFailed();
    }

    // (3.26) (3.27) S3-036 S3-037: smooth L1 is Huber over β; value and slope meet at the joint; the slope never exceeds δ.
    [Property]
    public void Huber_is_smooth_at_its_joint(Positive δ, Number r)
    {
        double d = δ.Value, ε = 1e-9 * d;
        Digits.Agree(ScalarAbsoluteError.Huber([r.Value], [0], d) / d, ScalarAbsoluteError.SmoothL1([r.Value], [0], d), 13);
        Digits.Agree(d * d / 2, ScalarAbsoluteError.Huber([d], [0], d), 14);
        Assert.Equal(d, ScalarAbsoluteError.HuberGradient([d - ε], [0], d)[0], 2 * ε);
        Assert.Equal(-d, ScalarAbsoluteError.HuberGradient([-d - ε], [0], d)[0], 1e-15);
        Assert.Equal(ScalarAbsoluteError.Huber([d - ε], [0], d), ScalarAbsoluteError.Huber([d + ε], [0], d), 4 * ε * d);
        Assert.True(Math.Abs(ScalarAbsoluteError.HuberGradient([r.Value], [0], d)[0]) <= d);
        Assert.True(Math.Abs(ScalarAbsoluteError.SmoothL1Gradient([r.Value], [0], d)[0]) <= 1);
    }

    // (3.25) S3-033: the subgradient at the kink is 0.
    [Fact]
    public void At_the_kink_the_absolute_error_pulls_nowhere()
    {
        Assert.Equal([0.0, 0.5], ScalarAbsoluteError.Gradient([1, 2], [1, 1]));
        Assert.Equal(0.0, RegressionEquations.MeanAbsoluteErrorGradient(Matrix<double>.Build.Dense(1, 1, 3), Matrix<double>.Build.Dense(1, 1, 3))[0, 0]);
    }

    // S1-078 S1-079 S1-077: never negative, 0 only for perfect predictions, ten times the residual a hundred times the loss.
    [Property]
    public void Squared_error_is_never_negative_and_scales_with_the_square(PairOfVectors pair)
    {
        Assert.True(ScalarSquaredError.Mean(pair.A, pair.B) > 0);
        Assert.Equal(0.0, ScalarSquaredError.Mean(pair.A, pair.A));
        double[] tenfold = [.. pair.A.Zip(pair.B, (a, b) => b + 10 * (a - b))];
        Digits.Agree(100 * ScalarSquaredError.Mean(pair.A, pair.B), ScalarSquaredError.Mean(tenfold, pair.B), 11);
        Digits.Agree(10 * ScalarAbsoluteError.Mean(pair.A, pair.B), ScalarAbsoluteError.Mean(tenfold, pair.B), 11);
    }

    // S1-087: a duplicated data set leaves means as they are and doubles sums.
    [Property]
    public void Duplicated_records_double_the_sum_and_not_the_mean(PairOfVectors pair)
    {
        (double[] ŷ, double[] y) = ([.. pair.A, .. pair.A], [.. pair.B, .. pair.B]);
        Digits.Agree(2 * ScalarSquaredError.HalfSum(pair.A, pair.B), ScalarSquaredError.HalfSum(ŷ, y), 13);
        Digits.Agree(ScalarSquaredError.HalfMean(pair.A, pair.B), ScalarSquaredError.HalfMean(ŷ, y), 13);
        Digits.Agree(ScalarSquaredError.HalfMeanGradient(pair.A, pair.B).Sum(), ScalarSquaredError.HalfMeanGradient(ŷ, y).Sum(), 11);
    }

    // (3.37) S3-035: on a fine grid no constant beats the mean, the median and the Huber centre, each under its own loss.
    [Property(MaxTest = 40)]
    public void Each_loss_has_its_own_centre(RandomVector y, Positive δ)
    {
        double[] All(double c) => [.. y.Values.Select(_ => c)];
        foreach ((double centre, Func<double, double> loss) in new (double, Func<double, double>)[]
        {
            (Centre.OfSquares(y.Values), c => ScalarSquaredError.Mean(All(c), y.Values)),
            (Centre.OfAbsolute(y.Values), c => ScalarAbsoluteError.Mean(All(c), y.Values)),
            (Centre.OfHuber(y.Values, δ.Value), c => ScalarAbsoluteError.Huber(All(c), y.Values, δ.Value)),
        })
        {
            double least = loss(centre);
            Assert.All(Enumerable.Range(-50, 101), i => Assert.True(loss(centre + i * 0.03) >= least - 1e-12 * (1 + least)));
        }
    }

    // (3.37) S3-035: of an even number the middle of the two middle targets, whatever their order.
    [Fact]
    public void The_median_of_four_is_the_middle_of_the_middle_two()
    {
        Assert.Equal(2.5, Centre.OfAbsolute([10, 3, 1, 2]));
        Assert.Equal(2.0, Centre.OfAbsolute([10, 1, 2]));
    }

    // (3.37) S3-035: one outlier moves the mean by 1/n of its way, and the median not at all.
    [Property]
    public void An_outlier_moves_the_mean_and_not_the_median(RandomVector v, Positive further)
    {
        double high = v.Values.Max() + 1;
        double[] near = [.. v.Values, high, high, high], far = [.. v.Values, high, high, high + further.Value];
        Assert.Equal(further.Value / near.Length, Centre.OfSquares(far) - Centre.OfSquares(near), 1e-12 * (1 + high));
        Assert.Equal(Centre.OfAbsolute(near), Centre.OfAbsolute(far));
    }

    // (3.28): the hinge's value and slope in both forms, content beyond the margin.
    [Property]
    public void The_hinge_pulls_until_the_margin_is_one(BinaryBatch batch)
    {
        (double[] s, double[] y) = (batch.Logits, batch.Signs);
        Vector<double> S = Vector<double>.Build.Dense(s), Y = Vector<double>.Build.Dense(y);
        Digits.Agree(s.Zip(y, (score, label) => Math.Max(0, 1 - label * score)).Average(), ScalarHinge.Mean(s, y), 13);
        Digits.Agree(ScalarHinge.Mean(s, y), BinaryEquations.Hinge(S, Y), 13);
        Digits.Agree(ScalarHinge.Gradient(s, y), BinaryEquations.HingeGradient(S, Y).ToArray(), 15);
        double kink = s.Zip(y, (score, label) => Math.Abs(1 - label * score)).Min();
        GradientCheck.Kinked(t => ScalarHinge.Mean(t, y), s, ScalarHinge.Gradient(s, y), kink).ThrowIfFailed();
        Assert.Equal(0.0, ScalarHinge.Mean([.. y.Select(label => 1.5 * label)], y));
        Assert.Equal(0.0, ScalarHinge.Gradient(y, y).Sum(Math.Abs)); // at the kink itself
    }

    // (3.28): hinge, and cross-entropy in bits, cap the share of mistakes from above.
    [Property]
    public void Hinge_and_cross_entropy_cap_the_mistakes(BinaryBatch batch)
    {
        double mistakes = batch.Logits.Zip(batch.Signs, (s, y) => s * y <= 0 ? 1.0 : 0).Average();
        Assert.True(ScalarHinge.Mean(batch.Logits, batch.Signs) >= mistakes);
        Assert.True(ScalarBinaryCrossEntropy.OfLogits(batch.Logits, batch.Labels) / Math.Log(2) >= mistakes);
    }

    // (3.36) S4-013: the line's cost and both derivatives; the least squares line has none left.
    [Property(MaxTest = 40)]
    public void Derivatives_of_the_cost_of_a_line_are_right_and_vanish_at_its_minimum(PairOfVectors v, Number w, Number b)
    {
        (double[] x, double[] z) = ([.. v.A, 5, -5], [.. v.B, 1, 0]); // two points apart, so that one line is best
        var cost = new LineCost(x, z);
        Digits.Agree(ScalarSquaredError.Sum([.. x.Select(xᵢ => w.Value * xᵢ + b.Value)], z), cost.Value(w.Value, b.Value), 12);
        (double dw, double db) = cost.Gradient(w.Value, b.Value);
        GradientCheck.Smooth(θ => cost.Value(θ[0], θ[1]), [w.Value, b.Value], new[] { dw, db }).ThrowIfFailed();
        (double best, double intercept) = cost.Minimum();
        (double restW, double restB) = cost.Gradient(best, intercept);
        Assert.Equal(0, restW, 1e-9);
        Assert.Equal(0, restB, 1e-9);
    }

    // (3.39) S3-032: the mean over samples of any loss, here of squared error over a linear graph.
    [Property]
    public void The_learning_problem_is_a_mean_over_samples(PairOfVectors v, Number w)
    {
        double[][] x = [.. v.A.Select(a => new[] { a })], y = [.. v.B.Select(b => new[] { b })];
        double mean = LearningProblem.MeanLoss(ScalarSquaredError.Sum, input => [w.Value * input[0]], x, y);
        Digits.Agree(ScalarSquaredError.Mean([.. v.A.Select(a => w.Value * a)], v.B), mean, 12);
    }
}
