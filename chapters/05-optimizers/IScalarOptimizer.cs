namespace Reference.Optimizers;

/// <summary>A rule for one weight, written as the notes write it. It remembers what it needs from step to step.</summary>
public interface IScalarOptimizer
{
    /// <summary>The weight after one step.</summary>
    /// <param name="w">The weight before.</param>
    /// <param name="g">∂L/∂w there.</param>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    double Step(double w, double g);
}
