using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>A measure of a network's quality; unlike a loss it needs no derivative, so it may count. OfSample is its
/// value for one sample, from the scores [K] and the target [K]. S3-067, S3-148.</summary>
public sealed record Metric(string Name, Func<ReadOnlySpan<double>, ReadOnlySpan<double>, double> OfSample)
{
    /// <summary>The share of samples with the largest score at the largest target, (9.17). S2-108, S4-123.</summary>
    public static Metric Accuracy { get; } =
        new("accuracy", static (z, y) => Kernels.Argmax(z) == Kernels.Argmax(y) ? 1 : 0); // (9.17)

    /// <summary>The share of samples with all scores above 0, σ(z) > ½, where targets are 1. S4-123, S4-126.</summary>
    public static Metric BinaryAccuracy { get; } = new("accuracy", static (z, y) =>
    {
        for (int k = 0; k < z.Length; k++)
        {
            if (z[k] > 0 != y[k] > 0.5)
            {
                return 0;
            }
        }

        return 1;
    });

    /// <summary>The mean over the outputs of |z − y|: MAE. S3-100.</summary>
    public static Metric AbsoluteError { get; } = new("MAE", static (z, y) =>
    {
        double sum = 0;
        for (int k = 0; k < z.Length; k++)
        {
            sum += Math.Abs(z[k] - y[k]);
        }

        return sum / z.Length;
    });

    /// <summary>The mean over the samples of a batch; scores must be finite. // Z, Y [K × N]</summary>
    public double Of(Matrix<double> Z, Matrix<double> Y)
    {
        RequireMatrix.SameShape(Z, Y);
        RequireMatrix.Finite(Z);
        return Sum(Z.View(), Y.View()) / Z.ColumnCount;
    }

    /// <summary>The sum over the samples of a batch.</summary>
    internal double Sum(MatrixView Z, MatrixView Y)
    {
        double sum = 0;
        for (int n = 0; n < Z.ColumnCount; n++)
        {
            sum += OfSample(Z.Column(n), Y.Column(n));
        }

        return sum;
    }
}
