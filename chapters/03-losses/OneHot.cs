using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>One-hot encoding: category k of K becomes the unit vector e_k, (3.13), S1-022, S1-023.</summary>
public static class OneHot
{
    /// <summary>The vector e_k of category k, 0 … K − 1, of K; another k is refused, (3.13), S1-022. // [K]</summary>
    public static double[] Encode(int category, int categories)
    {
        if (category < 0 || category >= categories)
        {
            throw new ArgumentOutOfRangeException(
                nameof(category), $"Expected category to be one of 0 … {categories - 1}; got {category}.");
        }

        var e = new double[categories];
        e[category] = 1; // (3.13)
        return e;
    }

    /// <summary>One encoded category per column, N ones in all; no label is refused, S1-022. // [K × N]</summary>
    public static Matrix<double> Encode(int[] labels, int categories)
    {
        Require.NotEmpty(labels.Length, nameof(labels));
        return Matrix<double>.Build.DenseOfColumnArrays(labels.Select(k => Encode(k, categories)));
    }

    /// <summary>One encoded word per column, [K × N], and the K categories in order of appearance, S1-022.</summary>
    public static (IReadOnlyList<string> Categories, Matrix<double> Encoded) Encode(IReadOnlyList<string> words)
    {
        List<string> categories = [.. words.Distinct(StringComparer.Ordinal)];
        return (categories, Encode([.. words.Select(word => categories.IndexOf(word))], categories.Count));
    }

    /// <summary>The largest row of each column of codes or predictions, [K × N], S1-022; the first of equals, a NaN if
    /// there is one. // [N]</summary>
    public static int[] Decode(Matrix<double> Y) =>
        [.. Y.EnumerateColumns().Select(y => Kernels.Argmax<double>(y.ToArray()))];
}
