using MathNet.Numerics.LinearAlgebra;
using Reference.Book;

namespace Reference.Autoencoders;

/// <summary>Samples that are reconstructed badly. S3-174, S4-174.</summary>
public static class Anomalies
{
    /// <summary>ε = ‖x − x̂‖ of every sample. // X, X̂ [D × N] → [N]</summary>
    public static double[] Errors(Matrix<double> X, Matrix<double> X̂) =>
        (X - X̂).ColumnNorms(2).ToArray(); // (22.22)

    /// <summary>The error that a share of the ordinary samples stays below; a sample above it is reported.
    /// // errors [N]</summary>
    /// <exception cref="ArgumentException">No errors, or a share outside [0, 1].</exception>
    public static double Threshold(double[] errors, double share)
    {
        ArgumentNullException.ThrowIfNull(errors);
        Numerics.Require.NotEmpty(errors.Length, nameof(errors));
        Numerics.Require.Probability(share);
        return Results.Quantile([.. errors.Order()], share);
    }
}
