using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.LinearModels.Tests;

public class SlopeCostTests
{
    private static SlopeCost Draw(RandomStream random, out double[] x, out double[] y)
    {
        x = random.Normals(1 + random.Below(20));
        y = random.Normals(x.Length);
        return new(x, y);
    }

    // (6.10) (6.11) S4-073 S4-074: the line through the origin is the line with b = 0, and the derivative is that of the cost.
    [Property]
    public void The_slopes_cost_is_that_of_a_line_without_bias(Seed seed)
    {
        RandomStream random = seed.Stream();
        SlopeCost cost = Draw(random, out double[] x, out double[] y);
        double w = random.Normal();
        Assert.Equal(ScalarLine.MeanSquaredError(w, 0, x, y), cost.Value(w), 1e-12);
        Assert.Equal(ScalarLine.Gradient(w, 0, x, y).W, cost.Derivative(w), 1e-12);
        GradientCheck.Smooth(θ => cost.Value(θ), w, cost.Derivative(w)).ThrowIfFailed();
    }

    // (6.12) S4-074 S4-075: zero at Σxy/Σx², negative left of it, positive right of it.
    [Property]
    public void The_derivatives_sign_tells_the_side_of_the_minimum(Seed seed, Positive distance)
    {
        SlopeCost cost = Draw(seed.Stream(), out double[] x, out double[] y);
        double scale = x.Zip(y, (a, b) => Math.Abs(a * b)).Sum();
        Assert.Equal(0, cost.Derivative(cost.Minimum), 1e-13 * (1 + scale));
        Assert.True(cost.Derivative(cost.Minimum - distance.Value) < 0);
        Assert.True(cost.Derivative(cost.Minimum + distance.Value) > 0);
        Assert.True(cost.Value(cost.Minimum) <= cost.Value(cost.Minimum + distance.Value));
    }

    // (6.12) S4-077: the loop of steps and the closed form, on random data and on the exercise, which ends at −3.
    [Property]
    public void Steps_on_the_slope_have_a_closed_form(Seed seed)
    {
        RandomStream random = seed.Stream();
        SlopeCost cost = Draw(random, out _, out _);
        (double η, double w0) = (random.Uniform(0, 0.3), random.Normal());
        double[] path = Descent.Path(new ScalarDescent(η), cost.Derivative, w0, 10);
        Assert.All(path.Select((w, t) => (w, t)), p => Assert.True(RelativeError.ByNorm([p.w, w0, 1], [cost.AfterSteps(w0, η, p.t), w0, 1]) < 1e-9));
        double[][] onLandscape = Descent.Path(cost, [w0], p => new GradientDescent(p, η), 10);
        Assert.All(path.Zip(onLandscape), p => Assert.Equal(p.First, p.Second[0], 1e-9 * (1 + Math.Abs(p.First))));
        Assert.Equal(cost.Value(w0), ((IObjective)cost).Value([w0]));
    }

    // S4-077: 60 inputs, as many as arange(−3, 3, 0.1) gives.
    [Fact]
    public void The_exercise_of_the_notes_ends_at_minus_three()
    {
        Assert.Equal(-3, SlopeCost.Exercise.Minimum, 1e-12);
        Assert.Equal(3.0016666666666667, SlopeCost.Exercise.MeanSquare, 1e-12);
        Assert.Equal(-3, Descent.Path(new ScalarDescent(0.1), SlopeCost.Exercise.Derivative, -10, 60)[^1], 1e-12);
    }
}
