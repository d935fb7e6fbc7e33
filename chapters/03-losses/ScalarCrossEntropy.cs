using Reference.Activations;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>Categorical cross-entropy as the notes index it: predicted distributions P, or logits Z, and targets Y,
/// one-hot or soft, one sample per column, [C × N]. S1-020, S1-040, S2-115, S3-039. Different shapes are refused, and
/// a column of P or Y that is not a distribution.</summary>
public static class ScalarCrossEntropy
{
    /// <summary>The mean over the samples, −(1/N) Σₙ Σⱼ yⱼₙ ln pⱼₙ, (3.11), S1-040 (as a sum), S3-039.</summary>
    public static double Mean(double[,] P, double[,] Y) =>
        Samples(P, Y).Average(n => Information.CrossEntropy(Y.Column(n), P.Column(n))); // (3.11)

    /// <summary>Its gradient ∂/∂pⱼₙ = −yⱼₙ / (N pⱼₙ), 0 where yⱼₙ = 0, (3.11). // [C × N]</summary>
    public static double[,] Gradient(double[,] P, double[,] Y)
    {
        var dP = new double[P.GetLength(0), P.GetLength(1)];
        foreach (int n in Samples(P, Y))
        {
            for (int j = 0; j < P.GetLength(0); j++)
            {
                dP[j, n] = Y[j, n] == 0 ? 0 : -Y[j, n] / (P.GetLength(1) * P[j, n]); // (3.11)
            }
        }

        return dP;
    }

    /// <summary>The mean from logits, (1/N) Σₙ Σⱼ yⱼₙ [ln Σₖ exp zₖₙ − zⱼₙ], (3.12), S1-020, S2-115.</summary>
    public static double OfLogits(double[,] Z, double[,] Y) =>
        Samples(Z, Y).Average(n => OfSample(Z.Column(n), Y.Column(n))); // (3.12)

    // Through log-softmax, which keeps its digits for logits of any size and for losses near 0.
    private static double OfSample(double[] z, double[] y) =>
        y.Zip(ScalarActivations.LogSoftmax(z), (yⱼ, lnpⱼ) => yⱼ * -lnpⱼ).Sum(); // (3.12)

    /// <summary>Its gradient ∂/∂zⱼₙ = (softmax(zₙ)ⱼ − yⱼₙ) / N, (3.12), S1-020, S2-115, S3-039. // [C × N]</summary>
    public static double[,] GradientOfLogits(double[,] Z, double[,] Y)
    {
        var dZ = new double[Z.GetLength(0), Z.GetLength(1)];
        foreach (int n in Samples(Z, Y))
        {
            double[] δ = Derivative(Z.Column(n), Y.Column(n));
            for (int j = 0; j < δ.Length; j++)
            {
                dZ[j, n] = δ[j] / Z.GetLength(1); // (3.12)
            }
        }

        return dZ;
    }

    /// <summary>The gradient of one sample, pⱼ − yⱼ = Σ_(k ≠ j) (pⱼyₖ − yⱼpₖ), (3.12), as both sum to 1: nothing
    /// cancels where pⱼ is almost yⱼ = 1. // [C]</summary>
    public static double[] Derivative(double[] z, double[] y)
    {
        double[] p = ScalarActivations.Softmax(z);
        return [.. y.Select((yⱼ, j) => p.Zip(y, (pₖ, yₖ) => p[j] * yₖ - yⱼ * pₖ).Where((_, k) => k != j).Sum())];
    }

    // The columns, of targets that fit.
    private static IEnumerable<int> Samples(double[,] X, double[,] Y)
    {
        Domain.Targets(X, Y);
        return Enumerable.Range(0, X.GetLength(1));
    }
}
