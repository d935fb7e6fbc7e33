using Reference.Activations;

namespace Reference.BoltzmannMachines;

/// <summary>The numbers of a machine of D visible and H hidden binary units. // W [H × D], b [D], c [H].
/// S4-195</summary>
public sealed record RbmWeights(double[,] W, double[] b, double[] c)
{
    /// <summary>D.</summary>
    public int Visible => b.Length;

    /// <summary>H.</summary>
    public int Hidden => c.Length;
}

/// <summary>
/// A restricted Boltzmann machine in indexed equations: visible units v and hidden units h, all 0 or 1, with weights
/// between the layers and none inside. S4-195, S4-197.
/// </summary>
public static class ScalarRbm
{
    /// <summary>E(v, h) = −Σ bᵢvᵢ − Σ cⱼhⱼ − Σ hⱼWⱼᵢvᵢ, (24.1). // v [D], h [H]. S4-195</summary>
    public static double Energy(RbmWeights θ, double[] v, double[] h)
    {
        double E = 0;
        for (int i = 0; i < θ.Visible; i++)
        {
            E -= θ.b[i] * v[i]; // (24.1)
        }

        for (int j = 0; j < θ.Hidden; j++)
        {
            E -= θ.c[j] * h[j]; // (24.1)
            for (int i = 0; i < θ.Visible; i++)
            {
                E -= h[j] * θ.W[j, i] * v[i]; // (24.1)
            }
        }

        return E;
    }

    /// <summary>ln Z, the sum of e^(−E) over all states of both layers, (24.2).</summary>
    public static double LogPartition(RbmWeights θ) => ScalarActivations.LogSumExp(
        [.. States(θ.Visible).SelectMany(v => States(θ.Hidden).Select(h => -Energy(θ, v, h)))]); // (24.2)

    /// <summary>p(v, h) = e^(−E)/Z, (24.2), for a given ln Z. // v [D], h [H]</summary>
    public static double Joint(RbmWeights θ, double[] v, double[] h, double logZ) =>
        Math.Exp(-Energy(θ, v, h) - logZ); // (24.2)

    /// <summary>p(hⱼ = 1 | v) = σ(cⱼ + Σ Wⱼᵢvᵢ), (24.3). // v [D] → [H]. S4-195</summary>
    public static double[] HiddenMeans(RbmWeights θ, double[] v)
    {
        var p = new double[θ.Hidden];
        for (int j = 0; j < θ.Hidden; j++)
        {
            double a = θ.c[j];
            for (int i = 0; i < θ.Visible; i++)
            {
                a += θ.W[j, i] * v[i];
            }

            p[j] = ScalarActivations.Sigmoid(a); // (24.3)
        }

        return p;
    }

    /// <summary>p(vᵢ = 1 | h) = σ(bᵢ + Σ Wⱼᵢhⱼ), (24.4). // h [H] → [D]. S4-195</summary>
    public static double[] VisibleMeans(RbmWeights θ, double[] h)
    {
        var p = new double[θ.Visible];
        for (int i = 0; i < θ.Visible; i++)
        {
            double a = θ.b[i];
            for (int j = 0; j < θ.Hidden; j++)
            {
                a += θ.W[j, i] * h[j];
            }

            p[i] = ScalarActivations.Sigmoid(a); // (24.4)
        }

        return p;
    }

    /// <summary>F(v) = −Σ bᵢvᵢ − Σ ln(1 + e^(cⱼ + Σ Wⱼᵢvᵢ)), (24.5). // v [D]</summary>
    public static double FreeEnergy(RbmWeights θ, double[] v)
    {
        double F = 0;
        for (int i = 0; i < θ.Visible; i++)
        {
            F -= θ.b[i] * v[i];
        }

        for (int j = 0; j < θ.Hidden; j++)
        {
            double a = θ.c[j];
            for (int i = 0; i < θ.Visible; i++)
            {
                a += θ.W[j, i] * v[i];
            }

            F -= ScalarActivations.Softplus(a); // (24.5)
        }

        return F;
    }

    /// <summary>
    /// One sample's step of contrastive divergence, ⟨hv⟩₀ − ⟨hv⟩ₖ, (24.10): k sweeps of Gibbs sampling from the sample
    /// on. // v [D]; hidden [k][H] and visible [k][D], uniform numbers in [0, 1). S4-197
    /// </summary>
    public static RbmWeights ContrastiveDivergence(RbmWeights θ, double[] v, double[][] hidden, double[][] visible)
    {
        double[] p0 = HiddenMeans(θ, v), p = p0, vk = v;
        for (int t = 0; t < hidden.Length; t++)
        {
            double[] h = Drawn(p, hidden[t]); // (24.9)
            vk = Drawn(VisibleMeans(θ, h), visible[t]); // (24.9)
            p = HiddenMeans(θ, vk);
        }

        var dW = new double[θ.Hidden, θ.Visible];
        for (int j = 0; j < θ.Hidden; j++)
        {
            for (int i = 0; i < θ.Visible; i++)
            {
                dW[j, i] = p0[j] * v[i] - p[j] * vk[i]; // (24.10)
            }
        }

        return new(dW, [.. v.Zip(vk, (x, y) => x - y)], [.. p0.Zip(p, (x, y) => x - y)]); // (24.10)
    }

    /// <summary>All 2ⁿ states of n binary units; unit i is bit i. // [2ⁿ][n]</summary>
    public static IEnumerable<double[]> States(int units) => Enumerable.Range(0, 1 << units)
        .Select(state => Enumerable.Range(0, units).Select(i => (double)(state >> i & 1)).ToArray());

    // 1 where u < p.
    private static double[] Drawn(double[] p, double[] u) => [.. p.Zip(u, (x, y) => y < x ? 1.0 : 0)];
}
