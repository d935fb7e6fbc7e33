using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Regularization;

/// <summary>
/// A linear model with many features of which few matter: L1 finds them, L2 shrinks all. S1-121, S1-133.
/// </summary>
public sealed record SparseLine(Matrix<double> X, Vector<double> Y, double[] True)
{
    /// <summary>The first features have the weights 3, −2 and 1, the others 0; noise of deviation ½.</summary>
    public static SparseLine Draw(RandomStream random, int features, int count)
    {
        double[] w = [3, -2, 1, .. new double[features - 3]];
        Matrix<double> X = Matrix<double>.Build.Dense(features, count, random.Normals(features * count));
        Vector<double> noise = Vector<double>.Build.DenseOfArray(random.Normals(count)) / 2;
        return new(X, X.Transpose() * Vector<double>.Build.DenseOfArray(w) + noise, w);
    }

    /// <summary>
    /// Weights of least ½ mean(y − ŷ)² + λ Σ|w| by proximal steps, (10.8), from a start. // w [D]
    /// </summary>
    public Vector<double> L1(double λ, Vector<double>? start = null, int steps = 500)
    {
        Vector<double> w = start ?? Vector<double>.Build.Dense(X.RowCount);
        Matrix<double> H = X * X.Transpose() / Y.Count;
        Vector<double> c = X * Y / Y.Count;
        double η = 1 / H.L2Norm();
        for (int t = 0; t < steps; t++)
        {
            w = (w - η * (H * w - c)).Map(a => ScalarPenalties.SoftThreshold(a, η * λ)); // (10.8)
        }

        return w;
    }

    /// <summary>Weights of least ½ mean(y − ŷ)² + λ Σw², (10.9). // w [D]</summary>
    public Vector<double> L2(double λ) => PolynomialFit.Ridge(X, Y, 2 * λ * Y.Count); // (10.9)
}
