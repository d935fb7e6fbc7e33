using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>Will someone buy an insurance? Four inputs, two hidden units, one output, and no bias anywhere: 10 weights. S2-028.</summary>
/// <param name="Hidden">w₁₁ … w₂₄: weights of awareness and of affordability. // [2 × 4]</param>
/// <param name="Output">w₀₁, w₀₂: their weights into the output. // [2]</param>
public sealed record InsuranceNetwork(double[,] Hidden, double[] Output)
{
    /// <summary>What it is told.</summary>
    public static IReadOnlyList<string> Inputs { get; } = ["age", "education", "income", "savings"];

    /// <summary>What its hidden units stand for.</summary>
    public static IReadOnlyList<string> HiddenUnits { get; } = ["awareness", "affordability"];

    /// <summary>An example; the notes give no weights.</summary>
    public static InsuranceNetwork Example { get; } = new(new[,] { { 1.5, 2, -0.5, -1 }, { -1, -0.5, 2, 1.5 } }, [1.5, -1]);

    /// <summary>h₁ and h₂ of a customer, (8.8).</summary>
    /// <param name="x">Age, education, income and savings. // [4]</param>
    /// <exception cref="ArgumentException">Not four numbers, or one that is not finite.</exception>
    public double[] HiddenActivations(double[] x)
    {
        Require.SameLength(Hidden.GetLength(1), "the columns of the hidden weights", x.Length, nameof(x));
        Require.Finite(x);
        var h = new double[Hidden.GetLength(0)];
        for (int j = 0; j < h.Length; j++)
        {
            double z = 0;
            for (int i = 0; i < x.Length; i++)
            {
                z += Hidden[j, i] * x[i]; // (8.8)
            }

            h[j] = ScalarActivations.Sigmoid(z); // (8.8)
        }

        return h;
    }

    /// <summary>What the output unit adds up, w₀₁h₁ + w₀₂h₂.</summary>
    /// <inheritdoc cref="HiddenActivations"/>
    /// <exception cref="ArgumentException">Not four numbers, or one that is not finite, or not one output weight a hidden unit.</exception>
    public double Score(double[] x)
    {
        Require.SameLength(Hidden.GetLength(0), "the hidden units", Output.Length, nameof(Output));
        return Output.Zip(HiddenActivations(x), (w, h) => w * h).Sum(); // (8.8)
    }

    /// <summary>O = σ(w₀₁h₁ + w₀₂h₂), (8.8).</summary>
    /// <inheritdoc cref="Score"/>
    public double Probability(double[] x) => ScalarActivations.Sigmoid(Score(x)); // (8.8)

    /// <summary>Buys if O &gt; ½.</summary>
    /// <inheritdoc cref="Score"/>
    public bool Buys(double[] x) => Probability(x) > 0.5;

    /// <summary>The same weights in the indices of S1, w[i, j] and W[j, k].</summary>
    public ScalarOneHiddenLayer.Weights Weights
    {
        get
        {
            var (w, W) = (new double[Hidden.GetLength(1), Hidden.GetLength(0)], new double[Output.Length, 1]);
            for (int j = 0; j < Output.Length; j++)
            {
                W[j, 0] = Output[j];
                for (int i = 0; i < w.GetLength(0); i++)
                {
                    w[i, j] = Hidden[j, i];
                }
            }

            return new(w, W);
        }
    }
}
