using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Classification.Tests;

/// <summary>A random logistic model of one to five features, and up to eight labelled points.</summary>
internal sealed record RandomPoints(Vector<double> W, double B, Matrix<double> X, int[] Labels)
{
    public static RandomPoints Of(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int features, int points) = (1 + random.Below(5), 1 + random.Below(8));
        return new(
            Vector<double>.Build.Dense(random.Normals(features)), random.Normal(),
            Matrix<double>.Build.Dense(features, points, random.Normals(features * points)),
            [.. Enumerable.Range(0, points).Select(_ => random.Below(2))]);
    }

    public double[] w => W.ToArray();
    public LogisticModel Line => new(w, B);
    public double[,] Points => X.ToArray();
    public Vector<double> Y => Vector<double>.Build.Dense(Labels.Length, n => Labels[n]);
    public double[] Point(int n) => X.Column(n).ToArray();
}

/// <summary>A random softmax model of one to five features and two to five classes, and up to eight samples.</summary>
internal sealed record RandomSamples(Matrix<double> W, Vector<double> B, Matrix<double> X, int[] Labels)
{
    public static RandomSamples Of(Seed seed, int? classes = null)
    {
        RandomStream random = seed.Stream();
        (int features, int samples) = (1 + random.Below(5), 1 + random.Below(8));
        int k = classes ?? 2 + random.Below(4);
        return new(
            Matrix<double>.Build.Dense(k, features, random.Normals(k * features)),
            Vector<double>.Build.Dense(random.Normals(k)),
            Matrix<double>.Build.Dense(features, samples, random.Normals(features * samples)),
            [.. Enumerable.Range(0, samples).Select(_ => random.Below(k))]);
    }

    public double[,] w => W.ToArray();
    public double[] b => B.ToArray();
    public Matrix<double> Y => Losses.OneHot.Encode(Labels, B.Count);
    public double[] Sample(int n) => X.Column(n).ToArray();
}
