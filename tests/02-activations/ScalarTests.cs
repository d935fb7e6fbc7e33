using Reference.Numerics;
using Reference.Verification;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations.Tests;

public class ScalarTests
{
    // (2.2) S4-006 S4-007
    [Fact]
    public void Step_is_one_from_zero_on_and_linear_is_the_score()
    {
        Assert.Equal([0, 0, 1, 1], new[] { -1, -double.Epsilon, 0, 1 }.Select(Step));
        Assert.Equal([0, 0, 0], new[] { -1.0, 0, 1 }.Select(StepDerivative));
        Assert.Equal([-1.5, 2], new[] { -1.5, 2 }.Select(Linear));
        Assert.Equal([1, 1], new[] { -1.5, 2 }.Select(LinearDerivative));
    }

    // (2.3) S0-014 S1-016 S2-031 S2-032 S3-208 S4-003
    [Property]
    public void Sigmoid_is_its_printed_fraction_symmetric_and_rising(Number x, Positive step)
    {
        Digits.Agree(1 / (1 + Math.Exp(-x.Value)), Sigmoid(x.Value), 14);
        Digits.Agree(1, Sigmoid(x.Value) + Sigmoid(-x.Value), 14);
        Assert.True(Sigmoid(x.Value) is > 0 and < 1);
        Assert.True(Sigmoid(x.Value + step.Value) > Sigmoid(x.Value));
    }

    // (2.3) (2.4) S0-014 S1-016 S3-208 S4-094: the left tail is e^x to full precision, where 1 − σ(−x) rounds to 0.
    [Fact]
    public void Sigmoid_does_not_overflow_and_keeps_its_tail()
    {
        Assert.Equal([0, 0.5, 1], new[] { -1000.0, 0, 1000 }.Select(Sigmoid));
        Digits.Agree(Math.Exp(-40), Sigmoid(-40), 15);
        Digits.Agree(Math.Exp(-40), SigmoidDerivative(40), 15);
        Digits.Agree(3.720075976020836e-44, Sigmoid(-100), 14);
        Digits.Agree([0.7310585786, 0.8807970780, 0.9975273768], [Sigmoid(1), Sigmoid(2), Sigmoid(6)], 10);
    }

    // (2.4) S0-014 S1-053 S1-071 S1-090 S1-122 S2-032 S3-208
    [Property]
    public void Derivative_of_the_sigmoid_is_output_times_its_complement_and_at_most_a_quarter(Number x)
    {
        Digits.Agree(1 + Sigmoid(x.Value) * (1 - Sigmoid(x.Value)), 1 + SigmoidDerivative(x.Value),
            15); // 1 + …: 1 − σ cancels
        Assert.True(SigmoidDerivative(x.Value) <= SigmoidDerivative(0));
        Assert.Equal(0.25, SigmoidDerivative(0));
        Digits.Agree([0.1966119332, 0.0024665093], [SigmoidDerivative(-1), SigmoidDerivative(6)], 9);
    }

    // (2.5) S1-014 S1-015: the probability by the distance from the line, and that ½ is the step of chapter 01.
    [Property]
    public void Probability_depends_on_the_distance_and_turns_at_the_line(Neuron unit)
    {
        double score = Perceptrons.ScalarPerceptron.Score(unit.Weights, unit.Bias, unit.Input);
        double length = Math.Sqrt(unit.Weights.Sum(w => w * w));
        double d = Perceptrons.PerceptronEquations.SignedDistances(
            MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(unit.Weights), unit.Bias,
                Matrices.Column(unit.Input))[0];
        Digits.Agree(SigmoidUnit(unit.Weights, unit.Bias, unit.Input), Sigmoid(length * d), 12);
        Assert.Equal(Perceptrons.ScalarPerceptron.Step(score) == 1, Sigmoid(score) >= 0.5);
    }

    // (2.6) S0-015 S1-141 S2-031 S2-034 S3-210 S4-009
    [Property]
    public void Tanh_is_odd_and_a_stretched_sigmoid(Number x)
    {
        Digits.Agree(Math.Tanh(x.Value), Tanh(x.Value), 13);
        Assert.Equal(-Tanh(x.Value), Tanh(-x.Value));
        Digits.Agree(1 + 2 * Sigmoid(2 * x.Value), 2 + Tanh(x.Value),
            14); // shifted by 2: near 0 the right side cancels
        Assert.True(Math.Abs(Tanh(x.Value)) < 1 || Math.Abs(x.Value) > 18);
    }

    // (2.6) (2.7) S2-034 S3-210 S4-009: the printed fraction is ∞/∞ at 1000, and 1 − tanh² is 0 at 20.
    [Fact]
    public void Tanh_and_its_derivative_keep_their_digits()
    {
        Assert.Equal([-1, -1, 0, 1], new[] { -1000.0, -372.3, 0, 1000 }.Select(Tanh));
        Digits.Agree([0.4621171573, 0.7615941560, 0.9640275801], [Tanh(0.5), Tanh(1), Tanh(2)], 10);
        Digits.Agree([0.4199743416, 0.0706508249], [TanhDerivative(1), TanhDerivative(-2)], 9);
    }

    // (2.7) S0-015 S1-141 S2-034 S3-210 S4-136
    [Property]
    public void Derivative_of_tanh_is_one_minus_its_square_and_at_most_one(Number x)
    {
        Digits.Agree(2 - Math.Pow(Tanh(x.Value), 2), 1 + TanhDerivative(x.Value),
            14); // plus 1: far out the difference cancels
        Assert.True(TanhDerivative(x.Value) <= TanhDerivative(0));
        Assert.Equal(1, TanhDerivative(0));
    }

    // (2.4) (2.7) S1-141
    [Property]
    public void Tanh_is_steeper_than_the_sigmoid_up_to_1_662886_only(Number x) => Assert.Equal(
        Math.Abs(x.Value) < Math.Acosh(1 + Math.Sqrt(3)), TanhDerivative(x.Value) > SigmoidDerivative(x.Value));

    // (2.9) S0-016 S1-123 S1-142 S2-031 S2-033 S3-064 S3-211 S4-010
    [Property]
    public void Relu_cuts_off_below_zero(Number x, Positive c)
    {
        Assert.Equal(x.Value > 0 ? x.Value : 0, Relu(x.Value));
        Digits.Agree(c.Value * Relu(x.Value), Relu(c.Value * x.Value), 15);
        Assert.Equal(x.Value > 0 ? 1 : 0, ReluDerivative(x.Value));
        Assert.Equal(0, ReluDerivative(0)); // as in PyTorch
    }

    // (2.9) S1-123: 10,000 draws, whose share has a standard deviation of 0.005; 0.02 is four of them.
    [Fact]
    public void Half_of_all_relu_units_are_0_on_symmetric_scores() =>
        Assert.InRange(new RandomStream(5).Normals(10_000).Count(z => Relu(z) == 0) / 10_000.0, 0.48, 0.52);

    // (2.10) S1-125 S4-011
    [Property]
    public void Leaky_relu_has_slope_alpha_below_zero(Positive x, Positive α)
    {
        Assert.Equal((x.Value, -α.Value * x.Value), (LeakyRelu(x.Value, α.Value), LeakyRelu(-x.Value, α.Value)));
        Assert.Equal((1, α.Value), (LeakyReluDerivative(x.Value, α.Value), LeakyReluDerivative(-x.Value, α.Value)));
        Assert.Equal((-0.02, 0.01, 0.01), (LeakyRelu(-2), LeakyReluDerivative(-2), LeakyReluDerivative(0)));
    }

    // (2.11) S1-126: continuous at 0, smooth there for α = 1 only, −α far to the left.
    [Property]
    public void Elu_goes_to_minus_alpha_and_is_smooth_for_alpha_one(Positive α, Positive x)
    {
        Assert.Equal((x.Value, 1), (Elu(x.Value, α.Value), EluDerivative(x.Value, α.Value)));
        Digits.Agree(α.Value * (1 - Math.Exp(-x.Value)), -Elu(-x.Value, α.Value), 12);
        Digits.Agree(-α.Value, Elu(-60, α.Value), 15);
        Digits.Agree(α.Value, EluDerivative(-1e-12, α.Value), 11);
        Assert.Equal(α.Value, EluDerivative(0, α.Value)); // at the kink, the derivative from the left
        Assert.Equal((Elu(-x.Value, 1), EluDerivative(-x.Value, 1)), (Elu(-x.Value), EluDerivative(-x.Value)));
    }

    // (2.11) (2.12) (2.14) S1-126 S1-127: values by mpmath; eˣ − 1 by subtraction loses them.
    [Fact]
    public void Rectifiers_keep_their_digits_near_zero_and_far_out()
    {
        Digits.Agree([-9.9999999995e-11, -1e-17 * 1e7], [Elu(-1e-10), Elu(-1e-17) * 1e7], 15);
        Digits.Agree([-0.632121, -0.864665, -1.111331, 1.050701], [Elu(-1), Elu(-2), Selu(-1), Selu(1)], 6);
        Assert.Equal((1000, 0), (Softplus(1000), Softplus(-1000)));
    }

    // (2.6) (2.11) (2.14): against the series up to t³, and where nothing is small; the ends of the range.
    [Property]
    public void Logarithm_and_exponential_near_one_keep_their_digits(Number x)
    {
        double t = 1e-6 * x.Value, y = Math.Abs(x.Value);
        Digits.Agree(t + t * t / 2 + t * t * t / 6, NearOne.Expm1(t), 14);
        Digits.Agree(t - t * t / 2 + t * t * t / 3, NearOne.Log1p(t), 14);
        Digits.Agree(Math.Exp(1 + y) - 1, NearOne.Expm1(1 + y), 14);
        Digits.Agree(Math.Log(2 + y), NearOne.Log1p(1 + y), 14);
        Assert.Equal((-1, -1, double.PositiveInfinity), // e⁻⁷⁴⁵ has one bit
            (NearOne.Expm1(-745), NearOne.Expm1(-800), NearOne.Expm1(800)));
        Digits.Agree([705, 709], [Math.Log(NearOne.Expm1(705)), NearOne.Log1p(Math.Exp(709))], 14);
        Assert.Equal(double.NegativeInfinity, NearOne.Log1p(-1));
    }

    // (2.12) (2.13) S1-127: both conditions hold for the published constants and for no others near them.
    [Fact]
    public void Selu_constants_solve_the_fixed_point()
    {
        (double λ, double α) = SelfNormalization.Solve();
        Digits.Agree([SeluScale, SeluAlpha], [λ, α], 13);
        Assert.True(Math.Abs(SelfNormalization.Mean(SeluScale, SeluAlpha)) < 1e-14);
        Digits.Agree(1, SelfNormalization.MeanSquare(SeluScale, SeluAlpha), 14);
        Assert.True(Math.Abs(SelfNormalization.Mean(SeluScale, 1.6)) > 0.01);
        Assert.True(Math.Abs(SelfNormalization.MeanSquare(1.04, SeluAlpha) - 1) > 0.01);
    }

    // (2.12) (2.13) S1-127: 200,000 draws leave standard deviations of 0.002 (mean) and 0.004 (variance).
    [Fact]
    public void Selu_keeps_mean_zero_and_variance_one()
    {
        double[] y = [.. new RandomStream(3).Normals(200_000).Select(Selu)];
        double mean = y.Average();
        Assert.InRange(mean, -0.01, 0.01);
        Assert.InRange(y.Average(v => (v - mean) * (v - mean)), 0.985, 1.015);
    }

    // (2.14): above both of its asymptotes 0 and x, by ln 2 at most; the difference of two of them is x.
    [Property]
    public void Softplus_lies_above_relu_by_at_most_ln_2(Number x)
    {
        Assert.InRange(Softplus(x.Value) - Relu(x.Value), 0, Math.Log(2) + 1e-15);
        Digits.Agree(x.Value, Softplus(x.Value) - Softplus(-x.Value), 14, terms: 1 + Math.Abs(x.Value));
        Digits.Agree(Math.Log(1 + Math.Exp(x.Value)), Softplus(x.Value), 14, terms: 1); // 1 + eˣ loses a small eˣ
    }

    // (2.15) S1-267: GELU(x) − GELU(−x) = x, as for ReLU, since Φ(x) + Φ(−x) = 1.
    [Property]
    public void Gelu_splits_the_score_as_relu_does(Number x)
    {
        Digits.Agree(x.Value, Gelu(x.Value) - Gelu(-x.Value), 14, terms: 1);
        Digits.Agree(1, GeluDerivative(x.Value) + GeluDerivative(-x.Value), 12);
        Assert.InRange(Gelu(x.Value), -0.17, Relu(x.Value));
    }

    // (2.15) (2.16) S1-267: not monotone, ReLU far out, the tanh form within 4.74·10⁻⁴; nothing overflows.
    [Fact]
    public void Gelu_and_its_tanh_form_dip_below_zero_and_follow_relu_far_out()
    {
        Digits.Agree([-0.158655, 0.345731, 0.841345], [Gelu(-1), Gelu(0.5), Gelu(1)], 6);
        Assert.True(GeluDerivative(-0.76) < 0 && GeluDerivative(-0.74) > 0 && GeluDerivative(0) == 0.5);
        Assert.Equal((1e150, 0, 1), (Gelu(1e150), Gelu(-1000), GeluDerivative(1e150)));
        Assert.Equal((1e150, 0), (GeluTanh(1e150), GeluTanh(-1e150)));
        Assert.Equal((1, 0, 1), (GeluTanhDerivative(1e200), GeluTanhDerivative(-1e200), GeluTanhDerivative(11)));
        Assert.True(GeluTanh(-11) is < 0 and > -1e-30); // tiny, and not rounded to 0
        Assert.All(Enumerable.Range(-600, 1201), i =>
            Assert.True(Math.Abs(GeluTanh(i / 100.0) - Gelu(i / 100.0)) < 4.74e-4));
    }

    // (2.17): series, fraction and the mirror below 0 against MathNet's, also where erfc is tiny.
    [Fact]
    public void Complementary_error_function_agrees_with_an_independent_one()
    {
        for (int i = -600; i <= 2500; i++)
        {
            Digits.Agree(
                MathNet.Numerics.SpecialFunctions.Erfc(i / 100.0),
                    NormalDistribution.ComplementaryErrorFunction(i / 100.0), 12);
        }

        Digits.Agree(7.6198530241605e-24, NormalDistribution.Cumulative(-10), 12);
        Digits.Agree(0.3989422804014327, NormalDistribution.Density(0), 15);
    }

    // (2.4) (2.7) (2.14) (2.15) (2.16) S0-014 S0-015 S1-071 S1-090 S1-141 S1-267 S2-032 S2-034 S3-208 S3-210
    [Property]
    public void Derivatives_of_smooth_activations_are_right(Number x) => Assert.All(
        new[] { Activation.Linear, Activation.Sigmoid, Activation.Tanh, Activation.Softplus, Activation.Gelu,
            Activation.GeluTanh },
        f => GradientCheck.Smooth(f.Value, x.Value, f.Derivative(x.Value)).ThrowIfFailed());

    // (2.2) (2.9) (2.10) (2.11) (2.12) S0-016 S1-123 S1-125 S1-126 S1-127 S2-033 S3-064 S3-211 S4-010 S4-011
    [Property]
    public void Derivatives_of_kinked_activations_are_right_off_the_kink(Number x) => Assert.All(
        new[] { Activation.Step, Activation.Relu, Activation.LeakyRelu, Activation.Leaky(0.3), Activation.Elu,
            Activation.Selu },
        f => GradientCheck.Kinked(f.Value, x.Value, f.Derivative(x.Value), Math.Abs(x.Value)).ThrowIfFailed());

    [Fact]
    public void NaN_passes_through() => Assert.All(
        Activation.All.Where(f => f != Activation.Step), f => Assert.Equal(double.NaN, f.Value(double.NaN)));
}
