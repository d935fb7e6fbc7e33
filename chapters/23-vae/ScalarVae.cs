using Reference.Activations;
using Reference.Numerics;

namespace Reference.VariationalAutoencoders;

/// <summary>
/// The equations of a variational autoencoder for one sample, index by index. The encoder's two vectors are the means
/// μ and the log-variances s = ln σ². // μ, s, ε, z [k]; a, x [D]
/// </summary>
public static class ScalarVae
{
    /// <summary>ln N(z; μ, e^s), (23.1), in nats. S3-246.</summary>
    public static double LogNormal(double z, double μ, double s) =>
        -0.5 * (Math.Log(2 * Math.PI) + s + (z - μ) * (z - μ) / Math.Exp(s)); // (23.1)

    /// <summary>ln p(x|z), (23.2), of pixels x in [0, 1] and logits a, x̂ = σ(a), in nats. S3-257.</summary>
    public static double LogLikelihood(double[] a, double[] x)
    {
        Require.SameLength(a.Length, nameof(a), x.Length, nameof(x));
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            // ln σ(a) = −softplus(−a), and ln(1 − σ(a)) = −softplus(a)
            sum -= x[i] * ScalarActivations.Softplus(-a[i]) + (1 - x[i]) * ScalarActivations.Softplus(a[i]); // (23.2)
        }

        return sum;
    }

    /// <summary>D(N(μ, e^s) ‖ N(0, 1)) summed over the units, (23.4), in nats: equation (34) of the notes with
    /// the variance e^s in place of σ. S3-250.</summary>
    public static double Divergence(double[] μ, double[] s)
    {
        Require.SameLength(μ.Length, nameof(μ), s.Length, nameof(s));
        double sum = 0;
        for (int j = 0; j < μ.Length; j++)
        {
            sum += 0.5 * (μ[j] * μ[j] + (NearOne.Expm1(s[j]) - s[j])); // (23.4), near the prior to the last digit
        }

        return sum;
    }

    /// <summary>∂D/∂μ and ∂D/∂s, (23.5). S3-250.</summary>
    public static (double[] dμ, double[] ds) DivergenceGradient(double[] μ, double[] s)
    {
        (double[] dμ, double[] ds) = (new double[μ.Length], new double[s.Length]);
        for (int j = 0; j < μ.Length; j++)
        {
            dμ[j] = μ[j]; // (23.5)
            ds[j] = 0.5 * NearOne.Expm1(s[j]); // (23.5)
        }

        return (dμ, ds);
    }

    /// <summary>z = μ + σ ⊙ ε, (23.6), with σ = e^{s/2}. S3-252, S3-253.</summary>
    public static double[] Sample(double[] μ, double[] s, double[] ε)
    {
        var z = new double[μ.Length];
        for (int j = 0; j < μ.Length; j++)
        {
            z[j] = μ[j] + Math.Exp(s[j] / 2) * ε[j]; // (23.6)
        }

        return z;
    }

    /// <summary>∂f/∂μ and ∂f/∂s of f(z(μ, s, ε)) with ε held, (23.7), from dz = ∂f/∂z. S3-252.</summary>
    public static (double[] dμ, double[] ds) Pathwise(double[] s, double[] ε, double[] dz)
    {
        (double[] dμ, double[] ds) = (new double[s.Length], new double[s.Length]);
        for (int j = 0; j < s.Length; j++)
        {
            dμ[j] = dz[j]; // (23.7)
            ds[j] = 0.5 * Math.Exp(s[j] / 2) * ε[j] * dz[j]; // (23.7)
        }

        return (dμ, ds);
    }

    /// <summary>f(z)·∂ ln q/∂μ and f(z)·∂ ln q/∂s, (23.8): the estimator that needs no derivative of f.
    /// S3-251.</summary>
    public static (double[] dμ, double[] ds) Score(double[] s, double[] ε, double f)
    {
        (double[] dμ, double[] ds) = (new double[s.Length], new double[s.Length]);
        for (int j = 0; j < s.Length; j++)
        {
            dμ[j] = f * ε[j] / Math.Exp(s[j] / 2); // (23.8): (z − μ)/σ² = ε/σ
            ds[j] = f * 0.5 * (ε[j] * ε[j] - 1); // (23.8)
        }

        return (dμ, ds);
    }
}
