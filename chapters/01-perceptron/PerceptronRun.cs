namespace Reference.Perceptrons;

/// <summary>A line (in more dimensions, a hyperplane) w·x + b = 0.</summary>
/// <param name="W">Weights. // [D]</param>
/// <param name="B">Bias.</param>
public sealed record PerceptronLine(double[] W, double B);

/// <summary>The course of a training: every line from the first to the last, and the mistakes of every epoch.</summary>
/// <param name="Lines">The line before the first mistake, then the line after each.</param>
/// <param name="MistakesOfEpoch">How many points were on the wrong side, epoch by epoch.</param>
public sealed record PerceptronRun(IReadOnlyList<PerceptronLine> Lines, IReadOnlyList<int> MistakesOfEpoch)
{
    /// <summary>The final weights. // [D]</summary>
    public double[] W => Lines[^1].W;

    /// <summary>The final bias.</summary>
    public double B => Lines[^1].B;

    /// <summary>How many times the line was moved: the number of mistakes.</summary>
    public int Updates => Lines.Count - 1;

    /// <summary>Whether an epoch passed without a mistake.</summary>
    public bool Converged => MistakesOfEpoch[^1] == 0;
}
