using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Walks down a landscape and says where it came by.</summary>
public static class Descent
{
    /// <summary>The path of one weight under a scalar rule.</summary>
    /// <param name="rule">The rule, fresh.</param>
    /// <param name="gradient">∂L/∂w at a weight.</param>
    /// <param name="w0">The start.</param>
    /// <param name="steps">How many steps ≥ 0.</param>
    /// <returns>[steps + 1] the start and the weight after each step.</returns>
    /// <exception cref="ArgumentException">A negative number of steps, or a weight or gradient that is not finite.</exception>
    public static double[] Path(IScalarOptimizer rule, Func<double, double> gradient, double w0, int steps)
    {
        var path = new double[RequireRate.Count(steps, 0) + 1];
        path[0] = w0;
        for (int t = 1; t <= steps; t++)
        {
            path[t] = rule.Step(path[t - 1], gradient(path[t - 1]));
        }

        return path;
    }

    /// <summary>The path of a point under an optimizer.</summary>
    /// <param name="landscape">What to walk on.</param>
    /// <param name="start">Where. // [n]</param>
    /// <param name="create">Makes the optimizer of the point.</param>
    /// <param name="steps">How many steps ≥ 0.</param>
    /// <param name="schedule">η at step t = 1, 2, …; null keeps the optimizer's own.</param>
    /// <returns>[steps + 1] points: the start and the point after each step.</returns>
    /// <exception cref="ArgumentException">
    /// A negative number of steps, a start of another dimension, a learning rate outside its range, or a number on the way that is not finite.
    /// </exception>
    public static double[][] Path(
        IObjective landscape, double[] start, Func<IReadOnlyList<Parameter>, IOptimizer> create, int steps, Func<int, double>? schedule = null)
    {
        var θ = new Parameter("θ", start);
        IOptimizer optimizer = create([θ]);
        var path = new double[RequireRate.Count(steps, 0) + 1][];
        path[0] = [.. start];
        for (int t = 1; t <= steps; t++)
        {
            optimizer.LearningRate = schedule?.Invoke(t) ?? optimizer.LearningRate;
            landscape.Gradient(path[t - 1]).CopyTo(θ.Gradients);
            optimizer.Step();
            path[t] = θ.Values.ToArray();
        }

        return path;
    }

    /// <summary>Steps of (5.1) until ‖∇L‖ ≤ tolerance, the stopping rule that S4-070 leaves open, or until the steps run out.</summary>
    /// <param name="landscape">What to walk on.</param>
    /// <param name="start">Where. // [n]</param>
    /// <param name="η">Learning rate ≥ 0.</param>
    /// <param name="tolerance">When the ground counts as flat, above 0.</param>
    /// <param name="mostSteps">When to give up: a number of steps ≥ 0.</param>
    /// <returns>The last point, the number of steps, and whether the ground was flat there.</returns>
    /// <exception cref="ArgumentException">A constant outside its range, a start of another dimension, or a number on the way that is not finite.</exception>
    public static (double[] Point, int Steps, bool Flat) UntilFlat(IObjective landscape, double[] start, double η, double tolerance, int mostSteps)
    {
        Require.Positive(tolerance);
        RequireRate.Count(mostSteps, 0);
        var rule = new ScalarDescent(η);
        double[] x = [.. start];
        for (int t = 0; ; t++)
        {
            double[] g = landscape.Gradient(x);
            bool flat = Math.Sqrt(g.Sum(v => v * v)) <= tolerance;
            if (flat || t == mostSteps)
            {
                return (x, t, flat);
            }

            x = [.. x.Zip(g, rule.Step)];
        }
    }

    /// <summary>d/dt L(θ − t∇L) at t = 0, which is −‖∇L‖², (5.2): the steepest way down. S0-038, S1-082, S3-043.</summary>
    /// <param name="landscape">What to walk on.</param>
    /// <param name="x">Where. // [n]</param>
    /// <exception cref="ArgumentException">Another dimension, or a number that is not finite.</exception>
    public static double SlopeAgainstGradient(IObjective landscape, double[] x) => -landscape.Gradient(x).Sum(g => g * g); // (5.2)
}
