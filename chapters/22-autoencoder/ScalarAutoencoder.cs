namespace Reference.Autoencoders;

/// <summary>The linear autoencoder without a bias, its loss and its gradients, number by number. S4-170,
/// S2-015.</summary>
public static class ScalarAutoencoder
{
    /// <summary>W x. // W [K × D], x [D] → [K]</summary>
    public static double[] Map(double[,] W, double[] x)
    {
        var y = new double[W.GetLength(0)];
        for (int k = 0; k < y.Length; k++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                y[k] += W[k, i] * x[i];
            }
        }

        return y;
    }

    /// <summary>The code and the reconstruction. S4-171. // E [k × D], G [D × k], x [D]</summary>
    public static (double[] z, double[] x̂) Forward(double[,] E, double[,] G, double[] x)
    {
        double[] z = Map(E, x), x̂ = Map(G, z); // (22.10)
        return (z, x̂);
    }

    /// <summary>The mean squared error of samples, a number. S3-240, S4-030. // E [k × D], G [D × k], X
    /// [N][D]</summary>
    public static double Loss(double[,] E, double[,] G, double[][] X)
    {
        double L = 0;
        foreach (double[] x in X)
        {
            (_, double[] x̂) = Forward(E, G, x);
            for (int i = 0; i < x.Length; i++)
            {
                L += (x̂[i] - x[i]) * (x̂[i] - x[i]) / (x.Length * X.Length); // (22.11)
            }
        }

        return L;
    }

    /// <summary>Its gradients. S4-205. // dE [k × D], dG [D × k]</summary>
    public static (double[,] dE, double[,] dG) Gradients(double[,] E, double[,] G, double[][] X)
    {
        (int k, int D) = (E.GetLength(0), E.GetLength(1));
        double[,] dE = new double[k, D], dG = new double[D, k];
        foreach (double[] x in X)
        {
            (double[] z, double[] x̂) = Forward(E, G, x);
            for (int i = 0; i < D; i++)
            {
                double dx̂ = 2 * (x̂[i] - x[i]) / (D * X.Length);
                for (int c = 0; c < k; c++)
                {
                    dG[i, c] += dx̂ * z[c]; // (22.12)
                    for (int j = 0; j < D; j++)
                    {
                        dE[c, j] += G[i, c] * dx̂ * x[j]; // (22.12)
                    }
                }
            }
        }

        return (dE, dG);
    }
}
