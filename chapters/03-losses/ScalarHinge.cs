namespace Reference.Losses;

/// <summary>The hinge loss of a score s with label y, −1 or 1: 0 once a sample is right by a margin of 1.
/// The means refuse another label.</summary>
public static class ScalarHinge
{
    /// <summary>The loss of one sample, max(0, 1 − y s), (3.17).</summary>
    public static double OfSample(double s, double y) => Math.Max(0, 1 - y * s); // (3.17)

    /// <summary>Its derivative, −y where y s &lt; 1, else 0, (3.17). At the kink itself we take 0.</summary>
    public static double Derivative(double s, double y) => y * s < 1 ? -y : 0; // (3.17)

    /// <summary>The mean hinge loss (1/N) Σₙ max(0, 1 − yₙ sₙ), (3.17).</summary>
    public static double Mean(double[] s, double[] y) => MeanLoss.Hinge.Of(s, y); // (3.17)

    /// <summary>Its gradient. // [N]</summary>
    public static double[] Gradient(double[] s, double[] y) => MeanLoss.Hinge.Gradient(s, y);
}
