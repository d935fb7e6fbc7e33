namespace Reference.Classification;

/// <summary>A logistic model σ(w·x + b); where it says ½ is a line (in more dimensions, a hyperplane).</summary>
/// <param name="W">Weights. // [D]</param>
/// <param name="B">Bias.</param>
public sealed record LogisticModel(double[] W, double B)
{
    /// <summary>‖w‖: how sharply the probability turns at the line, S1-047.</summary>
    public double Length => Math.Sqrt(W.Sum(w => w * w));
}

/// <summary>The course of a training.</summary>
/// <param name="Lines">The model at the start and after every epoch.</param>
/// <param name="Errors">The error (7.5) of each of them.</param>
public sealed record LogisticRun(IReadOnlyList<LogisticModel> Lines, IReadOnlyList<double> Errors)
{
    /// <summary>The model at the end.</summary>
    public LogisticModel Last => Lines[^1];
}
