using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>The course of a run until the gradient is small.</summary>
/// <param name="Losses">The loss before every step, and at the end.</param>
/// <param name="GradientNorm">‖∇L‖ at the end.</param>
/// <param name="Converged">Whether it is at most the tolerance.</param>
public sealed record DescentRun(IReadOnlyList<double> Losses, double GradientNorm, bool Converged);

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

    /// <summary>The path of a point under an optimizer, its start included; a schedule gives η at step t = 1, 2, …. A
    /// start of another dimension or a number that is not finite is an error. // [steps + 1][n]</summary>
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

    /// <summary>Steps of an optimizer until ‖∇L‖ ≤ tolerance, above 0: the stopping rule that S4-070 leaves open; or
    /// until the steps run out. The function adds ∇L to the parameters' gradients and returns L. If one is not finite,
    /// the weights of the last finite loss are restored, and a <see cref="DivergedException"/> is thrown.</summary>
    public static DescentRun UntilConverged(
        IOptimizer optimizer, Func<double> lossAndGradient, double tolerance, int mostSteps)
    {
        Require.Positive(tolerance);
        RequireRate.Count(mostSteps, 0);
        var guard = new LossGuard(optimizer);
        var losses = new List<double>();
        while (true)
        {
            optimizer.ZeroGradients();
            losses.Add(lossAndGradient());
            guard.Check(losses[^1]);
            double norm = Kernels.Norm([.. optimizer.Parameters.Select(p => Kernels.Norm(p.Gradients))]);
            if (norm <= tolerance || losses.Count > mostSteps)
            {
                return new(losses, norm, norm <= tolerance);
            }

            guard.Step();
        }
    }

    /// <summary>The same for gradient descent on an objective. A start of another dimension or a number that is not
    /// finite is an error.</summary>
    public static (double[] Point, int Steps, bool Converged) UntilConverged(
        IObjective objective, double[] start, double η, double tolerance, int mostSteps)
    {
        Require.SameLength(objective.Dimension, "the objective's point", start.Length, nameof(start));
        var θ = new Parameter("θ", start);
        var descent = new GradientDescent([θ], η);
        DescentRun run = UntilConverged(descent, () =>
        {
            objective.Gradient(θ.Values.ToArray()).CopyTo(θ.Gradients);
            return objective.Value(θ.Values.ToArray());
        }, tolerance, mostSteps);
        return (θ.Values.ToArray(), descent.Steps, run.Converged);
    }

    /// <summary>d/dt L(θ − t∇L) at t = 0, which is −‖∇L‖², (5.2): the derivative along steepest descent. S0-038,
    /// S1-082, S3-043.</summary>
    public static double DerivativeAlongDescent(IObjective objective, double[] θ) =>
        -objective.Gradient(θ).Sum(g => g * g); // (5.2)
}
