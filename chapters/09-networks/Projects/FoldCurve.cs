using Reference.Numerics;

namespace Reference.Networks;

/// <summary>The curve of the validation error over the folds: averaged, without its first points, smoothed. S3-102, S3-103.</summary>
public static class FoldCurve
{
    /// <summary>ē_t = (1/K) Σ_k e_kt, (9.21): the mean over the folds of each epoch. S3-102.</summary>
    /// <param name="histories">K ≥ 1 curves of one length. // [K][T]</param>
    /// <exception cref="ArgumentException">No curve, unequal lengths, or a number that is not finite.</exception>
    public static double[] Average(IReadOnlyList<double[]> histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
        Require.NotEmpty(histories.Count, nameof(histories));
        foreach (double[] history in histories)
        {
            Require.SameLength(histories[0].Length, "the first history", history.Length, "another");
            Require.Finite(history);
        }

        return [.. Enumerable.Range(0, histories[0].Length).Select(t => histories.Sum(h => h[t]) / histories.Count)]; // (9.21)
    }

    /// <summary>
    /// Leaves out the first points, whose scale hides all later ones, and smooths the rest: s_t = β s_{t−1} + (1 − β) e_t from s₀ = e₀ on, (9.22). S3-103.
    /// </summary>
    /// <param name="curve">e. // [T]</param>
    /// <param name="skipped">How many points are left out, fewer than T.</param>
    /// <param name="β">In [0, 1): 0 smooths nothing.</param>
    /// <returns>s. // [T − skipped]</returns>
    /// <exception cref="ArgumentException">Nothing would be left, or β is outside its range.</exception>
    public static double[] Smoothed(double[] curve, int skipped, double β)
    {
        ArgumentNullException.ThrowIfNull(curve);
        if (skipped < 0 || skipped >= curve.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(skipped), $"Expected skipped to leave at least one of {curve.Length} points; got {skipped}.");
        }

        if (β is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(β), $"Expected β in [0, 1); got {β}.");
        }

        double[] s = curve[skipped..];
        for (int t = 1; t < s.Length; t++)
        {
            s[t] = β * s[t - 1] + (1 - β) * s[t]; // (9.22)
        }

        return s;
    }
}
