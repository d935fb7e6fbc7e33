using Reference.Activations;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>
/// Categorical cross-entropy as the notes index it: targets are one-hot columns or whole distributions. S1-020, S1-040, S2-115,
/// S3-039.
/// </summary>
public static class ScalarCrossEntropy
{
    /// <summary>The mean over the samples, −(1/N) Σₙ Σⱼ yⱼₙ ln pⱼₙ, (3.16), S1-040 (as a sum), S3-039.</summary>
    /// <param name="P">Predicted distributions, one a column. // [C × N]</param>
    /// <param name="Y">Targets, one-hot or soft, one a column. // [C × N]</param>
    /// <exception cref="ArgumentException">Different shapes, or a column that is not a distribution.</exception>
    public static double Mean(double[,] P, double[,] Y)
    {
        Domain.SameShape(P, Y);
        double sum = 0;
        for (int n = 0; n < P.GetLength(1); n++)
        {
            sum += Information.CrossEntropy(Y.Column(n), P.Column(n)); // (3.16)
        }

        return sum / P.GetLength(1);
    }

    /// <summary>Its gradient ∂/∂pⱼₙ = −yⱼₙ / (N pⱼₙ), 0 where yⱼₙ = 0, (3.17). // [C × N]</summary>
    /// <inheritdoc cref="Mean"/>
    public static double[,] Gradient(double[,] P, double[,] Y)
    {
        var dP = new double[P.GetLength(0), P.GetLength(1)];
        for (int n = 0; n < P.GetLength(1); n++)
        {
            for (int j = 0; j < P.GetLength(0); j++)
            {
                dP[j, n] = Y[j, n] == 0 ? 0 : -Y[j, n] / (P.GetLength(1) * P[j, n]); // (3.17)
            }
        }

        return dP;
    }

    /// <summary>
    /// The mean from logits, (1/N) Σₙ Σⱼ yⱼₙ [ln Σₖ exp zₖₙ − zⱼₙ], (3.18), S1-020, S2-115. The largest logit m is taken off first:
    /// added to the logarithm, a large one would swallow its digits.
    /// </summary>
    /// <param name="Z">Logits, one sample a column. // [C × N]</param>
    /// <param name="Y">Targets, one-hot or soft, one a column. // [C × N]</param>
    /// <exception cref="ArgumentException">Different shapes, or a target column that is not a distribution.</exception>
    public static double OfLogits(double[,] Z, double[,] Y)
    {
        Domain.SameShape(Z, Y);
        double sum = 0;
        for (int n = 0; n < Z.GetLength(1); n++)
        {
            (double[] z, double[] y) = (Z.Column(n), Y.Column(n));
            Domain.Distribution(y, $"column {n} of Y");
            double m = z.Max();
            double log = Math.Log(z.Sum(zₖ => Math.Exp(zₖ - m)));
            for (int j = 0; j < z.Length; j++)
            {
                sum += y[j] * (log - (z[j] - m)); // (3.18)
            }
        }

        return sum / Z.GetLength(1);
    }

    /// <summary>Its gradient ∂/∂zⱼₙ = (softmax(zₙ)ⱼ − yⱼₙ) / N, (3.19), S1-020, S2-115, S3-039. // [C × N]</summary>
    /// <inheritdoc cref="OfLogits"/>
    public static double[,] GradientOfLogits(double[,] Z, double[,] Y)
    {
        var dZ = new double[Z.GetLength(0), Z.GetLength(1)];
        for (int n = 0; n < Z.GetLength(1); n++)
        {
            double[] p = ScalarActivations.Softmax(Z.Column(n));
            for (int j = 0; j < p.Length; j++)
            {
                dZ[j, n] = (p[j] - Y[j, n]) / Z.GetLength(1); // (3.19)
            }
        }

        return dZ;
    }
}
