using Reference.Activations;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>Categorical cross-entropy as the notes index it, S1-020, S1-040, S2-115, S3-039: targets are one-hot columns or whole distributions.</summary>
public static class ScalarCrossEntropy
{
    /// <summary>The mean over the samples, −(1/N) Σₙ Σⱼ yⱼₙ ln pⱼₙ, (3.16), S1-040 (as a sum), S3-039.</summary>
    /// <param name="P">Predicted distributions, one a column. // [C × N]</param>
    /// <param name="Y">Targets, one-hot or soft, one a column. // [C × N]</param>
    /// <exception cref="ArgumentException">Different shapes, or a column that is not a distribution.</exception>
    public static double Mean(double[,] P, double[,] Y)
    {
        (int classes, int count) = Shape(P, Y, nameof(P));
        double sum = 0;
        for (int n = 0; n < count; n++)
        {
            (double[] p, double[] y) = (Column(P, n), Column(Y, n));
            Targets.Distribution(p, $"column {n} of P");
            Targets.Distribution(y, $"column {n} of Y");
            for (int j = 0; j < classes; j++)
            {
                sum += SelfInformation.Weighted(y[j], p[j]); // (3.16)
            }
        }

        return sum / count;
    }

    /// <summary>∂mean/∂pⱼₙ = −yⱼₙ / (N pⱼₙ), (3.17).</summary>
    /// <inheritdoc cref="Mean"/>
    public static double[,] Gradient(double[,] P, double[,] Y)
    {
        (int classes, int count) = Shape(P, Y, nameof(P));
        var dP = new double[classes, count];
        for (int n = 0; n < count; n++)
        {
            Targets.Distribution(Column(P, n), $"column {n} of P");
            Targets.Distribution(Column(Y, n), $"column {n} of Y");
            for (int j = 0; j < classes; j++)
            {
                dP[j, n] = SelfInformation.WeightedSlope(Y[j, n], P[j, n]) / count; // (3.17)
            }
        }

        return dP;
    }

    /// <summary>The mean from logits, (1/N) Σₙ [ln Σₖ exp zₖₙ − Σⱼ yⱼₙ zⱼₙ], (3.18), S1-020, S2-115: the logarithm undoes the softmax's exponential.</summary>
    /// <param name="Z">Logits, one sample a column. // [C × N]</param>
    /// <param name="Y">Targets, one-hot or soft, one a column. // [C × N]</param>
    /// <exception cref="ArgumentException">Different shapes, a logit that is not finite, or a target column that is not a distribution.</exception>
    public static double OfLogits(double[,] Z, double[,] Y)
    {
        (int classes, int count) = Shape(Z, Y, nameof(Z));
        Require.Finite(Z);
        double sum = 0;
        for (int n = 0; n < count; n++)
        {
            (double[] z, double[] y) = (Column(Z, n), Column(Y, n));
            Targets.Distribution(y, $"column {n} of Y");
            double lse = ScalarActivations.LogSumExp(z);
            for (int j = 0; j < classes; j++)
            {
                sum += y[j] * (lse - z[j]); // (3.18)
            }
        }

        return sum / count;
    }

    /// <summary>∂mean/∂zⱼₙ = (softmax(zₙ)ⱼ − yⱼₙ) / N, (3.19), S1-020, S2-115, S3-039.</summary>
    /// <inheritdoc cref="OfLogits"/>
    public static double[,] GradientOfLogits(double[,] Z, double[,] Y)
    {
        (int classes, int count) = Shape(Z, Y, nameof(Z));
        Require.Finite(Z);
        var dZ = new double[classes, count];
        for (int n = 0; n < count; n++)
        {
            Targets.Distribution(Column(Y, n), $"column {n} of Y");
            double[] p = ScalarActivations.Softmax(Column(Z, n));
            for (int j = 0; j < classes; j++)
            {
                dZ[j, n] = (p[j] - Y[j, n]) / count; // (3.19)
            }
        }

        return dZ;
    }

    private static (int Classes, int Count) Shape(double[,] prediction, double[,] Y, string name)
    {
        (int rows, int columns) = (prediction.GetLength(0), prediction.GetLength(1));
        Require.NotEmpty(prediction.Length, name);
        return (rows, columns) == (Y.GetLength(0), Y.GetLength(1))
            ? (rows, columns)
            : throw new ArgumentException(
                $"Expected Y to have the shape of {name}, [{rows} × {columns}]; got [{Y.GetLength(0)} × {Y.GetLength(1)}].", nameof(Y));
    }

    private static double[] Column(double[,] X, int n) => [.. Enumerable.Range(0, X.GetLength(0)).Select(j => X[j, n])];
}
