using Reference.Numerics;

namespace Reference.Perceptrons;

/// <summary>The perceptron convergence theorem: on separable data the rule makes at most (R/γ)² mistakes, (1.8),
/// S1-008.</summary>
/// <param name="R">The length of the longest point (x, 1).</param>
/// <param name="γ">The margin of a separating line: the least signed score of any point, with ‖(w*, b*)‖ = 1.</param>
public readonly record struct Convergence(double R, double γ)
{
    /// <summary>The most mistakes that the rule can make, whatever the order of the points, (1.8).</summary>
    public double Bound => R / γ * (R / γ); // (1.8)

    /// <summary>Measures R and γ for a set of points with labels 0 or 1 and a line w*, b* that separates it.
    /// // X [D × N], y [N], w [D]</summary>
    /// <exception cref="ArgumentException">The line does not separate the set, or the sizes do not fit.</exception>
    public static Convergence Of(double[,] X, int[] y, double[] w, double b)
    {
        Require.NotEmpty(y.Length, nameof(y));
        Require.SameLength(X.GetLength(1), "the columns of X", y.Length, nameof(y));
        Require.Labels(y, 0, 1);
        double length = Kernels.Norm([.. w, b]);
        (double R, double γ) = (0, double.PositiveInfinity);
        for (int n = 0; n < y.Length; n++)
        {
            double[] x = X.Column(n);
            R = Math.Max(R, Kernels.Norm([.. x, 1]));
            γ = Math.Min(γ, (2 * y[n] - 1) * ScalarPerceptron.Score(w, b, x) / length);
        }

        return γ > 0
            ? new(R, γ)
            : throw new ArgumentException($"Expected a line that separates the set (margin > 0); its margin is {γ}.",
                nameof(w));
    }
}
