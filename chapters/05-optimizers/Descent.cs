using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Runs an optimizer and records every point.</summary>
public static class Descent
{
    /// <summary>The path of one weight under a scalar rule, its start included. // [steps + 1]</summary>
    public static double[] Path(ScalarOptimizer rule, Func<double, double> derivative, double w0, int steps)
    {
        var path = new double[RequireRate.Count(steps, 0) + 1];
        path[0] = w0;
        for (int t = 1; t <= steps; t++)
        {
            path[t] = rule.Step(path[t - 1], derivative(path[t - 1]));
        }

        return path;
    }

    /// <summary>
    /// The path of a point under an optimizer, its start included; a schedule gives η at step t = 1, 2, …. A start of
    /// another dimension or a number that is not finite is an error. // [steps + 1][n]
    /// </summary>
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
    /// Gradient descent until ‖∇L‖ ≤ tolerance, above 0: the stopping rule that S4-070 leaves open; or until the steps
    /// run out. A start of another dimension or a number that is not finite is an error.
    /// </summary>
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
            bool converged = Kernels.Norm(g) <= tolerance;
            if (converged || descent.Steps == mostSteps)
            {
                return (x, descent.Steps, converged);
            }

            g.CopyTo(θ.Gradients);
            descent.Step();
        }
    }

    /// <summary>
    /// d/dt L(θ − t∇L) at t = 0, which is −‖∇L‖², (5.2): the derivative along steepest descent. S0-038, S1-082,
    /// S3-043.
    /// </summary>
    public static double DerivativeAlongDescent(IObjective objective, double[] θ) =>
        -objective.Gradient(θ).Sum(g => g * g); // (5.2)
}
