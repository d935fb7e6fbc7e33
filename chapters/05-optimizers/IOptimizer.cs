namespace Reference.Optimizers;

/// <summary>A rule that moves parameters against their gradients.</summary>
public interface IOptimizer
{
    /// <summary>The parameters it moves.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>η, which a schedule may change between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    double LearningRate { get; set; }

    /// <summary>The number of steps taken.</summary>
    int Steps { get; }

    /// <summary>Sets every gradient to 0.</summary>
    void ZeroGradients();

    /// <summary>Moves every parameter once, in place, by its gradient.</summary>
    /// <exception cref="ArgumentException">A gradient is not finite; then nothing was moved.</exception>
    void Step();
}
