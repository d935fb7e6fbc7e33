namespace Reference.VariationalAutoencoders;

/// <summary>
/// The smallest autoencoder whose optimum has a closed form: x ~ N(0, λ), encoder N(ax, v), decoder N(wz, η²), one
/// unit. It shows when a unit collapses.
/// </summary>
public static class ScalarLinearVae
{
    /// <summary>E over the data of −ln p(x|z) + β D, (23.12), without the constant ½ ln 2πη².</summary>
    public static double Loss(double w, double a, double v, double λ, double η2, double β) =>
        (λ * (1 - w * a) * (1 - w * a) + w * w * v) / (2 * η2) + β * Divergence(a, v, λ); // (23.12)

    /// <summary>E over the data of D, in nats.</summary>
    public static double Divergence(double a, double v, double λ) => 0.5 * (v + a * a * λ - 1 - Math.Log(v));

    /// <summary>The best encoder for a decoder w, (23.13), β > 0.</summary>
    public static (double a, double v) BestEncoder(double w, double η2, double β) =>
        (w / (w * w + β * η2), β * η2 / (w * w + β * η2)); // (23.13)

    /// <summary>The best w ≥ 0, (23.14): 0, a collapsed unit, where βη² is at least λ.</summary>
    public static double BestDecoder(double λ, double η2, double β) =>
        Math.Sqrt(Math.Max(λ - β * η2, 0)); // (23.14)
}
