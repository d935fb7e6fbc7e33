namespace Reference.VariationalAutoencoders;

/// <summary>The two terms of the loss, means over samples, in nats. S3-257.</summary>
/// <param name="Reconstruction">−E ln p(x|z) for one z a sample.</param>
/// <param name="Divergence">D(q(z|x) ‖ p(z)).</param>
public readonly record struct ElboTerms(double Reconstruction, double Divergence)
{
    /// <summary>The evidence lower bound, (23.3), in nats.</summary>
    public double Elbo => -Reconstruction - Divergence; // (23.3)

    /// <summary>What is minimised, (23.9): the reconstruction and β times the divergence.</summary>
    public double Loss(double β) => Reconstruction + β * Divergence; // (23.9)
}
