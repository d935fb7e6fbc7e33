namespace Reference.Optimizers;

/// <summary>A rule that updates parameters from their gradients.</summary>
public interface IOptimizer
{
    /// <summary>The parameters that it updates.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>η ≥ 0 and finite; a schedule may change it between steps.</summary>
    double LearningRate { get; set; }

    /// <summary>The number of steps taken.</summary>
    int Steps { get; }

    /// <summary>What the rule keeps from step to step, one array per parameter: Adam's m of each, then s of each; none
    /// before the first step.</summary>
    IReadOnlyList<double[]> Memory { get; }

    /// <summary>Continues after so many steps with a copy of the <see cref="Memory"/> of an optimizer like this
    /// one.</summary>
    /// <exception cref="ArgumentException">Another number of arrays or other lengths; the message names
    /// both.</exception>
    void Resume(int steps, IReadOnlyList<double[]> memory);

    /// <summary>Sets every gradient to 0.</summary>
    void ZeroGradients();

    /// <summary>Moves every parameter once, in place; if a gradient is not finite, or one of 3.3·10¹⁵⁰ and more meets
    /// a rule that sums squares, throws and moves nothing.</summary>
    void Step();
}
