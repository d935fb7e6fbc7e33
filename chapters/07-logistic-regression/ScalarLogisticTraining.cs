using Reference.Numerics;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>The algorithm of S1: a step after every point, or one step a pass over all of them. S1-051, S1-059…S1-062, S1-064.</summary>
public static class ScalarLogisticTraining
{
    /// <summary>One step on one point, wᵢ ← wᵢ + α(y − ŷ)xᵢ and b ← b + α(y − ŷ), (7.10), S1-051, S1-059. The bias moves once, after all weights.</summary>
    /// <param name="line">The model before.</param>
    /// <param name="x">One point. // [D]</param>
    /// <param name="y">Its label, 0 or 1.</param>
    /// <param name="α">The learning rate, above 0.</param>
    /// <exception cref="ArgumentException">Different lengths, a label outside {0, 1}, α ≤ 0, or a number that is not finite.</exception>
    public static LogisticModel Update(LogisticModel line, double[] x, int y, double α)
    {
        Require.OneOf(y, 0, 1);
        return Update(line, x, y, α, ScalarLogisticRegression.Predict(line.W, line.B, x));
    }

    /// <summary>
    /// The same rule with the step in place of the sigmoid, (7.12), S1-064: nothing for a point on its right side, ±α(x, 1) for one on the wrong side.
    /// </summary>
    /// <inheritdoc cref="Update(LogisticModel, double[], int, double)"/>
    public static LogisticModel PerceptronUpdate(LogisticModel line, double[] x, int y, double α)
    {
        Require.OneOf(y, 0, 1);
        return Update(line, x, y, α, ScalarPerceptron.Predict(line.W, line.B, x)); // (7.12)
    }

    /// <summary>One step on all points, wᵢ ← wᵢ + (α/m) Σ (y − ŷ)xᵢ, (7.11), S1-060: 1/m is part of the learning rate.</summary>
    /// <param name="line">The model before.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <param name="y">Their labels, 0 or 1. // [m]</param>
    /// <param name="α">The learning rate, above 0.</param>
    /// <exception cref="ArgumentException">Not one label a point, a label outside {0, 1}, α ≤ 0, or a number that is not finite.</exception>
    public static LogisticModel BatchUpdate(LogisticModel line, double[,] X, int[] y, double α)
    {
        BinaryPoints.Validate(X, y);
        Require.Positive(α);
        (double[] sum, double bias) = (new double[line.W.Length], 0.0);
        for (int n = 0; n < y.Length; n++)
        {
            double[] x = ScalarPerceptron.Column(X, n);
            double error = y[n] - ScalarLogisticRegression.Predict(line.W, line.B, x);
            for (int i = 0; i < x.Length; i++)
            {
                sum[i] += error * x[i];
            }

            bias += error;
        }

        double rate = α / y.Length;
        return new([.. line.W.Zip(sum, (w, s) => w + rate * s)], line.B + rate * bias); // (7.11)
    }

    /// <summary>The algorithm of S1-061: for every point a step, epoch after epoch, until the error is small or the epochs are used up.</summary>
    /// <param name="start">The model at the start; S1 draws it at random.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <param name="y">Their labels, 0 or 1. // [m]</param>
    /// <param name="α">The learning rate, above 0.</param>
    /// <param name="epochs">The most passes over the points, at least 1.</param>
    /// <param name="smallError">Training stops when the error (7.5) is at most this.</param>
    /// <exception cref="ArgumentException">Not one label a point, a label outside {0, 1}, α or epochs ≤ 0, or a number that is not finite.</exception>
    public static LogisticRun BySample(LogisticModel start, double[,] X, int[] y, double α, int epochs, double smallError = 0) =>
        Train(start, X, y, epochs, smallError, line =>
        {
            for (int n = 0; n < y.Length; n++)
            {
                line = Update(line, ScalarPerceptron.Column(X, n), y[n], α);
            }

            return line;
        });

    /// <summary>The same with one step a pass, by the mean gradient.</summary>
    /// <inheritdoc cref="BySample"/>
    public static LogisticRun ByBatch(LogisticModel start, double[,] X, int[] y, double α, int epochs, double smallError = 0) =>
        Train(start, X, y, epochs, smallError, line => BatchUpdate(line, X, y, α));

    private static LogisticRun Train(LogisticModel start, double[,] X, int[] y, int epochs, double smallError, Func<LogisticModel, LogisticModel> epoch)
    {
        Require.Positive(epochs);
        Require.Finite(smallError);
        List<LogisticModel> lines = [start];
        List<double> errors = [ScalarLogisticRegression.Loss(start.W, start.B, X, y)];
        while (lines.Count <= epochs && errors[^1] > smallError)
        {
            LogisticModel next = epoch(lines[^1]);
            lines.Add(next);
            errors.Add(ScalarLogisticRegression.Loss(next.W, next.B, X, y));
        }

        return new(lines, errors);
    }

    private static LogisticModel Update(LogisticModel line, double[] x, int y, double α, double ŷ)
    {
        Require.Positive(α);
        var w = new double[line.W.Length];
        for (int i = 0; i < w.Length; i++)
        {
            w[i] = line.W[i] + α * (y - ŷ) * x[i]; // (7.10)
        }

        return new(w, line.B + α * (y - ŷ)); // (7.10)
    }
}
