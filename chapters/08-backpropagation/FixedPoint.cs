using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Backpropagation;

/// <summary>How a training run ended.</summary>
/// <param name="Losses">The loss before every step, and at the end.</param>
/// <param name="GradientNorm">‖∇L‖ at the end.</param>
/// <param name="Converged">Whether it came below the tolerance.</param>
public sealed record FixedPointRun(IReadOnlyList<double> Losses, double GradientNorm, bool Converged);

/// <summary>
/// The fix point procedure of S3, whose steps are lost, and the six-step loop of S1: forward, compare, error, backward, update, again until it is good.
/// A step changes nothing exactly where the gradient is zero, θ = θ − η∇L(θ), (8.29). S1-070, S2-081, S3-206.
/// </summary>
/// <param name="Tolerance">Stops when ‖∇L‖ is below this, above 0.</param>
/// <param name="MostSteps">Stops after so many steps, at least 1.</param>
public sealed record FixedPoint(double Tolerance, int MostSteps)
{
    /// <summary>Repeats steps until the gradient is as good as zero or the steps are used up.</summary>
    /// <param name="optimizer">What moves the parameters.</param>
    /// <param name="lossAndGradient">A forward and a backward pass: adds the gradients to the parameters' and gives the loss.</param>
    /// <exception cref="ArgumentException">A tolerance or a number of steps that is not positive.</exception>
    /// <exception cref="DivergedException">The loss is not finite any more; the weights of the last finite one are put back.</exception>
    public FixedPointRun Run(IOptimizer optimizer, Func<double> lossAndGradient)
    {
        Require.Positive(Tolerance);
        Require.Positive(MostSteps);
        var guard = new LossGuard(optimizer);
        var losses = new List<double>();
        while (true)
        {
            optimizer.ZeroGradients();
            losses.Add(lossAndGradient());
            guard.Check(losses[^1]);
            double norm = Norm(optimizer.Parameters);
            if (norm < Tolerance || losses.Count > MostSteps)
            {
                return new(losses, norm, norm < Tolerance); // (8.29)
            }

            guard.Step(); // (8.29)
        }
    }

    private static double Norm(IReadOnlyList<Parameter> parameters)
    {
        double sum = 0;
        foreach (Parameter parameter in parameters)
        {
            foreach (double g in parameter.Gradients)
            {
                sum += g * g;
            }
        }

        return Math.Sqrt(sum);
    }
}
