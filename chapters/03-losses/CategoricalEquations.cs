using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using static Reference.Losses.Logarithms;

namespace Reference.Losses;

/// <summary>The losses of several classes on whole batches: predicted distributions P, or logits Z, and targets Y,
/// one-hot or soft, one sample per column, [C × N]. Means are over columns. The losses refuse a column of P or Y that
/// is not a distribution.</summary>
public static class CategoricalEquations
{
    /// <summary>−(1/N) Σ Y ∘ ln P, (3.11), S1-040, S3-039.</summary>
    public static double CrossEntropy(Matrix<double> P, Matrix<double> Y)
    {
        Domain.Distributions(P, Y);
        return -Y.Map2(XLogY, P).ColumnSums().Sum() / P.ColumnCount; // (3.11)
    }

    /// <summary>−Y / (N P) element by element, 0 where Y is 0, (3.11). // [C × N]</summary>
    public static Matrix<double> CrossEntropyGradient(Matrix<double> P, Matrix<double> Y) =>
        Y.Map2((y, p) => y == 0 ? 0 : -y / p, P) / P.ColumnCount; // (3.11)

    /// <summary>−(1/N) Σ Y ∘ log-softmax(Z), (3.12), S1-020, S2-115: cross-entropy from logits.</summary>
    public static double CrossEntropyOfLogits(Matrix<double> Z, Matrix<double> Y)
    {
        Domain.Targets(Z, Y);
        return -Y.PointwiseMultiply(ActivationEquations.LogSoftmax(Z)).ColumnSums().Sum() / Z.ColumnCount; // (3.12)
    }

    /// <summary>(softmax(Z) − Y) / N, (3.12), S1-020, S2-115, back through log-softmax without the difference.
    /// // [C × N]</summary>
    public static Matrix<double> CrossEntropyOfLogitsGradient(Matrix<double> Z, Matrix<double> Y)
    {
        Domain.Targets(Z, Y);
        return -ActivationEquations.LogSoftmaxBackward(ActivationEquations.LogSoftmax(Z), Y) / Z.ColumnCount; // (3.12)
    }

    /// <summary>The negative log-likelihood: the mean of −ln p of the true classes, [N], S1-039.</summary>
    public static double NegativeLogLikelihood(Matrix<double> logP, int[] labels) =>
        -OneHot.Encode(labels, logP.RowCount).PointwiseMultiply(logP).ColumnSums().Sum() / logP.ColumnCount;

    /// <summary>−1/N at the true class, 0 elsewhere. // [C × N]</summary>
    public static Matrix<double> NegativeLogLikelihoodGradient(Matrix<double> logP, int[] labels) =>
        -OneHot.Encode(labels, logP.RowCount) / logP.ColumnCount;
}
