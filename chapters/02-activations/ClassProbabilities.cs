using Reference.Numerics;

namespace Reference.Activations;

/// <summary>Ways from scores to shares of 1, beside softmax itself.</summary>
public static class ClassProbabilities
{
    /// <summary>Softmax of two classes is the sigmoid of the difference, p₁ = σ(z₁ − z₂), (2.21), S0-025: one output unit is enough for two classes.</summary>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static double FirstOfTwo(double z1, double z2) => ScalarActivations.Sigmoid(z1 - z2); // (2.21)

    /// <summary>How many times likelier class i is than class j, pᵢ / pⱼ = e^(zᵢ − zⱼ), (2.20), S0-020: a gap in scores is a ratio in probabilities.</summary>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static double Ratio(double zi, double zj)
    {
        Require.Finite(zi);
        Require.Finite(zj);
        return Math.Exp(zi - zj); // (2.20)
    }

    /// <summary>Softmax of z / T, (2.25), S1-234: near T = 0 the largest score takes all, S1-021, and large T makes the classes alike.</summary>
    /// <param name="z">Scores. // [K]</param>
    /// <param name="T">The temperature, above 0.</param>
    /// <exception cref="ArgumentException">No score, T ≤ 0, or a number that is not finite.</exception>
    public static double[] Tempered(double[] z, double T)
    {
        Require.Positive(T);
        return ScalarActivations.Softmax([.. z.Select(zi => zi / T)]); // (2.25)
    }

    /// <summary>Outputs divided by their sum, (2.22), S3-086: shares that add up to 1, but negative ones where an output is negative.</summary>
    /// <param name="y">Outputs. // [K]</param>
    /// <returns>Shares; probabilities only when no output is negative. // [K]</returns>
    /// <exception cref="ArgumentException">No output, one that is not finite, or outputs that add up to 0.</exception>
    public static double[] NaiveShares(double[] y)
    {
        Require.NotEmpty(y.Length, nameof(y));
        Require.Finite(y);
        double sum = y.Sum();
        if (sum == 0 || !double.IsFinite(sum))
        {
            throw new ArgumentException($"Expected outputs whose sum is finite and not 0; got [{string.Join(", ", y)}] with sum {sum}.", nameof(y));
        }

        return [.. y.Select(yi => yi / sum)]; // (2.22)
    }
}
