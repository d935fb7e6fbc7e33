using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations.Tests;

public class SoftmaxTests
{
    // (2.18) S0-022 S0-023 S0-024 S0-026 S1-018 S1-067 S1-232 S2-031 S2-035 S3-087 S4-012
    [Property]
    public void Softmax_is_a_distribution_in_the_order_of_the_scores(RandomVector z)
    {
        double[] p = Softmax(z.Values);
        Digits.Agree(1, p.Sum(), 14);
        Assert.All(p, pi => Assert.True(pi > 0 && (pi < 1 || p.Length == 1)));
        int[] order = [.. Enumerable.Range(0, p.Length)];
        Assert.Equal(order.OrderBy(i => z.Values[i]), order.OrderBy(i => p[i]));
    }

    // (2.18) (2.21) (2.24) S0-018 S0-021 S1-018 S1-237 S2-035 S3-086 S3-087 S3-088: the shares of the exponentials.
    [Property]
    public void Stable_softmax_equals_the_printed_one_for_moderate_scores(RandomVector z)
    {
        Digits.Agree(NaiveSoftmax(z.Values), Softmax(z.Values), 13);
        Digits.Agree(Shares([.. z.Values.Select(Math.Exp)]), Softmax(z.Values), 13);
        Digits.Agree([0.0900305732, 0.2447284711, 0.6652409558], Softmax([1, 2, 3]), 10);
    }

    // (2.24) S0-026 S1-234 S1-237 S2-035 S3-087 S3-088 S4-012
    [Property]
    public void Softmax_is_invariant_to_a_shift(RandomVector z, Number c) =>
        Digits.Agree(Softmax(z.Values), Softmax([.. z.Values.Select(v => v + 100 * c.Value)]), 11);

    // (2.23) S1-021 S1-234: near T = 0 the largest takes all, at large T all are alike; T = ½ is a scale of 2.
    [Property]
    public void A_low_temperature_favours_the_largest_score_and_a_high_one_none(Seed seed)
    {
        double[] z = [.. seed.Stream().Normals(5)];
        double[] sorted = [.. z.OrderDescending()];
        double[] cold = Softmax(z, (sorted[0] - sorted[1]) / 40); // the gap is 40: e⁻⁴⁰ = 4·10⁻¹⁸
        Digits.Agree([.. z.Select(v => v == sorted[0] ? 1.0 : 0.0)], cold, 15);
        Digits.Agree([.. z.Select(_ => 0.2)], Softmax(z, 1e9), 8);
        Digits.Agree(Softmax([.. z.Select(v => 2 * v)]), Softmax(z, 0.5), 14);
    }

    // (2.18) (2.24) S1-237 S3-088: (1000, 1001, 1002) gives the result of (0, 1, 2); the printed form gives NaN from
    // e⁷¹⁰ on, which is more than a double can hold.
    [Fact]
    public void Softmax_is_stable_at_a_thousand_where_the_printed_form_is_not()
    {
        Digits.Agree(Softmax([0, 1, 2]), Softmax([1000, 1001, 1002]), 14);
        Digits.Agree(Softmax([0, 1, 2]), Softmax([-1002, -1001, -1000]), 14);
        Assert.Equal(double.NaN, NaiveSoftmax([710, 709])[0]);
        Digits.Agree(Softmax([709, 708]), NaiveSoftmax([709, 708]), 13);
        Assert.Equal(double.NaN, NaiveSoftmax([-1002, -1001, -1000])[0]);
    }

    // (2.20) S0-019 S0-020 S0-025 S1-018 S2-035
    [Property]
    public void A_gap_in_scores_is_a_ratio_in_probabilities_and_for_two_classes_a_sigmoid(RandomVector z, Number a,
        Number b)
    {
        double[] p = Softmax(z.Values);
        Digits.Agree(Math.Exp(z.Values[0] - z.Values[^1]), p[0] / p[^1], 12);
        Digits.Agree(Softmax([a.Value, b.Value]), [SoftmaxOfTwo(a.Value, b.Value), SoftmaxOfTwo(b.Value, a.Value)],
            14);
    }

    // (2.22) (2.26) S0-026 S1-233 S1-235 S2-035 S3-087: as by differences, with rows of sum 0; that of softmax is
    // symmetric and positive semidefinite.
    [Property]
    public void Jacobians_are_right_with_rows_of_sum_zero(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] z = random.Normals(2 + random.Below(6));
        GradientCheck.Jacobian(Softmax, z, SoftmaxJacobian(z)).ThrowIfFailed();
        GradientCheck.Jacobian(LogSoftmax, z, LogSoftmaxJacobian(z)).ThrowIfFailed();
        Matrix<double> J = Matrix<double>.Build.DenseOfArray(SoftmaxJacobian(z)),
            L = Matrix<double>.Build.DenseOfArray(LogSoftmaxJacobian(z));
        Vector<double> v = Vector<double>.Build.Dense(random.Normals(z.Length));
        double bound = 2 * z.Length * Math.ScaleB(1, -53); // 2K additions of numbers up to 1
        Assert.True(J.RowSums().AbsoluteMaximum() < bound && L.RowSums().AbsoluteMaximum() < bound);
        Assert.True(J.IsSymmetric());
        Assert.True(v * (J * v) >= -1e-14);
    }

    // (2.22) (2.26) S1-239: stretched scores saturate softmax; digits stay where 1 − p rounds to 0.
    [Fact]
    public void Jacobian_vanishes_at_extreme_scores_and_keeps_its_digits()
    {
        double[] norms = [.. new[] { 0.5, 1, 2, 4, 8, 16 }.Select(ActivationFigures.NormAt)];
        Assert.All(norms.Zip(norms.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        Digits.Agree(Math.Exp(-40), SoftmaxJacobian([40, 0])[0, 0], 14);
        Digits.Agree(Math.Exp(-40), LogSoftmaxJacobian([40, 0])[0, 0], 14);
    }

    // (2.25) S1-236: between the largest and ln K above it; a shift passes through; its gradient is softmax.
    [Property]
    public void Log_sum_exp_is_a_soft_maximum_whose_gradient_is_softmax(RandomVector z, Number c)
    {
        double soft = LogSumExp(z.Values);
        Assert.InRange(soft, z.Values.Max() - 1e-14, z.Values.Max() + Math.Log(z.Values.Length) + 1e-14);
        Digits.Agree(soft + c.Value, LogSumExp([.. z.Values.Select(v => v + c.Value)]), 14,
            terms: z.Values.Max(Math.Abs) + 3 + Math.Abs(c.Value)); // ln K ≤ 3
        GradientCheck.Smooth(LogSumExp, z.Values, Softmax(z.Values)).ThrowIfFailed();
    }

    // (2.24) (2.25) S1-236
    [Property]
    public void Log_softmax_is_the_logarithm_of_softmax(RandomVector z)
    {
        Digits.Agree(Softmax(z.Values), [.. LogSoftmax(z.Values).Select(Math.Exp)], 13);
        Digits.Agree([10, .. z.Values.Select(v => v - LogSumExp(z.Values))], [10, .. LogSoftmax(z.Values)], 13);
    }

    // (2.24) S1-236: pytorch/pytorch issues 11752 and 38839; z − (m + ln Σ) loses ln 2 beside 10¹⁶.
    [Fact]
    public void Log_softmax_keeps_its_digits_for_scores_of_any_size()
    {
        Assert.Equal([-2000, 0], LogSoftmax([-1000, 1000]));
        Assert.Equal(1000, LogSumExp([-1000, 1000])); // e^2000 is no double
        Digits.Agree([-0.69314718055994531, -0.69314718055994531], LogSoftmax([1e16, 1e16]), 15);
        Digits.Agree(
            [-1.4818375667944002, -1.2318375667944002, -0.7318375667944002],
            LogSoftmax([1e9 + 0.25, 1e9 + 0.5, 1e9 + 1]), 15);
    }

    [Fact]
    public void Scores_and_temperatures_without_a_distribution_are_refused()
    {
        Assert.All(
            new Action<double[]>[] { z => Softmax(z), z => LogSoftmax(z), z => LogSumExp(z), z => SoftmaxJacobian(z) },
            form => Assert.Throws<InvalidOperationException>(() => form([])));
        BadInput.Refuses(() => Softmax([1], 0), "T", "> 0", "0");
        BadInput.Refuses(() => Softmax([1], double.NaN), "T", "> 0");
        Assert.Equal(double.NaN, Softmax([1, double.NaN])[0]);
        Assert.Equal(double.NegativeInfinity, Shares([-1, 1])[0]);
        Assert.Equal((-0.25, 0.5), (Shares([-1, 2, 3])[0], Shares([-1, 2, 3])[1])); // S3-086: no probability
    }
}
