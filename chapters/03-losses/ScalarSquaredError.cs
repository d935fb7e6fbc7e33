using Reference.Numerics;

namespace Reference.Losses;

/// <summary>Squared error with its four reductions: sum, half sum, mean, half mean. Predictions ŷ come first, targets
/// y second, both [n]. S0-032, S1-077…S1-087, S2-077, S2-109, S3-034, S3-203. No sample, or different lengths, are
/// refused.</summary>
public static class ScalarSquaredError
{
    /// <summary>The sum of squared errors Σᵢ (yᵢ − ŷᵢ)², (3.14), S2-077.</summary>
    public static double Sum(double[] ŷ, double[] y) =>
        Samples(ŷ, y).Sum(i => (y[i] - ŷ[i]) * (y[i] - ŷ[i])); // (3.14)

    /// <summary>∂Sum/∂ŷᵢ = 2(ŷᵢ − yᵢ), (3.14). // [n]</summary>
    public static double[] SumGradient(double[] ŷ, double[] y) =>
        [.. Samples(ŷ, y).Select(i => 2 * (ŷ[i] - y[i]))]; // (3.14)

    /// <summary>½ Σ_μ Σⱼ (yⱼ^μ − ŷⱼ^μ)² over outputs j and samples μ, a column each, [D × N], (3.14),
    /// S1-079.</summary>
    public static double HalfSum(double[,] Ŷ, double[,] Y)
    {
        Require.SameShape(Ŷ, Y);
        double sum = 0;
        for (int μ = 0; μ < Y.GetLength(1); μ++)
        {
            for (int j = 0; j < Y.GetLength(0); j++)
            {
                sum += 0.5 * (Y[j, μ] - Ŷ[j, μ]) * (Y[j, μ] - Ŷ[j, μ]); // (3.14)
            }
        }

        return sum;
    }

    /// <summary>The same for one output per sample, ½ Σ (y − ŷ)², (3.14), S1-086, S3-203.</summary>
    public static double HalfSum(double[] ŷ, double[] y) => 0.5 * Sum(ŷ, y); // (3.14)

    /// <summary>∂HalfSum/∂ŷᵢ = ŷᵢ − yᵢ, (3.14), S1-079, S3-203: the ½ cancels the 2. // [n]</summary>
    public static double[] HalfSumGradient(double[] ŷ, double[] y) =>
        [.. SumGradient(ŷ, y).Select(d => 0.5 * d)]; // (3.14)

    /// <summary>The mean squared error (1/n) Σᵢ (yᵢ − ŷᵢ)², (3.14), S0-032, S1-077, S2-109, S3-034.</summary>
    public static double Mean(double[] ŷ, double[] y) => Sum(ŷ, y) / y.Length; // (3.14)

    /// <summary>∂Mean/∂ŷᵢ = (2/n)(ŷᵢ − yᵢ), (3.14), S0-032, S1-077, S3-034. // [n]</summary>
    public static double[] MeanGradient(double[] ŷ, double[] y) =>
        [.. SumGradient(ŷ, y).Select(d => d / y.Length)]; // (3.14)

    /// <summary>Half the mean, 1/(2m) Σ (y − ŷ)², (3.14), S1-087: it does not grow with the records.</summary>
    public static double HalfMean(double[] ŷ, double[] y) => Sum(ŷ, y) / (2.0 * y.Length); // (3.14)

    /// <summary>∂HalfMean/∂ŷᵢ = (ŷᵢ − yᵢ) / m, (3.14), S1-087. // [n]</summary>
    public static double[] HalfMeanGradient(double[] ŷ, double[] y) =>
        [.. SumGradient(ŷ, y).Select(d => d / (2.0 * y.Length))]; // (3.14)

    private static IEnumerable<int> Samples(double[] ŷ, double[] y)
    {
        Domain.Pairs(ŷ, y);
        return Enumerable.Range(0, y.Length);
    }
}
