using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>Three points at which the squared error of σ(wx) has two minima in the one weight w, S2-109, S2-110. Cross-entropy has one, S2-114.</summary>
public static class TwoMinima
{
    /// <summary>The cost: x = 8 and x = 0.1 have label 0, x = 1 has label 1, and no bias.</summary>
    public static SingleWeight Cost { get; } = new([8, 1, 0.1], [0, 1, 0]);

    /// <summary>Where a function of w has its minima within [−10, 10], on a grid of 1/100: lower than both neighbours.</summary>
    public static IReadOnlyList<double> Of(Func<double, double> cost)
    {
        double[] w = [.. Enumerable.Range(-1000, 2001).Select(i => i / 100.0)];
        double[] values = [.. w.Select(cost)];
        return [.. Enumerable.Range(1, w.Length - 2).Where(i => values[i] < values[i - 1] && values[i] < values[i + 1]).Select(i => w[i])];
    }

    /// <summary>A <see cref="LogisticCost"/> of one weight, as functions of a number.</summary>
    /// <param name="x">The points. // [N]</param>
    /// <param name="y">Labels, 0 or 1. // [N]</param>
    public sealed class SingleWeight(double[] x, double[] y)
    {
        private readonly LogisticCost _cost = new(Matrix<double>.Build.DenseOfRowArrays(x), Vector<double>.Build.Dense(y));

        /// <summary>Squared error at w, (3.29).</summary>
        public double Squared(double w) => _cost.Squared(At(w));

        /// <summary>Cross-entropy at w, (3.33).</summary>
        public double CrossEntropy(double w) => _cost.CrossEntropy(At(w));

        private static Vector<double> At(double w)
        {
            Require.Finite(w);
            return Vector<double>.Build.Dense(1, w);
        }
    }
}
