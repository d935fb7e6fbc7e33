using Reference.Numerics;
using Reference.Verification;

namespace Reference.Optimizers.Tests;

public class MomentumTests
{
    // (5.17) (5.18) S2-118: the recursion is a sum over all the past, from any start.
    [Property]
    public void A_moving_average_is_a_fading_sum(RandomVector x, Number v0, Seed seed)
    {
        double β = seed.Stream().Uniform(0, 0.99);
        Assert.True(RelativeError.ByNorm(MovingAverage.Of(x.Values, β, v0.Value)[^1], MovingAverage.Unrolled(x.Values, β, v0.Value)) < 1e-10
            || Math.Abs(MovingAverage.Of(x.Values, β, v0.Value)[^1]) < 1e-6);
        Assert.Equal(1 - Math.Pow(β, x.Values.Length), MovingAverage.Unrolled([.. x.Values.Select(_ => 1.0)], β), 1e-12);
    }

    // (5.19) S2-118: corrected, a constant is its own average from the first value on; the first value always is.
    [Property]
    public void Bias_correction_makes_a_constant_its_own_average(Number c, Seed seed)
    {
        double β = seed.Stream().Uniform(0, 0.99);
        Assert.All(MovingAverage.Corrected([.. Enumerable.Repeat(c.Value, 20)], β), v => Assert.Equal(c.Value, v, 1e-12 + 1e-12 * Math.Abs(c.Value)));
    }

    // (5.20) (5.21) S2-120: averaged with η is accumulated with η(1 − β); without momentum both are plain descent.
    [Property]
    public void The_two_forms_coincide_when_the_rate_is_scaled(Number start, Seed seed)
    {
        double η = seed.Stream().Uniform(0.01, 0.3), β = seed.Stream().Uniform(0, 0.95);
        Same(new ScalarAveragedMomentum(η, β), new ScalarMomentum(η * (1 - β), β), start.Value);
        Same(new ScalarAveragedMomentum(η, 0), new ScalarDescent(η), start.Value);
        Same(new ScalarMomentum(η, 0), new ScalarDescent(η), start.Value);
        Same(new ScalarNesterov(η, 0), new ScalarDescent(η), start.Value);
        Same(new ScalarVelocity(η, β), new ScalarMomentum(η, β), start.Value);
    }

    // (5.22) (5.23) S1-137 S1-146: the velocity is the fading sum of the plain steps.
    [Property]
    public void A_velocity_is_the_fading_sum_of_steps(RandomVector gradients, Seed seed)
    {
        double γ = seed.Stream().Uniform(0, 1);
        var rule = new ScalarVelocity(0.3, γ);
        foreach (double g in gradients.Values)
        {
            rule.Step(0, g);
        }

        double sum = ScalarVelocity.OfSteps([.. gradients.Values.Select(g => -0.3 * g)], γ);
        Assert.Equal(sum, rule.Velocity, 1e-12 * (1 + gradients.Values.Sum(Math.Abs)));
    }

    // (5.22) S1-137: with γ = 0.9 w² comes to rest, with the printed γ = 1 it swings for ever: the energy neither falls nor grows.
    [Fact]
    public void Without_forgetting_a_velocity_never_comes_to_rest()
    {
        double[] printed = Descent.Path(new ScalarVelocity(0.1, 1), w => 2 * w, 1, 3000),
            right = Descent.Path(new ScalarVelocity(0.1, 0.9), w => 2 * w, 1, 400);
        Assert.True(Math.Abs(right[^1]) < 1e-8);
        Assert.InRange(printed[..1000].Max(Math.Abs), 0.95, 1.1);
        Assert.InRange(printed[2000..].Max(Math.Abs), 0.95, 1.1);
    }

    // (5.21) S4-156: on an even slope the steps grow to η/(1 − μ).
    [Fact]
    public void Terminal_steps_are_ten_times_as_long()
    {
        var rule = new ScalarMomentum(0.01, 0.9);
        double w = 0, step = 0;
        for (int t = 0; t < 500; t++)
        {
            double next = rule.Step(w, 1);
            (step, w) = (w - next, next);
        }

        Assert.Equal(0.1, step, 1e-12);
    }

    // (5.21) S1-146 S4-156: over the humps of a hilly bowl, where plain descent is caught.
    [Fact]
    public void Momentum_gets_over_humps()
    {
        Assert.InRange(Descent.Path(new Hills(), [5], p => new GradientDescent(p, 0.05), 400)[^1][0], 2.9, 3);
        Assert.InRange(Descent.Path(new Hills(), [5], p => new Momentum(p, 0.05, 0.95), 1500)[^1][0], -0.1, 0.1);
    }

    // (5.20) (5.21) (5.24) S2-120: in a ravine momentum needs fewer steps than the best plain descent, and Nesterov's swings less.
    [Fact]
    public void Momentum_is_faster_in_a_ravine()
    {
        int plain = OptimizerExperiments.StepsNeeded(Quadratic.Ravine, [-9, 1], p => new GradientDescent(p, 2.0 / 26), 1000);
        int momentum = OptimizerExperiments.StepsNeeded(Quadratic.Ravine, [-9, 1], p => new Momentum(p, 0.11, 0.45), 1000);
        Assert.InRange(plain, 80, 100); // the factor of the best rate is 24/26 a step, and 10⁻⁶ of the loss is 10⁻³ of the way
        Assert.InRange(momentum, 10, plain / 2);
    }

    // (5.22): VelocityMomentum remembers steps and Momentum gradients; a schedule tells them apart.
    [Fact]
    public void A_schedule_separates_velocity_from_accumulated_gradients()
    {
        double[][] steps = Descent.Path(Quadratic.Parabola, [1], p => new VelocityMomentum(p, 0, 0.9), 2, t => t == 1 ? 0.1 : 0);
        double[][] gradients = Descent.Path(Quadratic.Parabola, [1], p => new Momentum(p, 0, 0.9), 2, t => t == 1 ? 0.1 : 0);
        Assert.Equal(0.8 - 0.9 * 0.2, steps[2][0], 1e-15);
        Assert.Equal(0.8, gradients[2][0]);
        Assert.Equal(0.98, Descent.Path(Quadratic.Parabola, [1], p => new AveragedMomentum(p, 0.1), 1)[1][0], 1e-15);
    }

    private static void Same(IScalarOptimizer one, IScalarOptimizer other, double start)
    {
        double[] a = Descent.Path(one, w => 2 * w, start, 12), b = Descent.Path(other, w => 2 * w, start, 12);
        Assert.True(RelativeError.ByNorm(a, b) < 1e-12);
    }

    // θ′ moves by u ← μu − η g(θ′ + μu), θ′ ← θ′ + u, and (5.24) keeps θ = θ′ + μu. On the loss θ², g = 2θ.
    [Fact]
    public void Nesterov_stands_where_the_textbook_form_looks_ahead()
    {
        var parameter = new Parameter("θ", [1.0]);
        var optimizer = new Momentum([parameter], 0.1, 0.9, nesterov: true);
        double textbook = 1, u = 0;
        for (int t = 0; t < 10; t++)
        {
            u = 0.9 * u - 0.1 * 2 * (textbook + 0.9 * u);
            textbook += u;
            parameter.Gradients[0] = 2 * parameter.Values[0];
            optimizer.Step();
            Assert.Equal(textbook + 0.9 * u, parameter.Values[0], 1e-14);
        }
    }
}
