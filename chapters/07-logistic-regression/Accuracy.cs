using Reference.Numerics;

namespace Reference.Classification;

/// <summary>The share of right answers. It judges a classifier and cannot train one. S0-112, S3-068, S3-221, S4-020.</summary>
public static class Accuracy
{
    /// <summary>(1/N) Σ 1[ŷ = y], (7.20), S0-112, S3-068, S4-020, whether the classes come from a threshold or from the largest score.</summary>
    /// <param name="predicted">Predicted classes. // [N]</param>
    /// <param name="labels">True classes. // [N]</param>
    /// <exception cref="ArgumentException">No sample, or unequal numbers of them.</exception>
    public static double Of(int[] predicted, int[] labels)
    {
        Require.NotEmpty(predicted.Length, nameof(predicted));
        Require.SameLength(predicted.Length, nameof(predicted), labels.Length, nameof(labels));
        int right = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            right += predicted[n] == labels[n] ? 1 : 0;
        }

        return (double)right / labels.Length; // (7.20)
    }

    /// <summary>
    /// The accuracy of a logistic model as a function of its weights, S3-221: a staircase, flat almost everywhere, so that no gradient leads up.
    /// </summary>
    /// <param name="line">The model.</param>
    /// <param name="X">The points, one a column. // [D × N]</param>
    /// <param name="y">Their labels, 0 or 1. // [N]</param>
    /// <exception cref="ArgumentException">Not one label a point, a label outside {0, 1}, or a number that is not finite.</exception>
    public static double Of(LogisticModel line, double[,] X, int[] y)
    {
        BinaryPoints.Validate(X, y);
        return Of(
            [.. Enumerable.Range(0, y.Length)
                .Select(n => ScalarLogisticRegression.Class(ScalarLogisticRegression.Predict(line.W, line.B, Perceptrons.ScalarPerceptron.Column(X, n))))], y);
    }
}
