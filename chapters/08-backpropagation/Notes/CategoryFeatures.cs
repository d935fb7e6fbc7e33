using MathNet.Numerics.LinearAlgebra;
using Reference.Losses;

namespace Reference.Backpropagation;

/// <summary>Categories as inputs: a scale is one number, names without an order get one input each. S3-219.</summary>
public static class CategoryFeatures
{
    /// <summary>A scale, such as the condition of a house from 1 to 10, as numbers from 0 to 1. // [N]</summary>
    /// <exception cref="ArgumentException">A value outside the scale.</exception>
    public static double[] Ordered(int[] values, int lowest, int highest) =>
        Array.Exists(values, v => v < lowest || v > highest)
            ? throw new ArgumentException(
                $"Expected steps {lowest} … {highest}; got {string.Join(", ", values)}.", nameof(values))
            : [.. values.Select(v => (v - lowest) / (double)(highest - lowest))];

    /// <summary>Names, such as the colours 1, 2, 3 of a house, one-hot (chapter 03): all are equally far
    /// apart. // [N] → [categories × N], a single 1 in every column</summary>
    /// <exception cref="ArgumentException">No value, or one outside 1 … categories.</exception>
    public static Matrix<double> Unordered(int[] values, int categories) =>
        OneHot.Encode([.. values.Select(v => v - 1)], categories);
}
