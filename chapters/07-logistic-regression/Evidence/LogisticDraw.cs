using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>A random model W // [3] and B, points // [m][3] with labels 0 or 1 // [m], and a rate α.</summary>
internal sealed record LogisticDraw(double[] W, double B, double[][] Points, int[] Labels, double α)
{
    public static LogisticDraw OnePoint(RandomStream random) => Draw(random, 1);
    public static LogisticDraw FivePoints(RandomStream random) => Draw(random, 5);
    public double[] X => Points[0];
    public int Y => Labels[0];
    public double ŷ => Predict(X);
    public LogisticModel Line => new(W, B);
    public double[,] Columns => Matrix<double>.Build.DenseOfColumnArrays(Points).ToArray(); // [3 × m]
    public double Score(double[] x) => ScalarPerceptron.Score(W, B, x);
    public double Predict(double[] x) => ScalarLogisticRegression.Predict(W, B, x);
    public double[] PointGradient() => ScalarLogisticRegression.PointGradient(W, B, X, Y).DW;
    public double[] PredictionGradient() => ScalarLogisticRegression.PredictionGradient(W, B, X).DW;

    /// <summary>The mean over the points of a function of point and label.</summary>
    public double Mean(Func<double[], int, double> f) => Points.Zip(Labels, f).Average();

    /// <summary>The same for each weight.</summary>
    public double[] MeanOfEach(Func<double[], int, double[]> f) =>
        [.. W.Select((_, i) => Mean((x, y) => f(x, y)[i]))];

    private static LogisticDraw Draw(RandomStream random, int points) => new(
        random.Normals(3), random.Normal(),
        [.. Enumerable.Range(0, points).Select(_ => random.Normals(3))],
        [.. Enumerable.Range(0, points).Select(_ => random.Below(2))],
        random.Uniform(0.1, 0.8));
}
