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

    /// <summary>Sets every gradient to 0.</summary>
    void ZeroGradients();

    /// <summary>Updates every parameter in place; if a gradient is not finite, throws and changes nothing.</summary>
    void Step();
}
