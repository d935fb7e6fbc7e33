using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>One-hot encoding: category k of K becomes the unit vector e_k, (3.13), S1-022, S1-023.</summary>
public static class OneHot
{
    /// <summary>The vector e_k, (3.13), S1-022.</summary>
    /// <param name="category">k, from 0.</param>
    /// <param name="categories">K.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is not one of K categories.</exception>
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

    /// <summary>One encoded category a column, S1-022.</summary>
    /// <param name="labels">The categories, from 0. // [N]</param>
    /// <param name="categories">K.</param>
    /// <returns>N ones in all. // [K × N]</returns>
    /// <exception cref="ArgumentException">No label, or one that is not of K categories.</exception>
    public static Matrix<double> Encode(int[] labels, int categories)
    {
        Require.NotEmpty(labels.Length, nameof(labels));
        return Matrix<double>.Build.DenseOfColumnArrays(labels.Select(k => Encode(k, categories)));
    }

    /// <summary>One encoded word a column; categories in order of first appearance, S1-022.</summary>
    /// <param name="words">The words. // [N]</param>
    /// <returns>The categories, and the ones. // [K × N]</returns>
    /// <exception cref="ArgumentException">No word.</exception>
    public static (IReadOnlyList<string> Categories, Matrix<double> Encoded) Encode(IReadOnlyList<string> words)
    {
        List<string> categories = [.. words.Distinct(StringComparer.Ordinal)];
        return (categories, Encode([.. words.Select(word => categories.IndexOf(word))], categories.Count));
    }

    /// <summary>The category whose row is largest, of encoded columns or predicted distributions, S1-022.</summary>
    /// <param name="Y">One sample a column. // [K × N]</param>
    /// <returns>The categories; the first of equals. // [N]</returns>
    public static int[] Decode(Matrix<double> Y) => [.. Y.EnumerateColumns().Select(y => y.MaximumIndex())];
}
