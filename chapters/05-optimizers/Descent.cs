using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Runs an optimizer and records every point.</summary>
public static class Descent
{
    /// <summary>The path of one weight under a scalar rule.</summary>
    /// <param name="rule">The rule, at its start.</param>
    /// <param name="derivative">∂L/∂w at a weight.</param>
    /// <param name="w0">The first weight.</param>
    /// <param name="steps">The number of steps ≥ 0.</param>
    /// <returns>The first weight and the weight after each step. // [steps + 1]</returns>
    /// <exception cref="ArgumentException">A negative number of steps.</exception>
    public static double[] Path(IScalarOptimizer rule, Func<double, double> derivative, double w0, int steps)
    {
        var path = new double[RequireRate.Count(steps, 0) + 1];
        path[0] = w0;
        for (int t = 1; t <= steps; t++)
        {
            path[t] = rule.Step(path[t - 1], derivative(path[t - 1]));
        }

        return path;
    }

    /// <summary>The path of a point under an optimizer.</summary>
    /// <param name="objective">The function to minimise.</param>
    /// <param name="start">The first point. // [n]</param>
    /// <param name="create">Makes the optimizer of the point.</param>
    /// <param name="steps">The number of steps ≥ 0.</param>
    /// <param name="schedule">η at step t = 1, 2, …; null keeps the optimizer's own.</param>
    /// <returns>The first point and the point after each step. // [steps + 1][n]</returns>
    /// <exception cref="ArgumentException">
    /// A negative number of steps, a start of another dimension, a learning rate outside its range, or a start or
    /// gradient that is not finite.
    /// </exception>
    public static double[][] Path(
        IObjective objective, double[] start, Func<IReadOnlyList<Parameter>, IOptimizer> create, int steps,
        Func<int, double>? schedule = null)
    {
        var path = new double[RequireRate.Count(steps, 0) + 1][];
        Require.SameLength(objective.Dimension, "the objective's point", start.Length, nameof(start));
        var θ = new Parameter("θ", start);
        IOptimizer optimizer = create([θ]);
        path[0] = [.. start];
        for (int t = 1; t <= steps; t++)
        {
            optimizer.LearningRate = schedule?.Invoke(t) ?? optimizer.LearningRate;
            objective.Gradient(path[t - 1]).CopyTo(θ.Gradients);
            optimizer.Step();
            path[t] = θ.Values.ToArray();
        }

        return path;
    }

    /// <summary>
    /// Steps of (5.1) until ‖∇L‖ ≤ tolerance, the stopping rule that S4-070 leaves open, or until the steps run out.
    /// </summary>
    /// <param name="objective">The function to minimise.</param>
    /// <param name="start">The first point. // [n]</param>
    /// <param name="η">Learning rate ≥ 0.</param>
    /// <param name="tolerance">Above 0.</param>
    /// <param name="mostSteps">The largest number of steps, ≥ 0.</param>
    /// <returns>The last point, the number of steps, and whether ‖∇L‖ ≤ tolerance there.</returns>
    /// <exception cref="ArgumentException">
    /// A constant outside its range, a start of another dimension, or a start or gradient that is not finite.
    /// </exception>
    public static (double[] Point, int Steps, bool Converged) UntilConverged(
        IObjective objective, double[] start, double η, double tolerance, int mostSteps)
    {
        Require.Positive(tolerance);
        RequireRate.Count(mostSteps, 0);
        Require.SameLength(objective.Dimension, "the objective's point", start.Length, nameof(start));
        var θ = new Parameter("θ", start);
        var descent = new GradientDescent([θ], η);
        while (true)
        {
            double[] x = θ.Values.ToArray(), g = objective.Gradient(x);
            bool converged = Math.Sqrt(g.Sum(v => v * v)) <= tolerance;
            if (converged || descent.Steps == mostSteps)
            {
                return (x, descent.Steps, converged);
            }

            g.CopyTo(θ.Gradients);
            descent.Step(); // (5.1)
        }
    }

    /// <summary>
    /// d/dt L(θ − t∇L) at t = 0, which is −‖∇L‖², (5.2): the derivative along steepest descent. S0-038, S1-082,
    /// S3-043.
    /// </summary>
    /// <param name="objective">The function L.</param>
    /// <param name="θ">A point. // [n]</param>
    public static double DerivativeAlongDescent(IObjective objective, double[] θ) =>
        -objective.Gradient(θ).Sum(g => g * g); // (5.2)
}
