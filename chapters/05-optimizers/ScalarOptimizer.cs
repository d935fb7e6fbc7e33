namespace Reference.Optimizers;

/// <summary>A rule for one weight, as the notes write it, with the averages that it keeps from step to step. The
/// ranges of its constants are checked here, so that the rules stand bare.</summary>
public abstract class ScalarOptimizer
{
    private protected ScalarOptimizer(
        double[] rates, double[]? decays = null, double[]? momenta = null, double[]? notNegative = null) =>
        RequireRate.Constants(rates, decays ?? [], momenta ?? [], notNegative ?? []);

    /// <summary>The weight after a step from w, where ∂L/∂w is g.</summary>
    public abstract double Step(double w, double g);
}
