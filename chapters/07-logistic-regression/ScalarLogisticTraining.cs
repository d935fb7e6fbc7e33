using Reference.Numerics;
using Reference.Optimizers;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>The steps of S1, after every point or every pass, and the loop. S1-051, S1-059…S1-062, S1-064.</summary>
public static class ScalarLogisticTraining
{
    /// <summary>
    /// One step on one point, wᵢ ← wᵢ + α(y − ŷ)xᵢ and b ← b + α(y − ŷ), (7.10), S1-051, S1-059. The bias moves once.
    /// </summary>
    /// <param name="line">The model before.</param>
    /// <param name="x">One point. // [D]</param>
    /// <param name="y">Its label, 0 or 1.</param>
    /// <param name="α">The learning rate.</param>
    /// <exception cref="ArgumentException">Different lengths, or a label outside {0, 1}.</exception>
    public static LogisticModel Update(LogisticModel line, double[] x, int y, double α)
    {
        Require.OneOf(y, 0, 1);
        double ŷ = ScalarLogisticRegression.Predict(line.W, line.B, x);
        return new([.. line.W.Zip(x, (wᵢ, xᵢ) => wᵢ + α * (y - ŷ) * xᵢ)], line.B + α * (y - ŷ)); // (7.10)
    }

    /// <summary>
    /// The same rule with the step in place of the sigmoid, (7.12), S1-064: no change where the point is classified
    /// correctly, ±α(x, 1) where it is not.
    /// </summary>
    /// <inheritdoc cref="Update"/>
    public static LogisticModel PerceptronUpdate(LogisticModel line, double[] x, int y, double α)
    {
        Require.OneOf(y, 0, 1);
        int ŷ = ScalarPerceptron.Step(ScalarLogisticRegression.Score(line.W, line.B, x));
        return new([.. line.W.Zip(x, (wᵢ, xᵢ) => wᵢ + α * (y - ŷ) * xᵢ)], line.B + α * (y - ŷ)); // (7.12)
    }

    /// <summary>One step on all points, wᵢ ← wᵢ + (α/m) Σ (y − ŷ)xᵢ, (7.11), S1-060.</summary>
    /// <param name="line">The model before.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <param name="y">Their labels, 0 or 1. // [m]</param>
    /// <param name="α">The learning rate.</param>
    /// <exception cref="ArgumentException">No point, not one label a point, or a label outside {0, 1}.</exception>
    public static LogisticModel BatchUpdate(LogisticModel line, double[,] X, int[] y, double α)
    {
        Labels.Validate(X, y, classes: 2);
        (double[] Σ, double Σb, int m) = (new double[line.W.Length], 0.0, y.Length);
        for (int n = 0; n < m; n++)
        {
            double[] x = X.Column(n);
            double ŷ = ScalarLogisticRegression.Predict(line.W, line.B, x);
            for (int i = 0; i < x.Length; i++)
            {
                Σ[i] += (y[n] - ŷ) * x[i];
            }

            Σb += y[n] - ŷ;
        }

        return new([.. line.W.Zip(Σ, (wᵢ, Σᵢ) => wᵢ + α / m * Σᵢ)], line.B + α / m * Σb); // (7.11)
    }

    /// <summary>The algorithm of S1-061: a step for every point, epoch after epoch, until the loss is small.</summary>
    /// <param name="start">The model at the start; S1 draws it at random.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <param name="y">Their labels, 0 or 1. // [m]</param>
    /// <param name="α">The learning rate, above 0.</param>
    /// <param name="epochs">The most passes over the points, at least 1.</param>
    /// <param name="smallLoss">Training stops when the loss (7.5) is at most this.</param>
    /// <exception cref="ArgumentException">
    /// Not one label a point, a label outside {0, 1}, α or epochs ≤ 0, or a number that is not finite.
    /// </exception>
    /// <exception cref="DivergedException">The loss or a weight is not finite any more.</exception>
    public static LogisticRun BySample(
        LogisticModel start, double[,] X, int[] y, double α, int epochs, double smallLoss = 0) =>
        Train(start, X, y, α, epochs, smallLoss, y.Length, line =>
            Enumerable.Range(0, y.Length).Aggregate(line, (l, n) => Update(l, X.Column(n), y[n], α)));

    /// <summary>The same with one step a pass, by the mean gradient.</summary>
    /// <inheritdoc cref="BySample"/>
    public static LogisticRun ByBatch(
        LogisticModel start, double[,] X, int[] y, double α, int epochs, double smallLoss = 0) =>
        Train(start, X, y, α, epochs, smallLoss, 1, line => BatchUpdate(line, X, y, α));

    private static LogisticRun Train(
        LogisticModel start, double[,] X, int[] y, double α, int epochs, double smallLoss, int steps,
        Func<LogisticModel, LogisticModel> epoch)
    {
        Labels.Validate(X, y, classes: 2);
        Require.Finite(X);
        Require.Finite([.. start.W, start.B], nameof(start));
        Require.Positive(α);
        Require.Positive(epochs);
        Require.Finite(smallLoss);
        List<LogisticModel> lines = [start];
        List<double> losses = [ScalarLogisticRegression.Loss(start.W, start.B, X, y)];
        while (lines.Count <= epochs && losses[^1] > smallLoss)
        {
            LogisticModel before = lines[^1], next = epoch(before);
            double loss = Kernels.AllFinite([.. next.W, next.B])
                ? ScalarLogisticRegression.Loss(next.W, next.B, X, y)
                : double.NaN;
            if (!double.IsFinite(loss))
            {
                throw new DivergedException(
                    "the loss", loss, steps * lines.Count, α, losses[^1], [new("w", before.W), new("b", [before.B])]);
            }

            lines.Add(next);
            losses.Add(loss);
        }

        return new(lines, losses);
    }
}
