using MathNet.Numerics.LinearAlgebra;
using Reference.Verification;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations.Tests;

public class SoftmaxTests
{
    // (2.18) S0-023 S0-024 S0-026 S1-018 S1-067 S1-232 S2-031 S2-035 S3-087 S4-012: a distribution, in the order of the scores.
    [Property]
    public void Softmax_is_a_distribution_in_the_order_of_the_scores(RandomVector z)
    {
        double[] p = Softmax(z.Values);
        Digits.Agree(1, p.Sum(), 14);
        Assert.All(p, pi => Assert.True(pi > 0 && (pi < 1 || p.Length == 1)));
        int[] order = [.. Enumerable.Range(0, p.Length)];
        Assert.Equal(order.OrderBy(i => z.Values[i]), order.OrderBy(i => p[i]));
    }

    // (2.26) S0-026 S1-234 S1-237 S2-035 S3-087 S3-088 S4-012
    [Property]
    public void Softmax_is_invariant_to_a_shift(RandomVector z, Number c) =>
        Digits.Agree(Softmax(z.Values), Softmax([.. z.Values.Select(v => v + 100 * c.Value)]), 11);

    // (2.25) S1-234: what the notes call scale invariant is not; scaling is 1 over the temperature.
    [Property]
    public void Softmax_is_changed_by_a_scale(RandomVector z, Positive T)
    {
        Digits.Agree(Softmax([.. z.Values.Select(v => v / T.Value)]), ClassProbabilities.Tempered(z.Values, T.Value), 15);
        if (z.Values.Length > 1 && z.Values.Max() - z.Values.Min() > 0.1)
        {
            Assert.True(RelativeError.ByNorm(Softmax(z.Values), ClassProbabilities.Tempered(z.Values, 0.5)) > 1e-3 || Softmax(z.Values).Max() > 0.99);
        }
    }

    // (2.25) S1-021: near T = 0 the largest takes all, at large T all are alike.
    [Property]
    public void Softmax_is_a_soft_arg_max(Seed seed)
    {
        double[] z = [.. seed.Stream().Normals(5)];
        double[] sorted = [.. z.OrderDescending()];
        double[] cold = ClassProbabilities.Tempered(z, (sorted[0] - sorted[1]) / 40); // the gap is 40: e⁻⁴⁰ = 4·10⁻¹⁸
        Digits.Agree([.. z.Select(v => v == sorted[0] ? 1.0 : 0.0)], cold, 15);
        Digits.Agree([.. z.Select(_ => 0.2)], ClassProbabilities.Tempered(z, 1e9), 8);
    }

    // (2.18) (2.26) S1-237 S3-088: the stable form is the printed one where that one can be computed.
    [Property]
    public void Stable_softmax_equals_the_naive_one_for_tame_scores(RandomVector z) => Digits.Agree(NaiveSoftmax(z.Values), Softmax(z.Values), 13);

    // (2.26) S1-237 S3-088: (1000, 1001, 1002) gives what (0, 1, 2) gives; the naive form refuses both ends.
    [Fact]
    public void Softmax_is_stable_at_a_thousand_where_the_naive_form_is_not()
    {
        Digits.Agree(Softmax([0, 1, 2]), Softmax([1000, 1001, 1002]), 14);
        Digits.Agree(Softmax([0, 1, 2]), Softmax([-1002, -1001, -1000]), 14);
        Assert.Throws<ArgumentOutOfRangeException>(() => NaiveSoftmax([1000, 1001, 1002]));
        Assert.Throws<ArgumentOutOfRangeException>(() => NaiveSoftmax([-1002, -1001, -1000]));
    }

    // (2.20) S0-020
    [Property]
    public void A_gap_in_scores_is_a_ratio_in_probabilities(RandomVector z)
    {
        double[] p = Softmax(z.Values);
        Digits.Agree(p[0] / p[^1], ClassProbabilities.Ratio(z.Values[0], z.Values[^1]), 12);
    }

    // (2.21) S0-025 S1-018 S2-035
    [Property]
    public void Softmax_of_two_classes_is_the_sigmoid_of_the_gap(Number a, Number b) =>
        Digits.Agree(Softmax([a.Value, b.Value]), [ClassProbabilities.FirstOfTwo(a.Value, b.Value), ClassProbabilities.FirstOfTwo(b.Value, a.Value)], 14);

    // (2.22) S3-086: the shares add up to 1, keep the sign of outputs of one sign, and are the exponentials' softmax.
    [Property]
    public void Softmax_is_the_naive_shares_of_the_exponentials(RandomVector z)
    {
        double[] shares = ClassProbabilities.NaiveShares([.. z.Values.Select(Math.Exp)]);
        Digits.Agree(1, shares.Sum(), 14);
        Digits.Agree(Softmax(z.Values), shares, 13);
    }

    // (2.23) S0-026 S1-235 S2-035 S3-087: symmetric, rows add up to 0, and no direction makes it negative.
    [Property]
    public void Jacobian_of_softmax_is_symmetric_with_rows_of_sum_zero_and_positive_semidefinite(PairOfVectors zv)
    {
        double[,] J = SoftmaxJacobian(zv.A);
        int K = zv.A.Length;
        double form = 0;
        for (int i = 0; i < K; i++)
        {
            double row = 0;
            for (int j = 0; j < K; j++)
            {
                row += J[i, j];
                form += zv.B[i] * J[i, j] * zv.B[j];
                Assert.Equal(J[i, j], J[j, i], 1e-16);
            }

            Assert.True(Math.Abs(row) < 1e-15);
        }

        Assert.True(form >= -1e-14);
    }

    // S1-239: stretched scores saturate softmax.
    [Fact]
    public void Jacobian_of_softmax_vanishes_at_extreme_scores()
    {
        double[] norms = [.. new[] { 0.5, 1, 2, 4, 8, 16 }.Select(SoftmaxFigures.NormAt)];
        Assert.All(norms.Zip(norms.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        Assert.True(norms[^1] < 1e-15);
    }

    // (2.27) S1-236: between the largest and ln K above it; a shift passes through; its gradient is softmax.
    [Property]
    public void Log_sum_exp_is_a_soft_maximum_whose_gradient_is_softmax(RandomVector z, Number c)
    {
        double soft = LogSumExp(z.Values);
        Assert.InRange(soft, z.Values.Max() - 1e-14, z.Values.Max() + Math.Log(z.Values.Length) + 1e-14);
        Digits.Agree(10 + soft + c.Value, 10 + LogSumExp([.. z.Values.Select(v => v + c.Value)]), 12);
        GradientCheck.Smooth(LogSumExp, z.Values, Softmax(z.Values)).ThrowIfFailed();
    }

    // (2.28) S1-236
    [Property]
    public void Exponentials_of_log_softmax_are_softmax(RandomVector z) => Digits.Agree(Softmax(z.Values), [.. LogSoftmax(z.Values).Select(Math.Exp)], 13);

    // (2.28) S1-236: finite where the probability has rounded to 0 and where the printed form overflows.
    [Fact]
    public void Log_softmax_is_finite_where_softmax_rounds_to_zero()
    {
        Assert.Equal([-2000, 0], LogSoftmax([-1000, 1000]));
        Assert.Equal(0, Softmax([-1000, 1000])[0]);
        Digits.Agree([-2.407605964444380, -1.407605964444380, -0.407605964444380], LogSoftmax([1001, 1002, 1003]), 12);
    }

    // (2.19) S1-067 S1-068: one layer's scores, seen by softmax and by K sigmoids; only the first must add up to 1.
    [Property]
    public void One_node_per_class_adds_up_to_one_and_one_network_per_class_need_not(Seed seed)
    {
        var random = seed.Stream();
        Matrix<double> W = Matrix<double>.Build.Dense(4, 3, random.Normals(12));
        Vector<double> b = Vector<double>.Build.Dense(random.Normals(4));
        Matrix<double> X = Matrix<double>.Build.Dense(3, 5, random.Normals(15));
        Matrix<double> P = OutputNodes.OneNodePerClass(W, b, X);
        Matrix<double> Q = OutputNodes.OneNetworkPerClass(W, b, X);
        for (int n = 0; n < 5; n++)
        {
            double[] z = (W * X.Column(n) + b).ToArray();
            Digits.Agree(Softmax(z), P.Column(n).ToArray(), 13);
            Digits.Agree([.. z.Select(Sigmoid)], Q.Column(n).ToArray(), 13);
        }

        Digits.Agree(Vector<double>.Build.Dense(5, 1), P.ColumnSums(), 14);
        Assert.True((Q.ColumnSums() - 1).AbsoluteMaximum() > 1e-3);
    }
}
