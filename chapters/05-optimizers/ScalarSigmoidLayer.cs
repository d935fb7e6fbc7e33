using Reference.Activations;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Descent on the weights of sigmoid units as S1 writes it: error terms δ and weight steps Δw, for weights
/// [inputs × units], inputs [inputs × m] and targets [units × m]. S1-080, S1-088, S1-089.</summary>
public static class ScalarSigmoidLayer
{
    /// <summary>E = ½ Σμ Σⱼ (yⱼ − σ(Σᵢ wᵢⱼxᵢ))², (5.6), as a function of the weights. S1-080.</summary>
    public static double Error(double[,] w, double[,] x, double[,] y)
    {
        double e = 0;
        foreach ((int j, int μ, double h) in Sums(w, x, y))
        {
            e += 0.5 * Math.Pow(y[j, μ] - ScalarActivations.Sigmoid(h), 2); // (5.6)
        }

        return e;
    }

    /// <summary>The weights after an epoch that averages the steps of all m records: wᵢⱼ += η/m Σμ δⱼxᵢ, (5.7).
    /// S1-088.</summary>
    public static double[,] BatchEpoch(double[,] w, double[,] x, double[,] y, double η)
    {
        int m = x.GetLength(1);
        var next = (double[,])w.Clone();
        foreach ((int j, int μ, double h) in Sums(w, x, y))
        {
            double δ = (y[j, μ] - ScalarActivations.Sigmoid(h)) * ScalarActivations.SigmoidDerivative(h); // (5.7)
            for (int i = 0; i < w.GetLength(0); i++)
            {
                next[i, j] += η * δ * x[i, μ] / m; // (5.7)
            }
        }

        return next;
    }

    /// <summary>The weights after an epoch of updates by single records: wᵢⱼ += ηδⱼxᵢ, (5.8). S1-089.</summary>
    public static double[,] OnlineEpoch(double[,] w, double[,] x, double[,] y, double η)
    {
        w = (double[,])w.Clone();
        foreach ((int j, int μ, double h) in Sums(w, x, y))
        {
            double δ = (y[j, μ] - ScalarActivations.Sigmoid(h)) * ScalarActivations.SigmoidDerivative(h); // (5.8)
            for (int i = 0; i < w.GetLength(0); i++)
            {
                w[i, j] += η * δ * x[i, μ]; // (5.8)
            }
        }

        return w;
    }

    // hⱼ = Σᵢ wᵢⱼxᵢ of every record μ and unit j, with the current weights.
    private static IEnumerable<(int j, int μ, double h)> Sums(double[,] w, double[,] x, double[,] y)
    {
        Require.LayerShapes(w, x, y);
        return from μ in Enumerable.Range(0, x.GetLength(1))
               from j in Enumerable.Range(0, w.GetLength(1))
               select (j, μ, Enumerable.Range(0, w.GetLength(0)).Sum(i => w[i, j] * x[i, μ]));
    }
}
