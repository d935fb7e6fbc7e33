using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>Two scores of a classifier, and the two classifiers of S3-227, which accuracy cannot tell apart.</summary>
public static class Classifiers
{
    /// <summary>The three labels of S3-227: 001, 010, 100, one per column. // [3 × 3]</summary>
    public static Matrix<double> Labels { get; } = Columns([0, 0, 1], [0, 1, 0], [1, 0, 0]);

    /// <summary>The first classifier, confident where it is right; a printed row is a column. // [3 × 3]</summary>
    public static Matrix<double> First { get; } = Columns([0.1, 0.1, 0.8], [0.1, 0.8, 0.1], [0.4, 0.5, 0.1]);

    /// <summary>The second classifier, hesitant throughout. // [3 × 3]</summary>
    public static Matrix<double> Second { get; } = Columns([0.3, 0.3, 0.4], [0.3, 0.4, 0.3], [0.4, 0.5, 0.1]);

    /// <summary>The share of samples whose most probable class is the true one, (3.24), S3-227: of predictions P and
    /// one-hot labels Y, both [C × N]; different shapes are refused.</summary>
    public static double Accuracy(Matrix<double> P, Matrix<double> Y)
    {
        RequireMatrix.SameShape(P, Y);
        return OneHot.Decode(P).Zip(OneHot.Decode(Y)).Average(n => n.First == n.Second ? 1.0 : 0.0); // (3.24)
    }

    /// <summary>Brier's score, the mean over samples of Σⱼ (pⱼ − yⱼ)², (3.24), S3-227.</summary>
    public static double Brier(Matrix<double> P, Matrix<double> Y) =>
        RegressionEquations.SumOfSquares(P, Y) / P.ColumnCount; // (3.24)

    private static Matrix<double> Columns(params double[][] columns) =>
        Matrix<double>.Build.DenseOfColumnArrays(columns);
}
