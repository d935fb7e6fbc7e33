using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>What a trained network is judged by, which need not be what it is trained by: accuracy has no slope to descend. S3-067, S3-148.</summary>
/// <param name="Name">What tables and axes call it.</param>
/// <param name="Sum">Its sum over the samples of a batch, from the last scores [K × N] and the targets [K × N].</param>
public sealed record Metric(string Name, Func<Matrix<double>, Matrix<double>, double> Sum)
{
    /// <summary>The share of samples whose largest score stands in the row of the largest target, (9.19). S2-108, S4-123.</summary>
    public static Metric Accuracy { get; } = new("accuracy", (z, y) => Count(z, y, n => Largest(z, n) == Largest(y, n)));

    /// <summary>The share of samples of which every score has the right sign: above 0 for a target of 1, which is σ(z) above ½. S4-123, S4-126.</summary>
    public static Metric BinaryAccuracy { get; } = new("accuracy", (z, y) => Count(z, y, n => SameSide(z, y, n)));

    /// <summary>The mean over the outputs of |z − y|: MAE. S3-100.</summary>
    public static Metric AbsoluteError { get; } = new("MAE", (z, y) =>
    {
        RequireMatrix.SameShape(z, y);
        RequireMatrix.Finite(z);
        double sum = 0;
        for (int n = 0; n < z.ColumnCount; n++)
        {
            for (int k = 0; k < z.RowCount; k++)
            {
                sum += Math.Abs(z[k, n] - y[k, n]);
            }
        }

        return sum / z.RowCount;
    });

    /// <summary>The mean over the samples of a batch.</summary>
    /// <param name="z">The last scores. // [K × N]</param>
    /// <param name="y">The targets. // [K × N]</param>
    /// <exception cref="ArgumentException">Unequal shapes, or a score that is not finite.</exception>
    public double Of(Matrix<double> z, Matrix<double> y)
    {
        ArgumentNullException.ThrowIfNull(z);
        ArgumentNullException.ThrowIfNull(y);
        return Sum(z, y) / z.ColumnCount;
    }

    private static double Count(Matrix<double> z, Matrix<double> y, Func<int, bool> right)
    {
        RequireMatrix.SameShape(z, y);
        RequireMatrix.Finite(z);
        int count = 0;
        for (int n = 0; n < z.ColumnCount; n++)
        {
            count += right(n) ? 1 : 0; // (9.19)
        }

        return count;
    }

    private static int Largest(Matrix<double> m, int column)
    {
        int best = 0;
        for (int k = 1; k < m.RowCount; k++)
        {
            best = m[k, column] > m[best, column] ? k : best;
        }

        return best;
    }

    private static bool SameSide(Matrix<double> z, Matrix<double> y, int column)
    {
        for (int k = 0; k < z.RowCount; k++)
        {
            if (z[k, column] > 0 != y[k, column] > 0.5)
            {
                return false;
            }
        }

        return true;
    }
}
