using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Backpropagation;

/// <summary>The course of a training run.</summary>
/// <param name="Losses">The loss before every step, and at the end.</param>
/// <param name="GradientNorm">‖∇L‖ at the end.</param>
/// <param name="Converged">Whether it is below the tolerance.</param>
public sealed record FixedPointRun(IReadOnlyList<double> Losses, double GradientNorm, bool Converged);

/// <summary>
/// The fix point procedure of S3 and the six-step loop of S1: forward pass, loss, backward pass and update, repeated
/// until θ = θ − η∇L(θ), (8.25), which holds where the gradient is zero. S1-070, S2-081, S3-206.
/// </summary>
/// <param name="Tolerance">Stops when ‖∇L‖ is below this, above 0.</param>
/// <param name="MostSteps">Stops after so many steps, at least 1.</param>
public sealed record FixedPoint(double Tolerance, int MostSteps)
{
    /// <summary>Repeats steps until the gradient is below the tolerance or the steps are used up; a forward and a
    /// backward pass adds the gradients and returns the loss.</summary>
    /// <exception cref="ArgumentException">A tolerance or a number of steps that is not positive.</exception>
    /// <exception cref="DivergedException">The loss is not finite any more; the weights of the last finite loss are
    /// restored.</exception>
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
            double norm = Math.Sqrt(optimizer.Parameters.Sum(p => p.Gradients.ToArray().Sum(g => g * g)));
            if (norm < Tolerance || losses.Count > MostSteps)
            {
                return new(losses, norm, norm < Tolerance); // (8.25)
            }

            guard.Step(); // (8.25)
        }
    }
}
