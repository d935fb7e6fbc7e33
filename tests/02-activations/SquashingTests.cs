using MathNet.Numerics.LinearAlgebra;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations.Tests;

public class SquashingTests
{
    // (2.1) S4-006: the values at −1, 0 and 1, and that nothing gets back through a step.
    [Fact]
    public void Step_is_one_from_zero_on_and_flat()
    {
        Assert.Equal([0, 1, 1], new[] { -1.0, 0, 1 }.Select(Step));
        Assert.Equal(0, Step(-double.Epsilon));
        Assert.Equal([0, 0, 0], new[] { -1.0, 0, 1 }.Select(StepDerivative));
    }

    // (2.2) S4-007
    [Property]
    public void Linear_is_the_score_itself_with_slope_one(Number x)
    {
        Assert.Equal(x.Value, Linear(x.Value));
        Assert.Equal(1, LinearDerivative(x.Value));
    }

    // (2.3) S0-014 S1-016 S2-032 S3-208 S4-003
    [Property]
    public void Sigmoid_of_minus_x_is_what_is_missing_to_one(Number x) => Digits.Agree(1, Sigmoid(x.Value) + Sigmoid(-x.Value), 14);

    // (2.3) S0-014 S2-031: open range, rising.
    [Property]
    public void Sigmoid_lies_between_0_and_1_and_rises(Number x, Positive step)
    {
        Assert.True(Sigmoid(x.Value) is > 0 and < 1);
        Assert.True(Sigmoid(x.Value + step.Value) > Sigmoid(x.Value));
    }

    // (2.3) S0-014 S1-016 S2-032 S3-208: the definition, where its exponential is tame.
    [Property]
    public void Sigmoid_is_its_printed_fraction(Number x) => Digits.Agree(1 / (1 + Math.Exp(-x.Value)), Sigmoid(x.Value), 14);

    // (2.3) S0-014 S1-016 S3-208: no overflow, and the left tail is e^x to full relative precision: 1 − σ(−x) would have rounded to 0.
    [Fact]
    public void Sigmoid_is_stable_at_a_thousand_and_keeps_its_tail()
    {
        Assert.Equal(1, Sigmoid(1000));
        Assert.Equal(0, Sigmoid(-1000));
        Assert.Equal(0.5, Sigmoid(0));
        Digits.Agree(Math.Exp(-40), Sigmoid(-40), 15);
        Digits.Agree(Math.Exp(-40), SigmoidDerivative(40), 15);
        Assert.Equal(0, SigmoidDerivative(1000));
    }

    // (2.4) S0-014 S1-053 S1-071 S1-090 S1-122 S2-032 S3-208
    [Property]
    public void Slope_of_the_sigmoid_is_output_times_what_is_missing_and_at_most_a_quarter(Number x)
    {
        Digits.Agree(1 + Sigmoid(x.Value) * (1 - Sigmoid(x.Value)), 1 + SigmoidDerivative(x.Value), 15); // plus 1: far out 1 − σ cancels
        Assert.True(SigmoidDerivative(x.Value) <= SigmoidDerivative(0));
        Assert.Equal(0.25, SigmoidDerivative(0));
    }

    // (2.4) S1-122 S1-053: what the notes print as the gradient agrees at 0 only, so a test at 0 would not see the mistake.
    [Property]
    public void Printed_gradients_of_the_sigmoid_are_right_at_zero_only(Positive x)
    {
        double σ = Sigmoid(x.Value);
        double slope = SigmoidDerivative(x.Value);
        Assert.True(σ * σ > slope * (1 + 1e-3));
        Assert.True((1 - σ) * (1 - σ) < slope * (1 - 1e-3));
        Assert.True(Math.Exp(-x.Value) > slope * (1 + 1e-5));
        Assert.Equal(SigmoidDerivative(0), Sigmoid(0) * Sigmoid(0));
    }

    // (2.5) S1-015 S1-014: the distance form, its symmetry, and that σ ≥ ½ is the step of chapter 01.
    [Property]
    public void Probability_depends_on_the_distance_and_turns_at_the_line(Neuron unit)
    {
        double score = Perceptrons.ScalarPerceptron.Score(unit.Weights, unit.Bias, unit.Input);
        double length = Math.Sqrt(unit.Weights.Sum(w => w * w));
        double d = Perceptrons.PerceptronEquations.SignedDistances(
            Vector<double>.Build.Dense(unit.Weights), unit.Bias, Matrix<double>.Build.DenseOfColumnArrays(unit.Input))[0];
        double p = SigmoidUnit.Output(unit.Weights, unit.Bias, unit.Input);
        Digits.Agree(p, SigmoidUnit.FromDistance(length, d), 12);
        Digits.Agree(1, p + SigmoidUnit.FromDistance(length, -d), 14);
        Assert.Equal(Perceptrons.ScalarPerceptron.Step(score) == 1, p >= 0.5);
        Assert.True(SigmoidUnit.FromDistance(length, d + 0.1) > p || score > 30); // beyond 30 neighbouring probabilities round to one double
    }

    // (2.6) S0-015 S1-141 S2-034 S3-210 S4-009: against the library's own, odd, and the sigmoid stretched.
    [Property]
    public void Tanh_is_odd_and_a_stretched_sigmoid(Number x)
    {
        Digits.Agree(Math.Tanh(x.Value), Tanh(x.Value), 13);
        Assert.Equal(-Tanh(x.Value), Tanh(-x.Value));
        Digits.Agree(1 + 2 * Sigmoid(2 * x.Value), 2 + Tanh(x.Value), 14); // shifted by 2: near 0 the stretched sigmoid cancels
        Assert.True(Math.Abs(Tanh(x.Value)) < 1 || Math.Abs(x.Value) > 18);
    }

    // (2.6) S2-034 S3-210 S4-009: the printed fraction is ∞/∞ here; small scores come back with all their digits.
    [Fact]
    public void Tanh_is_stable_at_a_thousand_and_exact_near_zero()
    {
        Assert.True(double.IsNaN((Math.Exp(1000) - Math.Exp(-1000)) / (Math.Exp(1000) + Math.Exp(-1000))));
        Assert.Equal(1, Tanh(1000));
        Assert.Equal(-1, Tanh(-1000));
        Assert.All(new[] { 0.0, -0.0 }, zero => Assert.Equal((0, false), (Tanh(zero), double.IsNegative(Tanh(zero))))); // not −0
        Digits.Agree(1e-9, Tanh(1e-9), 15);
        Digits.Agree(4 * Math.Exp(-80), TanhDerivative(40), 14);
    }

    // (2.7) S0-015 S1-141 S2-034 S3-210 S4-136
    [Property]
    public void Slope_of_tanh_is_one_minus_its_square_and_at_most_one(Number x)
    {
        Digits.Agree(2 - Math.Pow(Tanh(x.Value), 2), 1 + TanhDerivative(x.Value), 14); // plus 1: far out the difference cancels
        Assert.True(TanhDerivative(x.Value) <= 1);
        Assert.Equal(1, TanhDerivative(0));
    }

    // (2.7) (2.4) S1-141: steeper inside, flatter outside, and two ways to the crossover.
    [Property]
    public void Tanh_is_the_steeper_one_up_to_1_662886_only(Number x)
    {
        double at = SlopeCrossover.Exact();
        Digits.Agree(at, SlopeCrossover.Bisect(), 15);
        Digits.Agree(1.662886, at, 6);
        Digits.Agree(SigmoidDerivative(at), TanhDerivative(at), 14);
        Assert.Equal(Math.Abs(x.Value) < at, TanhDerivative(x.Value) > SigmoidDerivative(x.Value));
        Digits.Agree(TanhDerivative(x.Value) / SigmoidDerivative(x.Value), SlopeCrossover.Ratio(x.Value), 12);
    }

    // S4-094: 2000 values, rising, without the end.
    [Fact]
    public void Sampled_sigmoid_has_2000_values_and_ends_before_100()
    {
        double[] z = SampledSigmoid.Scores();
        double[] σ = [.. z.Select(Sigmoid)];
        Assert.Equal(2000, z.Length);
        Assert.Equal(-100, z[0]);
        Digits.Agree(99.9, z[^1], 14);
        Assert.All(σ.Zip(σ.Skip(1)), pair => Assert.True(pair.First < pair.Second || (pair.First == pair.Second && pair.First > 1 - 1e-13)));
        Assert.Equal([-1.0, -0.5, 0, 0.5], SampledSigmoid.Range(-1, 1, 0.5));
        Assert.Equal([-1.0, -0.5, 0, 0.5, 1], SampledSigmoid.Range(-1, 1.1, 0.5));
    }
}
