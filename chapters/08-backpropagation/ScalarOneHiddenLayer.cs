using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>One hidden layer without biases, as S1 indexes it: w[i, j] from input i to hidden unit j, W[j, k] from
/// there to output k. The error terms are δ = −∂E/∂z for E = ½ Σₖ (yₖ − ŷₖ)², so the weight steps are added.</summary>
public static class ScalarOneHiddenLayer
{
    /// <summary>The values of a forward pass: hⱼ = Σᵢ wᵢⱼxᵢ and aⱼ = f(hⱼ) of the hidden units, zₖ = Σⱼ Wⱼₖaⱼ and
    /// ŷₖ = f(zₖ) of the outputs. // H, A [J]; Z, Ŷ [K]</summary>
    public sealed record Pass(double[] H, double[] A, double[] Z, double[] Ŷ);

    /// <summary>The weights of both layers, or their steps: w from input to hidden, W from hidden to output.
    /// // w [I × J], W [J × K]</summary>
    public sealed record Weights(double[,] w, double[,] W);

    /// <summary>The forward pass, (8.12), with f in both layers. // x [I]. S1-107.</summary>
    /// <exception cref="ArgumentException">Sizes that do not fit.</exception>
    public static Pass Forward(Weights net, Activation f, double[] x)
    {
        double[] h = WeightedSums(net.w, x); // (8.12)
        double[] a = [.. h.Select(f.Value)]; // (8.12)
        double[] z = WeightedSums(net.W, a); // (8.12)
        return new(h, a, z, [.. z.Select(f.Value)]); // (8.12)
    }

    /// <summary>The error terms of the output units, δᵒₖ = (yₖ − ŷₖ)f′(zₖ), (8.13), S1-105, and of the hidden units,
    /// δʰⱼ = Σₖ Wⱼₖδᵒₖ f′(hⱼ), (8.14), S1-092, S1-106, with the weights before any update. // y [K]</summary>
    /// <exception cref="ArgumentException">Another number of targets than of outputs.</exception>
    public static (double[] Output, double[] Hidden) Errors(Weights net, Activation f, Pass pass, double[] y)
    {
        Require.SameLength(pass.Ŷ.Length, "the outputs", y.Length, nameof(y));
        var δᵒ = new double[y.Length];
        for (int k = 0; k < y.Length; k++)
        {
            δᵒ[k] = (y[k] - pass.Ŷ[k]) * f.Derivative(pass.Z[k]); // (8.13)
        }

        var δʰ = new double[pass.A.Length];
        for (int j = 0; j < δʰ.Length; j++)
        {
            for (int k = 0; k < y.Length; k++)
            {
                δʰ[j] += net.W[j, k] * δᵒ[k] * f.Derivative(pass.H[j]); // (8.14)
            }
        }

        return (δᵒ, δʰ);
    }

    /// <summary>The weight steps of one record, Δw_pq = η δ_q V_p, (8.15): learning rate × error term × input of the
    /// layer. S1-093, S1-094.</summary>
    public static Weights Steps(Weights net, Activation f, double[] x, double[] y, double η)
    {
        Pass pass = Forward(net, f, x);
        (double[] δᵒ, double[] δʰ) = Errors(net, f, pass, y);
        return new(Of(x, δʰ), Of(pass.A, δᵒ));

        double[,] Of(double[] V, double[] δ)
        {
            var Δw = new double[V.Length, δ.Length];
            for (int p = 0; p < V.Length; p++)
            {
                for (int q = 0; q < δ.Length; q++)
                {
                    Δw[p, q] = η * δ[q] * V[p]; // (8.15)
                }
            }

            return Δw;
        }
    }

    /// <summary>E = 1/(2m) Σμ Σₖ (yₖ − ŷₖ)², which an epoch lowers. // X [I × m], Y [K × m]</summary>
    public static double Error(Weights net, Activation f, double[,] X, double[,] Y) =>
        Enumerable.Range(0, X.GetLength(1)).Average(μ => Y.Column(μ)
            .Zip(Forward(net, f, X.Column(μ)).Ŷ, (y, ŷ) => 0.5 * (y - ŷ) * (y - ŷ)).Sum());

    /// <summary>The weights after an epoch: the steps of all m records are added up, then w + Δw/m and W + ΔW/m,
    /// (8.16). // X [I × m], Y [K × m]. S1-107.</summary>
    /// <exception cref="ArgumentException">Another number of records than of targets.</exception>
    public static Weights Epoch(Weights net, Activation f, double[,] X, double[,] Y, double η)
    {
        int m = X.GetLength(1);
        Require.SameLength(m, "the columns of X", Y.GetLength(1), "the columns of Y");
        Weights after = new((double[,])net.w.Clone(), (double[,])net.W.Clone());
        for (int μ = 0; μ < m; μ++)
        {
            Weights Δ = Steps(net, f, X.Column(μ), Y.Column(μ), η);
            Add(after.w, Δ.w);
            Add(after.W, Δ.W);
        }

        return after;

        void Add(double[,] w, double[,] Δw)
        {
            for (int p = 0; p < w.GetLength(0); p++)
            {
                for (int q = 0; q < w.GetLength(1); q++)
                {
                    w[p, q] += Δw[p, q] / m; // (8.16)
                }
            }
        }
    }

    private static double[] WeightedSums(double[,] w, double[] x)
    {
        Require.SameLength(w.GetLength(0), "the rows of the weights", x.Length, nameof(x));
        var h = new double[w.GetLength(1)];
        for (int j = 0; j < h.Length; j++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                h[j] += w[i, j] * x[i]; // (8.12)
            }
        }

        return h;
    }
}
