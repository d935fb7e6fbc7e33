using Reference.Numerics;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>The steps of S1 with the learning rate α: after every point x // [D] with its label y, 0 or 1, or after
/// every pass over the points X // [D × m] with their labels y // [m]. S1-051, S1-059, S1-060, S1-064.</summary>
public static class ScalarLogisticStep
{
    /// <summary>One step on one point, wᵢ ← wᵢ + α(y − ŷ)xᵢ, once b ← b + α(y − ŷ), (7.9), S1-051, S1-059.</summary>
    public static LogisticModel Update(LogisticModel line, double[] x, int y, double α)
    {
        double ŷ = ScalarLogisticRegression.Predict(line.W, line.B, x);
        return new([.. line.W.Zip(x, (wᵢ, xᵢ) => wᵢ + α * (y - ŷ) * xᵢ)], line.B + α * (y - ŷ)); // (7.9)
    }

    /// <summary>The same rule with the step in place of the sigmoid, (7.11), S1-064: no change where the point is
    /// classified correctly, ±α(x, 1) where it is not.</summary>
    public static LogisticModel PerceptronUpdate(LogisticModel line, double[] x, int y, double α)
    {
        int ŷ = ScalarPerceptron.Step(ScalarPerceptron.Score(line.W, line.B, x));
        return new([.. line.W.Zip(x, (wᵢ, xᵢ) => wᵢ + α * (y - ŷ) * xᵢ)], line.B + α * (y - ŷ)); // (7.11)
    }

    /// <summary>One step on all points, wᵢ ← wᵢ + (α/m) Σ (y − ŷ)xᵢ, (7.10), S1-060.</summary>
    public static LogisticModel BatchUpdate(LogisticModel line, double[,] X, int[] y, double α)
    {
        double[] δ = [.. y.Select((yₙ, n) => yₙ - ScalarLogisticRegression.Predict(line.W, line.B, X.Column(n)))];
        double Σ(Func<int, double> x) => δ.Select((δₙ, n) => δₙ * x(n)).Sum();
        return new( // (7.10)
            [.. line.W.Select((wᵢ, i) => wᵢ + α / y.Length * Σ(n => X[i, n]))],
            line.B + α / y.Length * Σ(_ => 1));
    }
}
