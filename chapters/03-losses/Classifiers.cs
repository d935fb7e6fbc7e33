using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>How good a classifier is, by counting and by squaring; and the two classifiers of S3-227, which counting cannot tell apart.</summary>
public static class Classifiers
{
    /// <summary>The three labels of S3-227: 001, 010, 100, one a column. // [3 × 3]</summary>
    public static Matrix<double> Labels { get; } = Columns([0, 0, 1], [0, 1, 0], [1, 0, 0]);

    /// <summary>The first classifier of S3-227, sure where it is right. The rows printed there are our columns. // [3 × 3]</summary>
    public static Matrix<double> First { get; } = Columns([0.1, 0.1, 0.8], [0.1, 0.8, 0.1], [0.4, 0.5, 0.1]);

    /// <summary>The second classifier of S3-227, hesitant throughout. // [3 × 3]</summary>
    public static Matrix<double> Second { get; } = Columns([0.3, 0.3, 0.4], [0.3, 0.4, 0.3], [0.4, 0.5, 0.1]);

    /// <summary>The share of samples whose most probable class is the true one, (3.38), S3-227.</summary>
    /// <param name="P">Predictions, one sample a column. // [C × N]</param>
    /// <param name="Y">One-hot labels. // [C × N]</param>
    /// <exception cref="ArgumentException">Different shapes, or a number that is not finite.</exception>
    public static double Accuracy(Matrix<double> P, Matrix<double> Y)
    {
        Targets.Pair(P, Y, nameof(P), nameof(Y));
        return OneHot.Decode(P).Zip(OneHot.Decode(Y), (predicted, label) => predicted == label ? 1.0 : 0.0).Average(); // (3.38)
    }

    /// <summary>Brier's score, the mean over samples of Σⱼ (pⱼ − yⱼ)², (3.38), S3-227: the squared error of probabilities.</summary>
    /// <inheritdoc cref="Accuracy"/>
    public static double Brier(Matrix<double> P, Matrix<double> Y) => RegressionEquations.SumOfSquares(P, Y) / P.ColumnCount; // (3.38)

    /// <summary>The share of the samples of one label that are predicted as such at the threshold ½, S1-041.</summary>
    /// <param name="p">Predicted probabilities of label 1. // [N]</param>
    /// <param name="y">Labels, 0 or 1. // [N]</param>
    /// <param name="label">The label, 0 or 1.</param>
    /// <exception cref="ArgumentException">Different lengths, a probability outside [0, 1], or no sample of that label.</exception>
    public static double Recall(Vector<double> p, Vector<double> y, double label)
    {
        Require.SameLength(p.Count, nameof(p), y.Count, nameof(y));
        Require.Probabilities(p.ToArray(), nameof(p));
        int[] of = [.. Enumerable.Range(0, y.Count).Where(n => y[n] == label)];
        Require.NotEmpty(of.Length, $"the samples of label {label}");
        return of.Count(n => p[n] >= 0.5 == (label == 1)) / (double)of.Length;
    }

    private static Matrix<double> Columns(params double[][] columns) => Matrix<double>.Build.DenseOfColumnArrays(columns);
}
