using Reference.Losses;
using Reference.Numerics;
using Reference.Perceptrons;

namespace Reference.Backpropagation;

/// <summary>A loss of one output, to be added up over the outputs: what starts a backward pass is its slope. S2-071.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">ℓ(ŷ, y).</param>
/// <param name="Derivative">∂ℓ/∂ŷ.</param>
public sealed record OutputLoss(string Name, Func<double, double, double> Value, Func<double, double, double> Derivative)
{
    /// <summary>½(y − ŷ)², the loss of S1's walk-through and of S3's toy example.</summary>
    public static OutputLoss HalfSquared { get; } = new("½(y − ŷ)²",
        (ŷ, y) => ScalarSquaredError.HalfSum([ŷ], [y]), (ŷ, y) => ScalarSquaredError.HalfSumGradient([ŷ], [y])[0]);

    /// <summary>(y − ŷ)², the loss of the century network.</summary>
    public static OutputLoss Squared { get; } = new("(y − ŷ)²",
        (ŷ, y) => ScalarSquaredError.Sum([ŷ], [y]), (ŷ, y) => ScalarSquaredError.SumGradient([ŷ], [y])[0]);

    /// <summary>−y ln ŷ − (1 − y) ln(1 − ŷ), for an output between 0 and 1.</summary>
    public static OutputLoss BinaryCrossEntropy { get; } = new("cross-entropy",
        ScalarBinaryCrossEntropy.OfSample, (ŷ, y) => ScalarBinaryCrossEntropy.Gradient([ŷ], [y])[0]);

    /// <summary>The mean over a batch of the loss of its samples.</summary>
    /// <param name="layers">First layer first.</param>
    /// <param name="X">A sample a column. // [n₀ × N]</param>
    /// <param name="Y">Its targets. // [n_L × N]</param>
    /// <exception cref="ArgumentException">No sample, sizes that do not fit, or a number that is not finite.</exception>
    public double Mean(IReadOnlyList<ScalarLayer> layers, double[,] X, double[,] Y)
    {
        Samples(layers, X, Y);
        return Enumerable.Range(0, X.GetLength(1)).Average(n =>
            ScalarPerceptron.Column(Y, n).Zip(ScalarNetwork.Forward(layers, ScalarPerceptron.Column(X, n)).Output, (y, ŷ) => Value(ŷ, y)).Sum());
    }

    /// <summary>The gradient of that mean by every parameter: one backward pass a sample, added up and divided by N.</summary>
    /// <inheritdoc cref="Mean"/>
    /// <returns>One gradient a layer, first layer first.</returns>
    public IReadOnlyList<ScalarGradient> MeanGradient(IReadOnlyList<ScalarLayer> layers, double[,] X, double[,] Y)
    {
        Samples(layers, X, Y);
        ScalarGradient[] mean = [.. layers.Select(layer => new ScalarGradient(new double[layer.Units, layer.Inputs], new double[layer.Units]))];
        int N = X.GetLength(1);
        for (int n = 0; n < N; n++)
        {
            ScalarPass pass = ScalarNetwork.Forward(layers, ScalarPerceptron.Column(X, n));
            double[] dA = [.. pass.Output.Zip(ScalarPerceptron.Column(Y, n), Derivative)];
            foreach ((ScalarGradient sum, ScalarGradient g) in mean.Zip(ScalarBackpropagation.Gradients(layers, pass, dA)))
            {
                for (int j = 0; j < sum.dB.Length; j++)
                {
                    sum.dB[j] += g.dB[j] / N;
                    for (int i = 0; i < sum.dW.GetLength(1); i++)
                    {
                        sum.dW[j, i] += g.dW[j, i] / N;
                    }
                }
            }
        }

        return mean;
    }

    private static void Samples(IReadOnlyList<ScalarLayer> layers, double[,] X, double[,] Y)
    {
        Require.NotEmpty(X.GetLength(1), nameof(X));
        Require.SameLength(X.GetLength(1), "the columns of X", Y.GetLength(1), "the columns of Y");
        RequireLayers.Fit(layers, X.GetLength(0));
        Require.SameLength(layers[^1].Units, "the outputs", Y.GetLength(0), "the rows of Y");
    }
}
