using Reference.Activations;

namespace Reference.LanguageModels;

/// <summary>The probability of a text, its loss and the gradient, token by token. S1-222, S1-285, S2-267, S2-215.
/// </summary>
public static class ScalarLanguageModel
{
    /// <summary>What is read and what is to be predicted: the same tokens, one place later. // N tokens → N − 1 pairs.
    /// S1-222</summary>
    public static (T[] Context, T Next)[] Pairs<T>(T[] tokens) =>
        [.. Enumerable.Range(1, tokens.Length - 1).Select(t => (tokens[..t], tokens[t]))];

    /// <summary>ln p(x) = Σₜ ln p(xₜ | x₁ … xₜ₋₁), (21.1). // next: scores of all tokens after a context</summary>
    public static double LogProbability(int[] x, Func<int[], double[]> next) =>
        Enumerable.Range(0, x.Length).Sum(t => ScalarActivations.LogSoftmax(next(x[..t]))[x[t]]); // (21.1)

    /// <summary>L = −Σᵢ wᵢ ln softmax(zᵢ) at yᵢ, (21.4). // z [tokens][V]; y, w [tokens]</summary>
    public static double Loss(double[][] z, int[] y, double[] w) =>
        -Enumerable.Range(0, y.Length).Sum(i => w[i] * ScalarActivations.LogSoftmax(z[i])[y[i]]); // (21.4)

    /// <summary>∂L/∂zᵢ = wᵢ (softmax(zᵢ) − e_y), (21.5). // as z</summary>
    public static double[][] Gradient(double[][] z, int[] y, double[] w) =>
        [.. z.Select((zi, i) => ScalarActivations.Softmax(zi)
            .Select((p, k) => w[i] * (p - (k == y[i] ? 1 : 0))).ToArray())]; // (21.5)
}
