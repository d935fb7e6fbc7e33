namespace Reference.Optimizers;

/// <summary>A rule for one weight, as the notes write it, with the averages that it keeps from step to step.</summary>
public interface IScalarOptimizer
{
    /// <summary>The weight after one step.</summary>
    /// <param name="w">The weight before.</param>
    /// <param name="g">∂L/∂w there.</param>
    double Step(double w, double g);
}
