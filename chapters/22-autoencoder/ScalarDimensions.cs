namespace Reference.Autoencoders;

/// <summary>What grows, and what shrinks, with the number of dimensions.</summary>
public static class ScalarDimensions
{
    /// <summary>m^(−p/(2p + d)), the rate at which the error of an estimated function falls: m ≥ 1 points, d ≥ 1
    /// dimensions, p &gt; 0 derivatives. S4-201.</summary>
    public static double Rate(double m, double p, double d) => Math.Pow(m, -p / (2 * p + d)); // (22.23)

    /// <summary>(max − min)/min of distances, which falls with d: all points are about as far away. S4-200.
    /// // distances [n], positive</summary>
    public static double Contrast(double[] distances) =>
        (distances.Max() - distances.Min()) / distances.Min(); // (22.24)
}
