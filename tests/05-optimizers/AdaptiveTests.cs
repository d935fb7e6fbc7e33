using Reference.Verification;

namespace Reference.Optimizers.Tests;

public class AdaptiveTests
{
    // (5.26) (5.27) (5.28) S2-121 S2-122 S3-061: the first step is η/√(1 − β), whatever the scale of the loss.
    [Property]
    public void RMSProp_is_invariant_to_the_scale_of_the_loss(Number start, Positive scale, Seed seed)
    {
        double β = seed.Stream().Uniform(0.5, 0.999);
        foreach (EpsilonPlace place in Enum.GetValues<EpsilonPlace>())
        {
            double[] path = Descent.Path(new ScalarRmsProp(0.1, β, 0, place), w => 2 * w, start.Value, 10),
                scaled = Descent.Path(new ScalarRmsProp(0.1, β, 0, place), w => 2 * scale.Value * w, start.Value, 10);
            Assert.True(RelativeError.ByNorm(path, scaled) < 1e-9);
            Assert.Equal(0.1 / Math.Sqrt(1 - β), Math.Abs(path[1] - path[0]), 1e-9);
        }
    }

    // (5.27) (5.28) S2-122 S3-061: 1/√(0.25 + 0.1) inside, 1/(0.5 + 0.1) beside, with v = ¼·1²; and Keras's constants.
    [Fact]
    public void Epsilon_inside_the_root_and_beside_it_differ()
    {
        Assert.Equal(-1 / Math.Sqrt(0.35), new ScalarRmsProp(1, 0.75, 0.1, EpsilonPlace.InsideRoot).Step(0, 1), 1e-15);
        Assert.Equal(-1 / 0.6, new ScalarRmsProp(1, 0.75, 0.1, EpsilonPlace.BesideRoot).Step(0, 1), 1e-15);
        Assert.Equal(-0.0031622766602, new ScalarRmsProp(1e-3, 0.9, 1e-7, EpsilonPlace.BesideRoot).Step(0, 1), 5e-14);
        Assert.Equal(-0.0031622760790, new ScalarRmsProp(1e-3, 0.9, 1e-7, EpsilonPlace.InsideRoot).Step(0, 1), 5e-14);
    }

    // (5.13) (5.25): on a constant gradient the t-th step of AdaGrad is η/√t, the schedule of the notes.
    [Property]
    public void AdaGrad_is_the_square_root_schedule_on_a_constant_gradient(Positive g)
    {
        double[] w = Descent.Path(new ScalarAdaGrad(0.5, 0), _ => g.Value, 0, 20);
        Assert.All(Enumerable.Range(1, 20), t =>
            Assert.Equal(Schedule.InverseSquareRoot(0.5, t), w[t - 1] - w[t], 1e-12));
    }

    // (5.30) S1-283: AdamW's first step by hand, without decay that of Adam. S2-123: as S2 prints Adam, √10 η.
    [Fact]
    public void AdamW_and_the_printed_Adam_have_their_first_steps()
    {
        Assert.Equal(0.998990, new ScalarAdamW(1e-3, 0.01).Step(1, 0.5), 1e-9);
        Assert.Equal(new ScalarAdam(0.1).Step(2, 3), new ScalarAdamW(0.1, 0).Step(2, 3));
        Assert.Equal(Math.Sqrt(10), MovingAverage.Of([3], 0.9)[0] / Math.Sqrt(MovingAverage.Of([9], 0.999)[0]), 1e-12);
    }

    // (5.29) S0-035 S2-123: Adam reaches the minimum of w² from both sides, and the thermometer's line.
    [Fact]
    public void Adam_converges()
    {
        Assert.Equal(-7.2e-6, Descent.Path(new ScalarAdam(0.1), w => 2 * w, 1, 200)[^1], 5e-8);
        Assert.Equal(7.2e-6, Descent.Path(new ScalarAdam(0.1), w => 2 * w, -1, 200)[^1], 5e-8);
        double[][] path = Descent.Path(LeastSquaresLine.Thermometer, LeastSquaresLine.ThermometerStart, p =>
            new Adam(p, 0.1), 8000);
        Assert.Equal((0.664539, 0.730008), (Math.Round(path[1][0], 6), Math.Round(path[1][1], 6)));
        Assert.Equal(656.42, LeastSquaresLine.Thermometer.Value(path[1]), 5e-3);
        Assert.Equal(0.5541883, path[^1][0], 1e-4);
        Assert.Equal(-17.6246331, path[^1][1], 1e-3);
    }

    // ε avoids 0/0 where the gradient was always 0.
    [Fact]
    public void A_weight_without_gradient_does_not_move()
    {
        Assert.All(
            new ScalarOptimizer[] { new ScalarAdaGrad(0.1),
                new ScalarRmsProp(0.1, 0.9, 1e-8, EpsilonPlace.BesideRoot), new ScalarAdam(0.1) },
            rule => Assert.Equal(0.7, rule.Step(0.7, 0)));
        Parameter[] w = [new("w", [0.7])];
        foreach (IOptimizer rule in new IOptimizer[] { new AdaGrad(w), new RmsProp(w), new Adam(w),
            new AdamW(w, weightDecay: 0) })
        {
            rule.Step();
            Assert.Equal(0.7, w[0].Values[0]);
        }
    }

    // (5.31): every component on its own, on both sides.
    [Property]
    public void Clipping_by_value_limits_every_component(RandomVector g, Positive limit)
    {
        (double c, Parameter parameter) = (limit.Value, WithGradient(g.Values));
        Clipping.ByValue([parameter], c);
        Assert.Equal(g.Values.Select(v => v > c ? c : v < -c ? -c : v), parameter.Gradients.ToArray());
    }

    // (5.32): one norm over all parameters, at most the limit; the direction stays, and a short gradient is unchanged.
    [Property]
    public void Clipping_by_norm_keeps_the_direction(PairOfVectors g, Positive limit)
    {
        Parameter a = WithGradient(g.A), b = WithGradient(g.B);
        double[] all = [.. g.A, .. g.B];
        double before = Math.Sqrt(all.Sum(v => v * v)), factor = Math.Min(1, limit.Value / before);
        Assert.Equal(before, Clipping.ByNorm([a, b], limit.Value), 1e-12 * before);
        Assert.All([.. a.Gradients, .. b.Gradients], (v, i) => Assert.Equal(factor * all[i], v, 1e-12 * before));
    }

    // (5.32): no square overflows, and a gradient of 0 stays 0.
    [Fact]
    public void The_norm_of_a_huge_gradient_is_finite()
    {
        Parameter huge = WithGradient(3e200, 4e200), zero = WithGradient(0, 0);
        Assert.Equal(5e200, Clipping.ByNorm([huge], 1), 1e186);
        Assert.Equal(0.6, huge.Gradients[0], 1e-15);
        Assert.Equal(0, Clipping.ByNorm([zero], 1));
        Assert.Equal([0, 0], zero.Gradients.ToArray());
    }

    private static Parameter WithGradient(params double[] g)
    {
        var parameter = new Parameter("θ", new double[g.Length]);
        g.CopyTo(parameter.Gradients);
        return parameter;
    }
}
