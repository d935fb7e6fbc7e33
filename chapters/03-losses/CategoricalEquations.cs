using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>The losses of several classes on whole batches, one line an equation: a sample is a column, means are over columns.</summary>
public static class CategoricalEquations
{
    /// <summary>−(1/N) Σ Y ∘ ln P, (3.16), S1-040, S3-039.</summary>
    /// <param name="P">Predicted distributions, one a column. // [C × N]</param>
    /// <param name="Y">Targets, one-hot or soft. // [C × N]</param>
    /// <exception cref="ArgumentException">Different shapes, or a column that is not a distribution.</exception>
    public static double CrossEntropy(Matrix<double> P, Matrix<double> Y)
    {
        Validate(P, Y);
        return Y.Map2(SelfInformation.Weighted, P).ColumnSums().Sum() / P.ColumnCount; // (3.16), with 0 · ln 0 = 0
    }

    /// <summary>−Y / (N P) element by element, (3.17).</summary>
    /// <inheritdoc cref="CrossEntropy"/>
    public static Matrix<double> CrossEntropyGradient(Matrix<double> P, Matrix<double> Y)
    {
        Validate(P, Y);
        return Y.Map2(SelfInformation.WeightedSlope, P) / P.ColumnCount; // (3.17)
    }

    /// <summary>−(1/N) Σ Y ∘ log-softmax(Z), (3.18), S1-020, S2-115: cross-entropy from logits.</summary>
    /// <param name="Z">Logits, one sample a column. // [C × N]</param>
    /// <param name="Y">Targets, one-hot or soft. // [C × N]</param>
    /// <exception cref="ArgumentException">Different shapes, a logit that is not finite, or a target column that is not a distribution.</exception>
    public static double CrossEntropyOfLogits(Matrix<double> Z, Matrix<double> Y)
    {
        RefuseLogits(Z, Y);
        return -Y.PointwiseMultiply(ActivationEquations.LogSoftmax(Z)).ColumnSums().Sum() / Z.ColumnCount; // (3.18)
    }

    /// <summary>(softmax(Z) − Y) / N, (3.19), S1-020, S2-115.</summary>
    /// <inheritdoc cref="CrossEntropyOfLogits"/>
    public static Matrix<double> CrossEntropyOfLogitsGradient(Matrix<double> Z, Matrix<double> Y)
    {
        RefuseLogits(Z, Y);
        return (ActivationEquations.Softmax(Z) - Y) / Z.ColumnCount; // (3.19)
    }

    /// <summary>
    /// The mean of −ln p of the true class, for log-probabilities such as a log-softmax gives: S1-039, cross-entropy as negative log-likelihood.
    /// </summary>
    /// <param name="logP">Log-probabilities, one sample a column. // [C × N]</param>
    /// <param name="labels">The true classes. // [N]</param>
    /// <exception cref="ArgumentException">Not one label a column, a label that is no row, or a number that is not finite.</exception>
    public static double NegativeLogLikelihood(Matrix<double> logP, int[] labels)
    {
        Require.Finite(logP.ToColumnMajorArray(), nameof(logP));
        return -Picked(logP, labels).PointwiseMultiply(logP).ColumnSums().Sum() / logP.ColumnCount;
    }

    /// <summary>−1/N at the true class, 0 elsewhere.</summary>
    /// <inheritdoc cref="NegativeLogLikelihood"/>
    public static Matrix<double> NegativeLogLikelihoodGradient(Matrix<double> logP, int[] labels) => -Picked(logP, labels) / logP.ColumnCount;

    private static Matrix<double> Picked(Matrix<double> logP, int[] labels)
    {
        Require.SameLength(logP.ColumnCount, "the columns of logP", labels.Length, nameof(labels));
        return OneHot.Encode(labels, logP.RowCount);
    }

    private static void Validate(Matrix<double> P, Matrix<double> Y)
    {
        Targets.Pair(P, Y, nameof(P), nameof(Y));
        Targets.Distributions(P);
        Targets.Distributions(Y);
    }

    private static void RefuseLogits(Matrix<double> Z, Matrix<double> Y)
    {
        Targets.Pair(Z, Y, nameof(Z), nameof(Y));
        Targets.Distributions(Y);
    }
}
