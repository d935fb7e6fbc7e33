using Reference.Numerics;

namespace Reference.Perceptrons;

/// <summary>A line (in more dimensions, a hyperplane) w·x + b = 0. // W [D]</summary>
public sealed record PerceptronLine(double[] W, double B);

/// <summary>The course of a training: the line before the first mistake, then the line after each; and how many points
/// were misclassified, epoch by epoch.</summary>
public sealed record PerceptronRun(IReadOnlyList<PerceptronLine> Lines, IReadOnlyList<int> MistakesOfEpoch)
{
    /// <summary>The final weights. // [D]</summary>
    public double[] W => Lines[^1].W;

    /// <summary>The final bias.</summary>
    public double B => Lines[^1].B;

    /// <summary>The number of updates, one for each mistake.</summary>
    public int Updates => Lines.Count - 1;

    /// <summary>Whether an epoch passed without a mistake.</summary>
    public bool Converged => MistakesOfEpoch[^1] == 0;
}

/// <summary>The training loop, S1-007: point after point, until an epoch passes without a mistake or the epochs run
/// out.</summary>
public static class PerceptronTraining
{
    /// <summary>Trains from w = 0 and b = 0 on points with labels 0 or 1, at a rate α > 0, for at most so many epochs,
    /// at least 1. // X [D × N], y [N]</summary>
    /// <exception cref="ArgumentException">No points, another number of labels, a label outside {0, 1}, α ≤ 0, no
    /// epoch, or a coordinate that is not finite.</exception>
    public static PerceptronRun Train(double[,] X, int[] y, double α, int epochs)
    {
        Require.NotEmpty(X.Length, nameof(X));
        Require.SameLength(X.GetLength(1), "the columns of X", y.Length, nameof(y));
        Require.Labels(y, 0, 1);
        Require.Finite(X);
        Require.Positive(α);
        Require.Positive(epochs);

        (double[] w, double b) = (new double[X.GetLength(0)], 0.0);
        List<PerceptronLine> lines = [new(w, b)];
        List<int> mistakesOfEpoch = [];
        do
        {
            int mistakes = 0;
            for (int n = 0; n < y.Length; n++)
            {
                double[] x = X.Column(n);
                if (ScalarPerceptron.Predict(w, b, x) != y[n])
                {
                    (w, b) = ScalarPerceptron.Update(w, b, x, y[n], α);
                    lines.Add(new(w, b));
                    mistakes++;
                }
            }

            mistakesOfEpoch.Add(mistakes);
        }
        while (mistakesOfEpoch[^1] > 0 && mistakesOfEpoch.Count < epochs);

        return new(lines, mistakesOfEpoch);
    }
}
