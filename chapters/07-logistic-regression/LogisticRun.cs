using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Classification;

/// <summary>A training, S1-061, S1-062: the model and its loss (7.5) at the start and after every epoch.</summary>
public sealed record LogisticRun(IReadOnlyList<LogisticModel> Lines, IReadOnlyList<double> Losses)
{
    /// <summary>The model at the end.</summary>
    public LogisticModel Last => Lines[^1];

    /// <summary>
    /// The algorithm of S1-061: a step for every point of X // [D × m] with its label of y, 0 or 1 // [m], epoch after
    /// epoch, until the loss (7.5) is at most <paramref name="smallLoss"/>. α is above 0 and epochs at least 1. When
    /// the loss or a weight is not finite any more, it throws <see cref="DivergedException"/>.
    /// </summary>
    public static LogisticRun BySample(
        LogisticModel start, double[,] X, int[] y, double α, int epochs, double smallLoss = 0) =>
        Train(start, X, y, α, epochs, smallLoss, y.Length, line =>
            Enumerable.Range(0, y.Length)
                .Aggregate(line, (l, n) => ScalarLogisticStep.Update(l, X.Column(n), y[n], α)));

    /// <summary>The same with one step per pass, by the mean gradient.</summary>
    public static LogisticRun ByBatch(
        LogisticModel start, double[,] X, int[] y, double α, int epochs, double smallLoss = 0) =>
        Train(start, X, y, α, epochs, smallLoss, 1, line => ScalarLogisticStep.BatchUpdate(line, X, y, α));

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
