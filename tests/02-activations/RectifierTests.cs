using Reference.Numerics;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations.Tests;

public class RectifierTests
{
    // (2.9) S0-016 S1-123 S1-142 S2-033 S3-064 S3-211 S4-010
    [Property]
    public void Relu_cuts_off_below_zero(Number x, Positive c)
    {
        Assert.Equal(Math.Max(0, x.Value), Relu(x.Value));
        Assert.Equal(Relu(x.Value), Relu(Relu(x.Value)));
        Assert.Equal(x.Value, Relu(x.Value) - Relu(-x.Value));
        Digits.Agree(c.Value * Relu(x.Value), Relu(c.Value * x.Value), 15);
        Assert.Equal(x.Value > 0 ? 1 : 0, ReluDerivative(x.Value));
    }

    // (2.9) S0-016: the value at the kink, as in PyTorch.
    [Fact]
    public void Slope_of_relu_at_its_kink_is_zero() => Assert.Equal(0, ReluDerivative(0));

    // (2.9) S1-123: 10,000 draws, whose share has a standard deviation of 0.005; 0.02 is four of them.
    [Fact]
    public void Half_of_all_relu_units_are_silent_on_symmetric_scores()
    {
        double share = new RandomStream(5).Normals(10_000).Count(z => Relu(z) == 0) / 10_000.0;
        Assert.InRange(share, 0.48, 0.52);
    }

    // (2.10) S1-125 S4-011: α is what the notes lose; with α = 1 nothing is left but the identity.
    [Property]
    public void Leaky_relu_has_slope_alpha_below_zero(Positive x, Positive α)
    {
        Assert.Equal(x.Value, LeakyRelu(x.Value, α.Value));
        Assert.Equal(-α.Value * x.Value, LeakyRelu(-x.Value, α.Value));
        Assert.Equal((1, α.Value), (LeakyReluDerivative(x.Value, α.Value), LeakyReluDerivative(-x.Value, α.Value)));
        Assert.Equal(-x.Value, LeakyRelu(-x.Value, 1));
        Assert.Equal(-0.02, LeakyRelu(-2));
        Assert.Equal(0.01, LeakyReluDerivative(-2));
    }

    // (2.11) S1-126: continuous at 0, smooth there for α = 1 only, −α far to the left.
    [Property]
    public void Elu_goes_to_minus_alpha_and_is_smooth_for_alpha_one(Positive α, Positive x)
    {
        Assert.Equal(x.Value, Elu(x.Value, α.Value));
        Digits.Agree(α.Value * (1 - Math.Exp(-x.Value)), -Elu(-x.Value, α.Value), 12);
        Digits.Agree(-α.Value, Elu(-60, α.Value), 15);
        Digits.Agree(-α.Value * 1e-9, Elu(-1e-9, α.Value), 8);
        Digits.Agree(α.Value, EluDerivative(-1e-12, α.Value), 11);
        Assert.Equal(1, EluDerivative(x.Value, α.Value));
        Assert.Equal(Elu(-x.Value), Elu(-x.Value, 1));
        Digits.Agree(1e-9, -Elu(-1e-9) + 0.5e-18, 15); // eˣ − 1 keeps its digits
    }

    // (2.12) (2.13) S1-127: both conditions hold for the published constants and for no others near them.
    [Fact]
    public void Selu_constants_solve_the_fixed_point()
    {
        (double λ, double α) = SelfNormalization.Solve();
        Digits.Agree(SeluScale, λ, 13);
        Digits.Agree(SeluAlpha, α, 13);
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

    // (2.12) S1-127
    [Property]
    public void Selu_is_a_scaled_elu(Number x)
    {
        Digits.Agree(1.0507009873554805 * Elu(x.Value, 1.6732632423543772), Selu(x.Value), 15);
        Digits.Agree(1.0507009873554805 * EluDerivative(x.Value, 1.6732632423543772), SeluDerivative(x.Value), 15);
    }

    // (2.14): above both of its asymptotes 0 and x, by ln 2 at most, and the difference of two of them is x.
    [Property]
    public void Softplus_lies_above_relu_by_at_most_ln_2(Number x)
    {
        Assert.InRange(Softplus(x.Value) - Relu(x.Value), 0, Math.Log(2) + 1e-15);
        Digits.Agree(10 + x.Value, 10 + Softplus(x.Value) - Softplus(-x.Value), 13);
        Digits.Agree(Math.Log(1 + Math.Exp(x.Value)), Softplus(x.Value), 11);
        Assert.Equal(Sigmoid(x.Value), SoftplusDerivative(x.Value));
    }

    // (2.14): e^1000 never arises, and the left tail is e^x.
    [Fact]
    public void Softplus_is_stable_at_a_thousand_and_keeps_its_tail()
    {
        Assert.Equal(1000, Softplus(1000));
        Assert.Equal(0, Softplus(-1000));
        Digits.Agree(Math.Exp(-40), Softplus(-40), 15);
        Digits.Agree(Math.Log(2), Softplus(0), 15);
    }
}
