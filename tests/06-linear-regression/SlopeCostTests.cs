using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.LinearModels.Tests;

/// <summary>The cost of a line through the origin.</summary>
public class SlopeCostTests
{
    // (6.10) (6.11) (6.12) S4-073 S4-074 S4-075: the line with b = 0, its derivative, its sign around the minimum.
    [Property]
    public void The_cost_of_a_slope_is_that_of_a_line_without_bias(Seed seed, Positive distance)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(1 + random.Below(20)), y = random.Normals(x.Length);
        var cost = new SlopeCost(x, y);
        double w = random.Normal(), scale = x.Zip(y, (a, b) => Math.Abs(a * b)).Sum();
        Assert.Equal(ScalarLine.MeanSquaredError(w, 0, x, y), cost.Value(w), 1e-12);
        Assert.Equal(cost.Value(w), ((IObjective)cost).Value([w]));
        Assert.Equal(ScalarLine.Gradient(w, 0, x, y).W, cost.Derivative(w), 1e-12);
        GradientCheck.Smooth(θ => cost.Value(θ), w, cost.Derivative(w)).ThrowIfFailed();
        Assert.Equal(0, cost.Derivative(cost.Minimum), 1e-13 * (1 + scale));
        Assert.True(cost.Derivative(cost.Minimum - distance.Value) < 0);
        Assert.True(cost.Derivative(cost.Minimum + distance.Value) > 0);
    }

    // S4-077: 60 inputs, as many as arange(−3, 3, 0.1) gives, end at −3.
    [Fact]
    public void The_exercise_of_the_notes_ends_at_minus_three()
    {
        Assert.Equal(3.0016666666666667, SlopeCost.Exercise.MeanSquare, 1e-12);
        Assert.Equal(-3, Descent.Path(new ScalarDescent(0.1), SlopeCost.Exercise.Derivative, -10, 60)[^1], 1e-12);
    }
}
