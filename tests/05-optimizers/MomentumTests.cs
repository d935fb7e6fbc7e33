namespace Reference.Optimizers.Tests;

public class MomentumTests
{
    // (5.17) (5.18) (5.19) S2-118: to the digits, the last 1/(1 − β) = 10 values with 65 % of the weight, and a
    // smoothing that starts at the first value.
    [Fact]
    public void Moving_averages_have_their_values()
    {
        double[] x = [10, 20, 30, 40, 50], v = [1, 2.9, 5.61, 9.049, 13.1441];
        double[] corrected = [10, 15.2631579, 20.7011070, 26.3128817, 32.0971405];
        Assert.All(MovingAverage.Of(x, 0.9), (value, i) => Assert.Equal(v[i], value, 1e-12));
        Assert.All(MovingAverage.Corrected(x, 0.9), (value, i) => Assert.Equal(corrected[i], value, 5e-8));
        Assert.Equal(1 - Math.Pow(0.9, 10), MovingAverage.Unrolled([.. Enumerable.Repeat(1.0, 10)], 0.9), 1e-15);
        Assert.Equal([10, 11], MovingAverage.Of([10, 20], 0.9, 10));
    }

    // (5.20) (5.21) (5.24): without momentum every form is plain descent.
    [Fact]
    public void Without_momentum_every_form_is_descent() => Assert.All(
        new ScalarOptimizer[] { new ScalarAveragedMomentum(0.1, 0), new ScalarMomentum(0.1, 0),
            new ScalarVelocity(0.1, 0), new ScalarNesterov(0.1, 0) },
        rule => Assert.Equal(0.32768, Descent.Path(rule, w => 2 * w, 1, 5)[^1], 1e-15));

    // (5.21) (5.23) S1-146 S4-156: the weights 1, β, β², … of past steps; on a constant gradient their sum.
    [Fact]
    public void A_velocity_is_a_weighted_sum_of_past_steps()
    {
        Assert.Equal(0.6561, ScalarVelocity.OfSteps([1, 0, 0, 0, 0], 0.9), 1e-15);
        Assert.Equal(10, ScalarVelocity.OfSteps([.. Enumerable.Repeat(1.0, 1000)], 0.9), 1e-12);
        double[] w = Descent.Path(new ScalarMomentum(0.01, 0.9), _ => 1, 0, 500);
        Assert.Equal(0.1, w[^2] - w[^1], 1e-12);
    }

    // (5.22) S1-137: with γ = 0.9 the path on w² converges, with the printed γ = 1 it oscillates for ever.
    [Fact]
    public void Without_decay_a_velocity_never_comes_to_rest()
    {
        double[] printed = Descent.Path(new ScalarVelocity(0.1, 1), w => 2 * w, 1, 3000),
            right = Descent.Path(new ScalarVelocity(0.1, 0.9), w => 2 * w, 1, 300);
        Assert.Equal((1.4e-7, -0.926), (Math.Round(Math.Abs(right[^1]), 8), Math.Round(printed[300], 3)));
        Assert.InRange(printed[..1000].Max(Math.Abs), 0.95, 1.1);
        Assert.InRange(printed[2000..].Max(Math.Abs), 0.95, 1.1);
    }

    // (5.21) S1-146 S4-156: over the humps, where plain descent stops.
    [Fact]
    public void Momentum_gets_over_humps()
    {
        Assert.InRange(Descent.Path(new Rastrigin(), [5], p => new GradientDescent(p, 0.05), 400)[^1][0], 2.9, 3);
        Assert.InRange(Descent.Path(new Rastrigin(), [5], p => new Momentum(p, 0.05, 0.95), 1500)[^1][0], -0.1, 0.1);
    }

    // (5.20) (5.21) S2-120: in a ravine momentum needs fewer steps than the best plain descent.
    [Fact]
    public void Momentum_is_faster_in_a_ravine()
    {
        int plain = OptimizerExperiments.StepsNeeded(Quadratic.Ravine, [-9, 1], p =>
            new GradientDescent(p, 2.0 / 26), 1000);
        int momentum = OptimizerExperiments.StepsNeeded(Quadratic.Ravine, [-9, 1], p =>
            new Momentum(p, 0.11, 0.45), 1000);
        Assert.InRange(plain, 80, 100);
        Assert.InRange(momentum, 10, plain / 2);
        Assert.Equal(20,
            OptimizerExperiments.StepsNeeded(Quadratic.Parabola, [1], p => new GradientDescent(p, 0), 20));
    }

    // (5.21) (5.22) S1-137: a velocity keeps steps and momentum gradients; they differ where a schedule changes η.
    [Fact]
    public void A_schedule_separates_velocity_from_accumulated_gradients()
    {
        var velocity = new ScalarVelocity(0.1, 0.9);
        Assert.Equal(0.8 - 0.9 * 0.2, velocity.Step(velocity.Step(1, 2), 0), 1e-15); // 0 is what η = 0 makes of g
        Parameter w = new("w", [1.0]);
        var momentum = new Momentum([w], 0.1, 0.9);
        w.Gradients[0] = 2;
        momentum.Step();
        momentum.LearningRate = 0;
        momentum.Step();
        Assert.Equal(0.8, w.Values[0]);
    }
}
