using Reference.Numerics;

namespace Reference.VariationalAutoencoders;

/// <summary>Single-sample estimates of a gradient by both estimators, for f(z) = ½ Σ (z_j − 1)² and the standard
/// normal distribution, where ∂E[f]/∂μ is −1 in every unit.</summary>
public static class Estimators
{
    /// <summary>Estimates of ∂E[f]/∂μ₁ over k units. // [count] each. S3-251, S3-252</summary>
    public static (double[] Score, double[] Pathwise) Draw(int units, int count, RandomStream random)
    {
        double[] s = new double[units], scores = new double[count], pathwise = new double[count];
        for (int i = 0; i < count; i++)
        {
            double[] ε = random.Normals(units), z = ScalarVae.Sample(new double[units], s, ε);
            scores[i] = ScalarVae.Score(s, ε, z.Sum(v => 0.5 * (v - 1) * (v - 1))).dμ[0];
            pathwise[i] = ScalarVae.Pathwise(s, ε, [.. z.Select(v => v - 1)]).dμ[0];
        }

        return (scores, pathwise);
    }
}
