namespace Reference.Optimizers;

/// <summary>A rule that moves parameters against their gradients.</summary>
public interface IOptimizer
{
    /// <summary>The parameters it moves.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>η ≥ 0 and finite; a schedule may change it between steps.</summary>
    double LearningRate { get; set; }

    /// <summary>The number of steps taken.</summary>
    int Steps { get; }

    /// <summary>Sets every gradient to 0.</summary>
    void ZeroGradients();

    /// <summary>
    /// Moves every parameter once, in place; if a gradient is not finite, or one of 3.3·10¹⁵⁰ and more meets a rule
    /// that sums squares, throws and moves nothing.
    /// </summary>
    void Step();
}
