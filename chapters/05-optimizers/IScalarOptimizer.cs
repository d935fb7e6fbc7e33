namespace Reference.Optimizers;

/// <summary>A rule for one weight, as the notes write it, with the averages that it keeps from step to step.</summary>
public interface IScalarOptimizer
{
    /// <summary>The weight after a step from w, where ∂L/∂w is g.</summary>
    double Step(double w, double g);
}
