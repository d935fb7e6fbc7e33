using Reference.Numerics;

namespace Reference.Losses;

/// <summary>The building block of every cross-entropy: −ln p, how surprising an event of probability p is, in nats. S1-034, S1-038.</summary>
public static class SelfInformation
{
    /// <summary>The largest surprise that the clamped form knows: PyTorch's BCELoss stops the logarithm at −100.</summary>
    public const double Ceiling = 100;

    /// <summary>−ln p, (3.6): 0 for a certain event, ∞ for an impossible one.</summary>
    /// <param name="p">A probability.</param>
    /// <exception cref="ArgumentOutOfRangeException">p lies outside [0, 1] or is NaN.</exception>
    public static double Of(double p)
    {
        Require.Probability(p);
        return Weighted(1, p);
    }

    /// <summary>−w ln p with 0 · ln 0 = 0, (3.6): what has weight 0 does not count, however impossible it is.</summary>
    internal static double Weighted(double w, double p) => w == 0 ? 0 : 0 - w * Math.Log(p); // 0 − … so that p = 1 gives 0, not −0

    /// <summary>−w / p with 0 / 0 = 0: the slope of <see cref="Weighted"/> in p.</summary>
    internal static double WeightedSlope(double w, double p) => w == 0 ? 0 : -w / p;

    /// <summary>min(−ln p, 100): S1-012, S4-105, finite for a certain and wrong prediction.</summary>
    internal static double Clamped(double p) => Math.Min(Weighted(1, p), Ceiling); // (3.11)
}
