using Reference.Numerics;

namespace Reference.Activations;

/// <content>Softmax: a vector of scores into a vector of probabilities.</content>
public static partial class ScalarActivations
{
    /// <summary>
    /// Softmax pᵢ = e^zᵢ / Σⱼ e^zⱼ, (2.18), S0-024, S0-026, S1-018, S1-232, S2-035, S3-087, S4-012, from scores whose largest was subtracted, (2.26), S1-237,
    /// S3-088: that changes nothing in the result, and no exponential exceeds 1.
    /// </summary>
    /// <param name="z">Scores, one a class. // [K]</param>
    /// <returns>Probabilities that add up to 1. // [K]</returns>
    /// <exception cref="ArgumentException">No score, or one that is not finite.</exception>
    public static double[] Softmax(double[] z)
    {
        double m = Largest(z);
        var p = new double[z.Length];
        double sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            p[i] = Math.Exp(z[i] - m); // (2.26)
            sum += p[i];
        }

        for (int i = 0; i < z.Length; i++)
        {
            p[i] /= sum; // (2.18)
        }

        return p;
    }

    /// <summary>Softmax as the notes print it, (2.18), without the subtraction.</summary>
    /// <param name="z">Scores, one a class. // [K]</param>
    /// <returns>Probabilities that add up to 1. // [K]</returns>
    /// <exception cref="ArgumentException">
    /// No score, one that is not finite, or exponentials whose sum overflows (a score near 710) or vanishes (all below −745).
    /// </exception>
    public static double[] NaiveSoftmax(double[] z)
    {
        double largest = Largest(z);
        double sum = 0;
        for (int j = 0; j < z.Length; j++)
        {
            sum += Math.Exp(z[j]);
        }

        if (sum == 0 || double.IsInfinity(sum))
        {
            throw new ArgumentOutOfRangeException(
                nameof(z), $"Expected scores whose exponentials have a positive, finite sum; the largest score is {largest}, the sum {sum}.");
        }

        var p = new double[z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            p[i] = Math.Exp(z[i]) / sum; // (2.18)
        }

        return p;
    }

    /// <summary>The Jacobian ∂pᵢ/∂zⱼ = pᵢ(δᵢⱼ − pⱼ), (2.23), S0-026, S1-235, S2-035, S3-087.</summary>
    /// <param name="z">Scores, one a class. // [K]</param>
    /// <returns>Row i, column j. Symmetric; every row adds up to 0. // [K × K]</returns>
    /// <exception cref="ArgumentException">No score, or one that is not finite.</exception>
    public static double[,] SoftmaxJacobian(double[] z)
    {
        double[] p = Softmax(z);
        var J = new double[z.Length, z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            for (int j = 0; j < z.Length; j++)
            {
                J[i, j] = p[i] * ((i == j ? 1 : 0) - p[j]); // (2.23)
            }
        }

        return J;
    }

    /// <summary>The soft maximum ln Σⱼ e^zⱼ = m + ln Σⱼ e^(zⱼ − m), m = max z, (2.27), S1-236.</summary>
    /// <param name="z">Scores, at least one. // [K]</param>
    /// <returns>Between max z and max z + ln K.</returns>
    /// <exception cref="ArgumentException">No score, or one that is not finite.</exception>
    public static double LogSumExp(double[] z)
    {
        double m = Largest(z);
        double sum = 0;
        for (int j = 0; j < z.Length; j++)
        {
            sum += Math.Exp(z[j] - m);
        }

        return m + Math.Log(sum); // (2.27)
    }

    /// <summary>The logarithms of the probabilities, zᵢ − ln Σⱼ e^zⱼ, (2.28), S1-236: finite even where pᵢ itself rounds to 0.</summary>
    /// <param name="z">Scores, one a class. // [K]</param>
    /// <returns>Numbers ≤ 0. // [K]</returns>
    /// <exception cref="ArgumentException">No score, or one that is not finite.</exception>
    public static double[] LogSoftmax(double[] z)
    {
        double soft = LogSumExp(z);
        var log = new double[z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            log[i] = z[i] - soft; // (2.28)
        }

        return log;
    }

    /// <summary>The Jacobian of log-softmax, δᵢⱼ − pⱼ, (2.29).</summary>
    /// <param name="z">Scores, one a class. // [K]</param>
    /// <returns>Row i, column j; every row adds up to 0. // [K × K]</returns>
    /// <exception cref="ArgumentException">No score, or one that is not finite.</exception>
    public static double[,] LogSoftmaxJacobian(double[] z)
    {
        double[] p = Softmax(z);
        var J = new double[z.Length, z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            for (int j = 0; j < z.Length; j++)
            {
                J[i, j] = (i == j ? 1 : 0) - p[j]; // (2.29)
            }
        }

        return J;
    }

    private static double Largest(double[] z)
    {
        Require.NotEmpty(z.Length, nameof(z));
        Require.Finite(z);
        return z.Max();
    }
}
