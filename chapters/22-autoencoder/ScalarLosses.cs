namespace Reference.Autoencoders;

/// <summary>The terms beside the reconstruction error: a constraint on the output, and a distance of codes.</summary>
public static class ScalarLosses
{
    /// <summary>max(0, c)², the penalty of a constraint c(x̂) ≤ 0. S3-170.</summary>
    public static double Penalty(double c) => Math.Pow(Math.Max(0, c), 2); // (22.16)

    /// <summary>Its gradient, from ∇c. // ∇c [D] → [D]</summary>
    public static double[] PenaltyGradient(double c, double[] g) =>
        [.. g.Select(gi => 2 * Math.Max(0, c) * gi)]; // (22.16)

    /// <summary>‖z₁ − z₂‖. // z₁, z₂ [k]</summary>
    public static double Distance(double[] z1, double[] z2) =>
        Math.Sqrt(z1.Zip(z2, (a, b) => (a - b) * (a - b)).Sum());

    /// <summary>The loss of a pair of codes: their distance is to be 0 where they are alike, else at least m.
    /// S3-177. // z₁, z₂ [k]</summary>
    public static double Pair(double[] z1, double[] z2, bool alike, double m)
    {
        double d = Distance(z1, z2);
        return alike ? d * d : Math.Pow(Math.Max(0, m - d), 2); // (22.19)
    }

    /// <summary>Its gradient with respect to z₁; that of z₂ is the opposite, and 0 where the codes are one.
    /// // z₁, z₂ [k] → [k]</summary>
    public static double[] PairGradient(double[] z1, double[] z2, bool alike, double m)
    {
        double d = Distance(z1, z2);
        double factor = alike ? 2 : d > 0 ? -2 * Math.Max(0, m - d) / d : 0;
        return [.. z1.Zip(z2, (a, b) => factor * (a - b))]; // (22.20)
    }
}
