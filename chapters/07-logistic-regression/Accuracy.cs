using Reference.Numerics;

namespace Reference.Classification;

/// <summary>The share of correct predictions.</summary>
public static class Accuracy
{
    /// <summary>(1/N) Σ 1[ŷ = y] of N ≥ 1 predicted and true classes // [N], (7.17). S0-112, S3-068, S3-221,
    /// S4-020.</summary>
    public static double Of(int[] predicted, int[] labels)
    {
        Require.NotEmpty(predicted.Length, nameof(predicted));
        Require.SameLength(predicted.Length, nameof(predicted), labels.Length, nameof(labels));
        return predicted.Zip(labels).Average(pair => pair.First == pair.Second ? 1.0 : 0.0); // (7.17)
    }
}
