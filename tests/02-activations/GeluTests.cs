using MathNet.Numerics;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations.Tests;

public class GeluTests
{
    // (2.17): the series below 2, the fraction above it, and the mirror below 0 against another implementation, digit for digit also where erfc is tiny.
    [Fact]
    public void Complementary_error_function_agrees_with_an_independent_one()
    {
        for (int i = -600; i <= 2500; i++)
        {
            double t = i / 100.0;
            Digits.Agree(SpecialFunctions.Erfc(t), NormalDistribution.ComplementaryErrorFunction(t), 12);
        }
    }

    // (2.17): Φ is a probability, ½ in the middle, and its tail at −10 is known: 7.6198530241605·10⁻²⁴.
    [Property]
    public void Normal_distribution_is_symmetric_and_rises(Number x, Positive step)
    {
        Digits.Agree(1, NormalDistribution.Cumulative(x.Value) + NormalDistribution.Cumulative(-x.Value), 14);
        Assert.True(NormalDistribution.Cumulative(x.Value + step.Value) >= NormalDistribution.Cumulative(x.Value));
        Assert.Equal(0.5, NormalDistribution.Cumulative(0));
        Digits.Agree(7.6198530241605e-24, NormalDistribution.Cumulative(-10), 12);
        Digits.Agree(0.3989422804014327, NormalDistribution.Density(0), 15);
    }

    // (2.15) S1-267: GELU(x) − GELU(−x) = x, as for ReLU, since Φ(x) + Φ(−x) = 1.
    [Property]
    public void Gelu_splits_the_score_as_relu_does(Number x)
    {
        Digits.Agree(10 + x.Value, 10 + Gelu(x.Value) - Gelu(-x.Value), 14);
        Digits.Agree(1, GeluDerivative(x.Value) + GeluDerivative(-x.Value), 12);
        Assert.True(Gelu(x.Value) <= Relu(x.Value));
        Assert.True(Gelu(x.Value) >= -0.17);
    }

    // (2.15) S1-267: smooth at 0, not monotone, ReLU far out, and no overflow there.
    [Fact]
    public void Gelu_dips_below_zero_and_follows_relu_far_out()
    {
        double least = GeluExtremes.Place();
        Digits.Agree(-0.7517915, least, 6);
        Assert.True(GeluDerivative(least - 0.01) < 0 && GeluDerivative(least + 0.01) > 0);
        Assert.Equal(0.5, GeluDerivative(0));
        Assert.Equal(1000, Gelu(1000));
        Assert.Equal(0, Gelu(-1000));
        Assert.Equal(1e200, Gelu(1e200));
        Assert.Equal(1, GeluDerivative(1e200));
    }

    // (2.16) S1-267: within 4.74·10⁻⁴ of GELU.
    [Property]
    public void Tanh_form_is_close_to_gelu(Number x)
    {
        Assert.True(Math.Abs(GeluTanh(x.Value) - Gelu(x.Value)) < 4.74e-4);
        Assert.True(Math.Abs(GeluTanhDerivative(x.Value) - GeluDerivative(x.Value)) < 2e-3);
    }

    // (2.15) (2.16) S1-267
    [Fact]
    public void Largest_error_of_the_tanh_form_is_4_73e_4() => Assert.InRange(GeluExtremes.LargestErrorOfTanhForm(), 4.72e-4, 4.74e-4);

    // (2.16): x³ of a huge score would overflow; the form follows ReLU instead.
    [Fact]
    public void Tanh_form_follows_relu_far_out()
    {
        Assert.Equal(1e200, GeluTanh(1e200));
        Assert.Equal(0, GeluTanh(-1e200));
        Assert.Equal((1, 0), (GeluTanhDerivative(1e200), GeluTanhDerivative(-1e200)));
        Assert.Equal(1, GeluTanhDerivative(11));
        Assert.Equal(0, GeluTanhDerivative(-11), 1e-40);
        Assert.True(GeluTanh(-11) < 0); // tiny, and not rounded to 0
    }
}
