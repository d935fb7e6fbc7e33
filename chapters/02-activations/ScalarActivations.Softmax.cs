using Reference.Numerics;

namespace Reference.Activations;

/// <content>Softmax: a vector of scores into a vector of probabilities.</content>
public static partial class ScalarActivations
{
    /// <summary>Softmax pᵢ = e^zᵢ / Σⱼ e^zⱼ, (2.18), S0-024, S0-026, S1-018, S1-232, S2-035, S3-087, S4-012, with the
    /// largest score subtracted first, (2.24), S1-237, S3-088: the result is the same, adds up to 1, and no
    /// exponential exceeds 1. // [K] scores, one per class</summary>
    /// <exception cref="InvalidOperationException">No score.</exception>
    public static double[] Softmax(double[] z)
    {
        double m = z.Max();
        return Shares([.. z.Select(zi => Math.Exp(zi - m))]); // (2.24)
    }

    /// <summary>Softmax of z / T with a temperature T > 0, (2.23), S1-234: near T = 0 the largest score takes all,
    /// S1-021; large T makes the classes alike. // [K]</summary>
    /// <exception cref="ArgumentException">A T that is not positive.</exception>
    public static double[] Softmax(double[] z, double T)
    {
        Require.Positive(T);
        return Softmax([.. z.Select(zi => zi / T)]); // (2.23)
    }

    /// <summary>Softmax as the notes print it, (2.18), S0-018…S0-021: NaN where an exponential overflows or all of
    /// them vanish. // [K]</summary>
    public static double[] NaiveSoftmax(double[] z) => Shares([.. z.Select(Math.Exp)]); // (2.18)

    /// <summary>Outputs divided by their sum, (2.21), S3-086: probabilities only where no output is negative; not
    /// finite where the sum is 0. // [K]</summary>
    public static double[] Shares(double[] y)
    {
        double sum = y.Sum();
        return [.. y.Select(yi => yi / sum)]; // (2.21)
    }

    /// <summary>The first probability of two classes, p₁ = σ(z₁ − z₂), (2.20), S0-025: one output unit is
    /// enough.</summary>
    public static double SoftmaxOfTwo(double z1, double z2) => Sigmoid(z1 - z2); // (2.20)

    /// <summary>The Jacobian ∂pᵢ/∂zⱼ = pᵢ(δᵢⱼ − pⱼ), (2.22), S0-026, S1-235, S2-035, S3-087: symmetric, and every row
    /// adds up to 0. On the diagonal 1 − pᵢ is the sum of the other pⱼ, which keeps its digits. // [K × K]</summary>
    /// <exception cref="InvalidOperationException">No score.</exception>
    public static double[,] SoftmaxJacobian(double[] z)
    {
        double[] p = Softmax(z);
        var J = new double[z.Length, z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            for (int j = 0; j < z.Length; j++)
            {
                J[i, j] = i == j ? p[i] * Others(p, i) : -p[i] * p[j]; // (2.22)
            }
        }

        return J;
    }

    /// <summary>The soft maximum ln Σⱼ e^zⱼ = m + ln Σⱼ e^(zⱼ − m), m = max z, (2.25), S1-236, between m and m + ln K.
    /// The term of m is 1: of the others ln(1 + …) keeps all digits. // z [K]</summary>
    /// <exception cref="InvalidOperationException">No score.</exception>
    public static double LogSumExp(double[] z) => z.Max() + AboveMaximum(z); // (2.25)

    /// <summary>The logarithms of the probabilities, ln pᵢ = (zᵢ − m) − ln Σⱼ e^(zⱼ − m) ≤ 0, (2.24), S1-236: finite
    /// where pᵢ rounds to 0, and in this order exact for large scores, whose last digits zᵢ − (m + ln Σ) loses.
    /// // [K]</summary>
    /// <exception cref="InvalidOperationException">No score.</exception>
    public static double[] LogSoftmax(double[] z)
    {
        double m = z.Max(), ln = AboveMaximum(z);
        return [.. z.Select(zi => zi - m - ln)]; // (2.24)
    }

    /// <summary>The Jacobian of log-softmax, δᵢⱼ − pⱼ in row i and column j, (2.26); every row adds up to 0.
    /// // [K × K]</summary>
    /// <exception cref="InvalidOperationException">No score.</exception>
    public static double[,] LogSoftmaxJacobian(double[] z)
    {
        double[] p = Softmax(z);
        var J = new double[z.Length, z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            for (int j = 0; j < z.Length; j++)
            {
                J[i, j] = i == j ? Others(p, i) : -p[j]; // (2.26)
            }
        }

        return J;
    }

    // ln Σⱼ e^(zⱼ − m)
    internal static double AboveMaximum(double[] z)
    {
        int k = Kernels.Argmax<double>(z);
        return NearOne.Log1p(z.Where((_, j) => j != k).Sum(zj => Math.Exp(zj - z[k]))); // (2.25)
    }

    // 1 − pᵢ without the subtraction.
    private static double Others(double[] p, int i) => p.Where((_, j) => j != i).Sum();
}
