using Reference.Activations;
using Reference.Numerics;
using Reference.Perceptrons;

namespace Reference.Backpropagation;

/// <summary>
/// One hidden layer without biases, as S1 indexes it: w[i, j] from input i to hidden unit j, W[j, k] from there to output k.
/// Its error terms δ = −∂E/∂z point down, for E = ½ Σₖ (yₖ − ŷₖ)², so the weight steps are added. S1-092…S1-094, S1-105…S1-107.
/// </summary>
public static class ScalarOneHiddenLayer
{
    /// <summary>What a forward pass keeps.</summary>
    /// <param name="H">Inputs to the hidden units, hⱼ = Σᵢ wᵢⱼxᵢ. // [J]</param>
    /// <param name="A">Hidden activations aⱼ = f(hⱼ). // [J]</param>
    /// <param name="Z">Inputs to the output units, zₖ = Σⱼ Wⱼₖaⱼ. // [K]</param>
    /// <param name="Ŷ">Outputs ŷₖ = f(zₖ). // [K]</param>
    public sealed record Pass(double[] H, double[] A, double[] Z, double[] Ŷ);

    /// <summary>Both layers' weights, or steps of them.</summary>
    /// <param name="w">Input to hidden. // [I × J]</param>
    /// <param name="W">Hidden to output. // [J × K]</param>
    public sealed record Weights(double[,] w, double[,] W);

    /// <summary>The forward pass, (8.16). S1-107.</summary>
    /// <param name="net">The weights.</param>
    /// <param name="f">The activation of both layers.</param>
    /// <param name="x">One record. // [I]</param>
    /// <exception cref="ArgumentException">Sizes that do not fit, or a number that is not finite.</exception>
    public static Pass Forward(Weights net, Activation f, double[] x)
    {
        Require.NotEmpty(x.Length, nameof(x));
        Require.SameLength(x.Length, nameof(x), net.w.GetLength(0), "the rows of w");
        Require.SameLength(net.w.GetLength(1), "the columns of w", net.W.GetLength(0), "the rows of W");
        Require.Finite(x);
        Require.Finite(net.w);
        Require.Finite(net.W);
        double[] h = Into(net.w, x);
        double[] a = [.. h.Select(f.Value)];
        double[] z = Into(net.W, a);
        return new(h, a, z, [.. z.Select(f.Value)]);
    }

    /// <summary>The error terms of the output units, δᵒ = (y − ŷ)f′(z), (8.17), and of the hidden units, δʰ, (8.18). S1-092, S1-105, S1-106.</summary>
    /// <param name="net">The weights of the forward pass: the old ones.</param>
    /// <param name="f">The activation of both layers.</param>
    /// <param name="pass">What the forward pass kept.</param>
    /// <param name="y">Targets. // [K]</param>
    /// <exception cref="ArgumentException">As many targets as outputs are expected, all finite.</exception>
    public static (double[] Output, double[] Hidden) Errors(Weights net, Activation f, Pass pass, double[] y)
    {
        Require.SameLength(pass.Ŷ.Length, "the outputs", y.Length, nameof(y));
        Require.Finite(y);
        var δᵒ = new double[y.Length];
        for (int k = 0; k < y.Length; k++)
        {
            δᵒ[k] = (y[k] - pass.Ŷ[k]) * f.Derivative(pass.Z[k]); // (8.17)
        }

        var δʰ = new double[pass.A.Length];
        for (int j = 0; j < δʰ.Length; j++)
        {
            for (int k = 0; k < y.Length; k++)
            {
                δʰ[j] += net.W[j, k] * δᵒ[k] * f.Derivative(pass.H[j]); // (8.18)
            }
        }

        return (δᵒ, δʰ);
    }

    /// <summary>The weight steps of one record at rate 1, Δw_pq = δ_output·V_in, (8.19): they are −∂E/∂w. S1-093, S1-094.</summary>
    /// <param name="net">The weights; they stay as they are.</param>
    /// <param name="f">The activation of both layers.</param>
    /// <param name="x">The record. // [I]</param>
    /// <param name="y">Its targets. // [K]</param>
    /// <exception cref="ArgumentException">Sizes that do not fit, or a number that is not finite.</exception>
    public static Weights Steps(Weights net, Activation f, double[] x, double[] y)
    {
        Pass pass = Forward(net, f, x);
        (double[] δᵒ, double[] δʰ) = Errors(net, f, pass, y);
        return new(Outer(x, δʰ), Outer(pass.A, δᵒ)); // (8.19)
    }

    /// <summary>E = 1/2m Σμ Σₖ (yₖ − ŷₖ)², which an epoch descends on.</summary>
    /// <param name="net">The weights.</param>
    /// <param name="f">The activation of both layers.</param>
    /// <param name="X">A record a column. // [I × m]</param>
    /// <param name="Y">Its targets. // [K × m]</param>
    /// <exception cref="ArgumentException">Sizes that do not fit, no record, or a number that is not finite.</exception>
    public static double Error(Weights net, Activation f, double[,] X, double[,] Y) => Records(net, X, Y)
        .Average(r => r.Y.Zip(Forward(net, f, r.X).Ŷ, (y, ŷ) => 0.5 * (y - ŷ) * (y - ŷ)).Sum());

    /// <summary>The weights after an epoch: the steps of all records added up, then W += ηΔW/m and w += ηΔw/m, (8.20). S1-107.</summary>
    /// <param name="net">The weights; they stay as they are.</param>
    /// <param name="f">The activation of both layers.</param>
    /// <param name="X">A record a column. // [I × m]</param>
    /// <param name="Y">Its targets. // [K × m]</param>
    /// <param name="η">Learning rate, above 0.</param>
    /// <exception cref="ArgumentException">Sizes that do not fit, no record, η ≤ 0, or a number that is not finite.</exception>
    public static Weights Epoch(Weights net, Activation f, double[,] X, double[,] Y, double η)
    {
        Require.Positive(η);
        (double[] X, double[] Y)[] records = Records(net, X, Y);
        var (Δw, ΔW) = (new double[net.w.GetLength(0), net.w.GetLength(1)], new double[net.W.GetLength(0), net.W.GetLength(1)]);
        foreach ((double[] x, double[] y) in records)
        {
            Weights step = Steps(net, f, x, y);
            Δw = Plus(Δw, 1, step.w); // (8.20)
            ΔW = Plus(ΔW, 1, step.W); // (8.20)
        }

        return new(Plus(net.w, η / records.Length, Δw), Plus(net.W, η / records.Length, ΔW)); // (8.20)
    }

    private static double[] Into(double[,] weights, double[] from)
    {
        var sums = new double[weights.GetLength(1)];
        for (int q = 0; q < sums.Length; q++)
        {
            for (int p = 0; p < from.Length; p++)
            {
                sums[q] += weights[p, q] * from[p]; // (8.16)
            }
        }

        return sums;
    }

    private static double[,] Outer(double[] inputs, double[] δ)
    {
        var steps = new double[inputs.Length, δ.Length];
        for (int p = 0; p < inputs.Length; p++)
        {
            for (int q = 0; q < δ.Length; q++)
            {
                steps[p, q] = δ[q] * inputs[p]; // (8.19)
            }
        }

        return steps;
    }

    private static double[,] Plus(double[,] weights, double factor, double[,] steps)
    {
        var moved = (double[,])weights.Clone();
        for (int p = 0; p < moved.GetLength(0); p++)
        {
            for (int q = 0; q < moved.GetLength(1); q++)
            {
                moved[p, q] += factor * steps[p, q];
            }
        }

        return moved;
    }

    private static (double[] X, double[] Y)[] Records(Weights net, double[,] X, double[,] Y)
    {
        Require.NotEmpty(X.GetLength(1), nameof(X));
        Require.SameLength(X.GetLength(1), "the columns of X", Y.GetLength(1), "the columns of Y");
        Require.SameLength(net.W.GetLength(1), "the outputs", Y.GetLength(0), "the rows of Y");
        Require.Finite(Y);
        return [.. Enumerable.Range(0, X.GetLength(1)).Select(μ => (ScalarPerceptron.Column(X, μ), ScalarPerceptron.Column(Y, μ)))];
    }
}
