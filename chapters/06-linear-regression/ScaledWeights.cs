using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>A model that was trained on scaled features, for features in their own units. S3-099, S3-212.</summary>
public static class ScaledWeights
{
    /// <summary>w_d = w'_d/σ_d and b = b' − Σ_d w'_d μ_d/σ_d, (6.26), S3-212: the same predictions without scaling.
    /// // W: [K × D], b: [K × 1]</summary>
    /// <exception cref="ArgumentException">Not one column of W for each scaled feature.</exception>
    public static (Matrix<double> W, Matrix<double> B) Unscaled(Matrix<double> W, Matrix<double> b,
        FeatureScaling scaling)
    {
        ArgumentNullException.ThrowIfNull(scaling);
        Require.SameLength(scaling.Shift.Count, "features of scaling", W.ColumnCount, "columns of W");
        Matrix<double> raw = W.MapIndexed((_, d, w) => w / scaling.Scale[d]); // (6.26)
        return (raw, b - raw * Matrix<double>.Build.DenseOfColumns([scaling.Shift])); // (6.26)
    }

    /// <summary>The samples of a set that is not empty as a matrix. // [D × N]</summary>
    public static Matrix<double> Columns(ISamples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Require.NotEmpty(samples.Count, nameof(samples));
        var X = new DenseMatrix(samples.Features, samples.Count);
        for (int n = 0; n < samples.Count; n++)
        {
            samples.CopyTo(n, X.Values.AsSpan(n * samples.Features, samples.Features));
        }

        return X;
    }
}
