using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>A random logistic model of three features with labelled points: the input of the derivations.</summary>
/// <param name="W">Weights. // [3]</param>
/// <param name="B">Bias.</param>
/// <param name="Points">The points. // [m][3]</param>
/// <param name="Labels">Their labels, 0 or 1. // [m]</param>
/// <param name="Rate">A learning rate.</param>
internal sealed record LogisticDraw(double[] W, double B, double[][] Points, int[] Labels, double Rate)
{
    /// <summary>Draws weights, five points and fair labels.</summary>
    public static LogisticDraw Five(RandomStream random) => Draw(random, 5);

    /// <summary>Draws weights, one point and its label.</summary>
    public static LogisticDraw One(RandomStream random) => Draw(random, 1);

    /// <summary>The first point.</summary>
    public double[] X => Points[0];

    /// <summary>The label of the first point.</summary>
    public int Y => Labels[0];

    /// <summary>The prediction for the first point.</summary>
    public double ŷ => Predict(X);

    /// <summary>The model as a line.</summary>
    public LogisticModel Line => new(W, B);

    /// <summary>The points, one a column. // [3 × m]</summary>
    public double[,] Columns => Matrix<double>.Build.DenseOfColumnArrays(Points).ToArray();

    /// <summary>The weights and, last, the bias. // [4]</summary>
    public double[] Parameters => [.. W, B];

    /// <summary>w·x + b.</summary>
    public double Score(double[] x) => ScalarLogisticRegression.Score(W, B, x);

    /// <summary>σ(w·x + b).</summary>
    public double Predict(double[] x) => ScalarLogisticRegression.Predict(W, B, x);

    /// <summary>The gradient of the loss of one point, the bias last. // [4]</summary>
    public double[] PointGradient(double[] x, int y) =>
        ScalarLogisticRegression.PointGradient(W, B, x, y) is var (dw, db) ? [.. dw, db] : [];

    /// <summary>The gradient of the mean loss, the bias last. // [4]</summary>
    public double[] Gradient() =>
        ScalarLogisticRegression.Gradient(W, B, Columns, Labels) is var (dw, db) ? [.. dw, db] : [];

    /// <summary>The mean over the points of a function of point and label.</summary>
    public double Mean(Func<double[], int, double> f) => Points.Zip(Labels, f).Average();

    /// <summary>The same, element by element.</summary>
    public double[] Mean(Func<double[], int, double[]> f)
    {
        double[][] all = [.. Points.Zip(Labels, f)];
        return [.. Enumerable.Range(0, all[0].Length).Select(i => all.Average(v => v[i]))];
    }

    private static LogisticDraw Draw(RandomStream random, int points) => new(
        random.Normals(3), random.Normal(),
        [.. Enumerable.Range(0, points).Select(_ => random.Normals(3))],
        [.. Enumerable.Range(0, points).Select(_ => random.Below(2))],
        random.Uniform(0.1, 0.8));
}
