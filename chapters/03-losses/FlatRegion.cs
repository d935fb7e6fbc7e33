using MathNet.Numerics.LinearAlgebra;

namespace Reference.Losses;

/// <summary>Six labelled points on a line, and weights far out where squared error has no slope left, S4-103.</summary>
public static class FlatRegion
{
    /// <summary>The cost in (w, b) of points from −3 to 3, those above 0 with label 1 but for the two in the middle, so that no line separates them.</summary>
    public static LogisticCost Cost { get; } = new(LogisticCost.WithBias([-3, -2, -1, 1, 2, 3]), Vector<double>.Build.Dense([0, 0, 1, 0, 1, 1]));

    /// <summary>w = −100, b = 0: sure of everything, and wrong about all but the two in the middle.</summary>
    public static Vector<double> Far { get; } = Vector<double>.Build.Dense([-100, 0]);
}
