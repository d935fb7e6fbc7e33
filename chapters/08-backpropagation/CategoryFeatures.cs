using Reference.Losses;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>Categories as inputs of a network: a scale keeps its order in one number, names without an order get one input each. S3-219.</summary>
public static class CategoryFeatures
{
    /// <summary>A scale such as the condition of a house, 1 to 10, as one input from 0 to 1.</summary>
    /// <param name="values">Steps of the scale. // [N]</param>
    /// <param name="lowest">Its lowest step.</param>
    /// <param name="highest">Its highest step, above the lowest.</param>
    /// <returns>One row. // [1 × N]</returns>
    /// <exception cref="ArgumentException">No value, one outside the scale, or a scale of one step.</exception>
    public static double[,] Ordered(int[] values, int lowest, int highest)
    {
        Require.NotEmpty(values.Length, nameof(values));
        Require.Positive(highest - lowest, "highest − lowest");
        var row = new double[1, values.Length];
        for (int n = 0; n < values.Length; n++)
        {
            if (values[n] < lowest || values[n] > highest)
            {
                throw new ArgumentOutOfRangeException(nameof(values), $"Expected steps {lowest} … {highest}; element {n} is {values[n]}.");
            }

            row[0, n] = (values[n] - lowest) / (double)(highest - lowest);
        }

        return row;
    }

    /// <summary>Names such as the colour of a house, 1, 2, 3, as one input each: no colour is more than another.</summary>
    /// <param name="values">Categories from 1. // [N]</param>
    /// <param name="categories">How many there are.</param>
    /// <returns>A single 1 in every column. // [categories × N]</returns>
    /// <exception cref="ArgumentException">No value, or one outside 1 … categories.</exception>
    public static double[,] Unordered(int[] values, int categories)
    {
        Require.NotEmpty(values.Length, nameof(values));
        for (int n = 0; n < values.Length; n++)
        {
            if (values[n] < 1 || values[n] > categories)
            {
                throw new ArgumentOutOfRangeException(nameof(values), $"Expected categories 1 … {categories}; element {n} is {values[n]}.");
            }
        }

        return OneHot.Encode([.. values.Select(v => v - 1)], categories).ToArray();
    }
}
