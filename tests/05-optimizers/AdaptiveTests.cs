using Reference.Numerics;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Optimizers.Tests;

public class AdaptiveTests
{
    // (5.26) (5.27) S2-121 S2-122 S3-061: the first step is η/√(1 − β), and the path does not know the scale of the loss.
    [Property]
    public void RMSProp_is_invariant_to_the_scale_of_the_loss(Number start, Positive scale, Seed seed)
    {
        double β = seed.Stream().Uniform(0.5, 0.999), w0 = start.Value;
        foreach (EpsilonPlace place in Enum.GetValues<EpsilonPlace>())
        {
            double[] path = Descent.Path(new ScalarRmsProp(0.1, β, 0, place), w => 2 * w, w0, 10),
                scaled = Descent.Path(new ScalarRmsProp(0.1, β, 0, place), w => 2 * scale.Value * w, w0, 10);
            Assert.True(RelativeError.ByNorm(path, scaled) < 1e-9);
            Assert.Equal(0.1 / Math.Sqrt(1 - β), Math.Abs(path[1] - path[0]), 1e-9);
        }
    }

    // (5.27) (5.28) S2-122 S3-061: where ε stands shows when it is large: 1/√(0.25 + 0.1) against 1/(0.5 + 0.1), with v = (1 − 0.75)·1².
    [Fact]
    public void Epsilon_inside_the_root_and_beside_it_differ()
    {
        ScalarRmsProp inside = new(1, 0.75, 0.1, EpsilonPlace.InsideRoot), beside = new(1, 0.75, 0.1, EpsilonPlace.BesideRoot);
        Assert.Equal(-1 / Math.Sqrt(0.35), inside.Step(0, 1), 1e-15);
        Assert.Equal(-1 / 0.6, beside.Step(0, 1), 1e-15);
        Assert.Equal(0.25, inside.MeanSquare);
        inside.Step(0, 2);
        Assert.Equal(0.75 * 0.25 + 0.25 * 4, inside.MeanSquare);
    }

    // (5.25): on a constant gradient the t-th step of AdaGrad is η/√t, the schedule of (5.13).
    [Property]
    public void AdaGrad_is_the_square_root_schedule_on_a_constant_gradient(Positive g)
    {
        var rule = new ScalarAdaGrad(0.5, 0);
        double w = 0;
        for (int t = 1; t <= 20; t++)
        {
            double next = rule.Step(w, g.Value);
            Assert.Equal(Schedule.InverseSquareRoot(0.5, t), w - next, 1e-12);
            w = next;
        }
    }

    // (5.29) S0-035 S2-123: the first step is η·sign(g), to 10⁻⁶ with the usual ε; so for AdamW beside the decay, (5.30) S1-283.
    [Property]
    public void The_first_step_of_Adam_is_the_learning_rate(Positive size, Seed seed)
    {
        double g = seed.Stream().Bernoulli(0.5) ? size.Value : -size.Value;
        Assert.Equal(-0.1 * Math.Sign(g), new ScalarAdam(0.1).Step(0, g), 0.1 * 1e-6);
        Assert.Equal(2 - 0.1 * 0.3 * 2 - 0.1 * Math.Sign(g), new ScalarAdamW(0.1, 0.3).Step(2, g), 0.1 * 1e-6);
        Assert.Equal(new ScalarAdam(0.1).Step(2, g), new ScalarAdamW(0.1, 0).Step(2, g));
    }

    // (5.29) S2-123: two steps by hand with β₁ = ½, β₂ = ¾, ε = 1: g = 1 then 3.
    [Fact]
    public void Two_steps_of_Adam_by_hand()
    {
        var adam = new ScalarAdam(1, 0.5, 0.75, 1);
        Assert.Equal(-0.5, adam.Step(0, 1), 1e-15); // m̂ = 1, ŝ = 1
        double m = (0.5 * 0.5 + 0.5 * 3) / 0.75, s = (0.75 * 0.25 + 0.25 * 9) / (1 - 0.5625);
        Assert.Equal(-0.5 - m / (Math.Sqrt(s) + 1), adam.Step(-0.5, 3), 1e-15);
    }

    // S2-123: as printed, the weight only falls, from either side; Adam reaches the minimum from both.
    [Property]
    public void The_printed_Adam_can_only_lower_a_weight(Number start)
    {
        double[] printed = Descent.Path(new ScalarPrintedAdam(0.1), w => 2 * w, start.Value, 100);
        Assert.True(printed.Zip(printed.Skip(1), (a, b) => b <= a).All(fell => fell));
        Assert.True(Math.Abs(Descent.Path(new ScalarAdam(0.1), w => 2 * w, 1, 200)[^1]) < 1e-5);
        Assert.True(Math.Abs(Descent.Path(new ScalarAdam(0.1), w => 2 * w, -1, 200)[^1]) < 1e-5);
    }

    // (5.29) S0-035: Adam fits the thermometer: slope 0.554 and intercept −17.62, the least-squares line.
    [Fact]
    public void Adam_fits_the_thermometer()
    {
        double[] θ = Descent.Path(LeastSquaresLine.Thermometer, [0.7645385, 0.8300079], p => new Adam(p, 0.1), 8000)[^1];
        Assert.Equal(0.5541883, θ[0], 1e-4);
        Assert.Equal(-17.6246331, θ[1], 1e-3);
    }

    // A weight whose gradient was always 0 stays where it is: 0/0 never comes up.
    [Fact]
    public void A_weight_without_gradient_stays()
    {
        foreach (IScalarOptimizer rule in new IScalarOptimizer[]
        {
            new ScalarAdaGrad(0.1, 0), new ScalarRmsProp(0.1, 0.9, 0, EpsilonPlace.InsideRoot), new ScalarRmsProp(0.1, 0.9, 0, EpsilonPlace.BesideRoot),
            new ScalarAdam(0.1, ε: 0), new ScalarPrintedAdam(0.1, ε: 0), new ScalarAdamW(0.1, 0, ε: 0),
        })
        {
            Assert.Equal(0.7, rule.Step(0.7, 0));
        }

        foreach (Func<Parameter, IOptimizer> create in new Func<Parameter, IOptimizer>[]
        {
            p => new AdaGrad([p]), p => new RmsProp([p]), p => new Adam([p]), p => new AdamW([p], weightDecay: 0),
        })
        {
            var w = new Parameter("w", [0.7]);
            create(w).Step();
            Assert.Equal(0.7, w.Values[0]);
        }
    }

    // (5.31): every component on its own, both ways.
    [Property]
    public void Clipping_by_value_limits_every_component(RandomVector g, Positive limit)
    {
        double[] clipped = [.. g.Values];
        Clipping.ByValue(clipped, limit.Value);
        Assert.All(g.Values.Zip(clipped), p => Assert.Equal(Math.Abs(p.First) <= limit.Value ? p.First : Math.Sign(p.First) * limit.Value, p.Second));
    }

    // (5.32): the norm is at most the limit, the direction stays, and what is short enough is left alone.
    [Property]
    public void Clipping_by_norm_keeps_the_direction(RandomVector g, Positive limit)
    {
        double[] clipped = [.. g.Values];
        double before = Math.Sqrt(g.Values.Sum(v => v * v)), norm = Clipping.ByNorm(clipped, limit.Value);
        Assert.Equal(before, norm, 1e-12 * before);
        double factor = Math.Min(1, limit.Value / before);
        Assert.All(g.Values.Zip(clipped), p => Assert.Equal(factor * p.First, p.Second, 1e-12 * before));
    }

    // (5.32): nothing overflows on the way, and a gradient of 0 stays 0.
    [Fact]
    public void The_norm_of_a_huge_gradient_is_finite()
    {
        double[] huge = [3e200, 4e200], zero = [0, 0];
        Assert.Equal(5e200, Clipping.ByNorm(huge, 1), 1e186);
        Assert.Equal(0.6, huge[0], 1e-15);
        Assert.Equal(0, Clipping.ByNorm(zero, 1));
        Assert.Equal([0, 0], zero);
    }

    // (5.32): a norm beyond all doubles cannot be divided by; the gradient stays as it was.
    [Fact]
    public void A_norm_that_overflows_is_refused()
    {
        double[] tooLong = [1.7e308, 1.7e308];
        Parameter one = new("one", [0.0, 0]), other = new("other", [0.0]), third = new("third", [0.0]);
        tooLong.CopyTo(one.Gradients);
        (other.Gradients[0], third.Gradients[0]) = (1.7e308, 1.7e308);
        foreach (Action clip in new Action[] { () => Clipping.ByNorm(tooLong, 1), () => Clipping.ByNorm([one], 1), () => Clipping.ByNorm([other, third], 1) })
        {
            Refuses(clip, "‖g‖", "finite");
        }

        Assert.All([.. tooLong, .. one.Gradients, .. other.Gradients, .. third.Gradients], g => Assert.Equal(1.7e308, g));
    }

    // (5.30) S1-283: AdamW shrinks every weight alike; a decay inside Adam's gradient fades as the gradient's noise grows.
    [Fact]
    public void Decay_in_the_gradient_depends_on_its_size_and_beside_it_does_not()
    {
        IReadOnlyList<OptimizerExperiments.Decayed> decayed = OptimizerExperiments.MeasureDecay(1);
        double theory = Math.Pow(1 - 0.01 * 0.1, 500);
        Assert.All(decayed, d => Assert.Equal(theory, d.Beside, 0.03)); // 200 weights, each moved by noise of some 0.2
        Assert.True(decayed[0].InGradient < 0.1 && decayed[^1].InGradient > 0.9);
    }
}
