using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>Random labelled sets for a logistic unit.</summary>
internal static class LogisticUnits
{
    /// <summary>Normal points with a row of ones as the last feature, and fair labels.</summary>
    public static LogisticCost Draw(RandomStream random, int features, int count)
    {
        Matrix<double> X = Matrix<double>.Build.Dense(features, count, (i, _) => i == features - 1 ? 1 : random.Normal());
        return new LogisticCost(X, Vector<double>.Build.Dense(count, _ => random.Below(2)));
    }
}
